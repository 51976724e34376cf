"""What can be wrong with the files of `intents/`?"""

from collections.abc import Mapping

from bot.content.advice.form import Advice, error, warning

INTENTS: Mapping[str, Advice] = {
    "unknown-group": error(
        "没有叫「{group}」的词组",
        "{suggest_zh}词组写在 intents/ 里各个 _words*.yaml 里。",
        "there is no word group '{group}'",
        "{suggest_en}Groups stand in the files _words*.yaml of intents/.",
    ),
    "missing-question": error(
        "缺「{name}.yaml」：{purpose_zh}",
        "把这个问题建好（或放回来），replies/ 里也要有同名的回答。",
        "'{name}.yaml' is missing: {purpose_en}",
        "Create the question or put it back, with a reply of the same name in replies/.",
    ),
    "group-twice": error(
        "词组「{group}」已经有了（{spot}）",
        "只留一处，或换个名字。",
        "there is a word group '{group}' already ({spot})",
        "Keep one of the two, or rename one.",
    ),
    "no-share": error(
        "「{value}」不是 0 到 1 之间的数",
        "写成 0.48 这样。",
        "'{value}' is no number from 0 to 1",
        "Write it like 0.48.",
    ),
    "threshold-order": error(
        "{low}（{less}）比 {high}（{more}）大，就没有意义了",
        "把 {low} 改小，或把 {high} 改大。",
        "{low} ({less}) is more than {high} ({more}), which makes no sense",
        "Lower {low}, or raise {high}.",
    ),
    "bad-rule": error(
        "这条规则读不懂：{reason_zh}",
        "+ 表示都要出现（> 先后不能倒，~ 挨得近），、或 / 表示任选其一，< > 引用词组，( ) 可有可无，- 不能出现，"
        "= 整句话就是它。",
        "cannot read this rule: {reason_en}",
        "+ joins what must all occur (> in this order, ~ near each other), 、 or / parts alternatives, "
        "< > names a group, ( ) may occur, - must not, "
        "= is the whole message.",
    ),
    "bad-template": error(
        "这一句读不懂：{reason_zh}",
        "[ ] 其中一个不能少，( ) 可有可无，( )* 可以来几个，里面用「、」分开；"
        "< > 引用 lists 里写在上面的词表，… 随便几个字，末尾的 ? 问着说才算。",
        "cannot read this sentence: {reason_en}",
        "[ ] needs one of its parts, ( ) may be left out, ( )* takes some of them; / parts them; < > names a list that "
        "stands above, … is a few words, ? at the end means only as a question.",
    ),
    "stolen-sentence": error(
        "「{text}」先对上了写在上面的 {winner}，轮不到 {kind}",
        "把它移到 {winner} 下面，或把 {kind} 移到 {winner} 上面。",
        "'{text}' fits {winner}, which stands further up, and never comes to {kind}",
        "Move it to {winner}, or {kind} above {winner}.",
    ),
    "bad-word": error(
        "「{sign}」不把词分开：「{word}」这样连着，谁的话里都找不到",
        "词组里几个词之间写「、」（英文写「/」）。",
        "'{sign}' parts no words: '{word}' as a whole is found in nobody's message",
        "Put '、' or '/' between the words of a group.",
    ),
    "group-in-group": error(
        "词组里不能再写词组：「{word}」会当成字面上的词，谁也不会这么打字",
        "把那一组的词写在这里；或者在规则里用「、」把两组并排写。",
        "a group cannot hold another: '{word}' is taken as it is written, and nobody types that",
        "Write the words of that group here; or put both groups side by side into the rule, with '、' or '/' between.",
    ),
    "unknown-intent": error(
        "没有叫「{intent}」的问题",
        "{suggest_zh}这里写 intents/ 里的文件名，不带 .yaml。",
        "there is no question '{intent}'",
        "{suggest_en}Write the name of a file in intents/, without .yaml.",
    ),
    "stray-example": warning(
        "「{text}」是{language_zh}，却写在{own_zh}下面",
        "移到 {key} 下面。",
        "'{text}' is {language_en} and stands below the {own_en} ones",
        "Move it under '{key}'.",
    ),
    "private-example": error(
        "这句里像是有证件号、电话或卡号",
        "删掉号码，或换成 123 这样的短数。",
        "this sentence seems to hold the number of an ID, a phone or a card",
        "Leave the number out, or write a short one such as 123.",
    ),
    "few-examples": warning(
        "{language} 的例句不到 {fewest} 句",
        "补到 {fewest} 句，写买家真会打的话。",
        "fewer than {fewest} examples in {language}",
        "Add sentences that buyers would really type, until there are {fewest}.",
    ),
    "stolen-example": error(
        "「{text}」会被「{winner}」抢走（{winner_score} 比 {own_score}），凭 {spot} 的{kind_zh}「{line}」",
        "把它移到 {winner} 的 examples，或删掉{apart_zh}。",
        "'{text}' is won by '{winner}' ({winner_score} to {own_score}), by the {kind_en} '{line}' in {spot}",
        "Move it to the examples of {winner}, or delete it{apart_en}.",
    ),
    "blurring-example": warning(
        "没有这一行，「{text}」一定答「{winner}」（{winner_score}），凭 {spot} 的{kind_zh}「{line}」；"
        "有了它，两个问题谁也定不下来，买家只看到按钮",
        "把它移到 {winner} 的 examples，或删掉{apart_zh}。",
        "without this line '{text}' is surely answered by '{winner}' ({winner_score}), by the {kind_en} '{line}' in "
        "{spot}; with it neither question is sure, and buyers get buttons",
        "Move it to the examples of {winner}, or delete it{apart_en}.",
    ),
    "stolen-phrase": warning(
        "凭这条规则的词「{text}」，赢的总是「{winner}」，凭 {spot} 的{kind_zh}「{line}」",
        "在这条规则里加一个那边没有的词（现在只有这边有：{own_zh}），或在那边用「- 词」排除，或删掉这条。",
        "words of this rule, '{text}', are always won by '{winner}', by the {kind_en} '{line}' in {spot}",
        "Add a word that the other has not (only here now: {own_en}), exclude one there with '- word', "
        "or delete this rule.",
    ),
    "rule-never-holds": warning(
        "「{line}」永远不会成立：用它自己的词造的句子也不算",
        "去掉「-」后面挡住它的词；如果挡住它的是词组里的 not，改那一组。",
        "'{line}' can never hold, not even in sentences of its own words",
        "Remove the word behind '-' that bars it, or the one under 'not' in its word group.",
    ),
    "common-words": error(
        "「{line}」要的全是到处都有的词，会抢走别的问题的句子",
        "用「+」加上这个问题才有的词；没有，就删掉这条，写例句。",
        "'{line}' asks only for words that stand everywhere, and takes sentences from other questions",
        "Add, with '+', a word that only this question has; if there is none, delete the rule and write examples.",
    ),
    "outdone-rule": warning(
        "有了 {spot} 的「{other}」，「{line}」是多余的：它成立时那条也成立，分数不会更低",
        "删掉这一条；如果是那条太宽，把那条写窄。",
        "'{line}' adds nothing to '{other}' in {spot}: that one holds whenever this does, and scores no less",
        "Delete this rule; if the other is too wide, narrow it.",
    ),
    "after-twice": warning(
        "接在「{asked}」后面，「{word}」已经算问「{other}」（{spot}）",
        "只留在一处：接着那个回答，买家多半在问哪一个？",
        "right after '{asked}', '{word}' is taken for '{other}' already ({spot})",
        "Keep it in one of them: which one do buyers rather ask after that answer?",
    ),
    "two-meanings": warning(
        "「{word}」同时属于「{group}」和「{other}」（{spot}），说的是哪一步、哪个人只能靠猜",
        "只留在一组；如果两组本来就是一回事，milestone 或 party 写成一样的。",
        "'{word}' is in both '{group}' and '{other}' ({spot}), so the step or person that it names is a guess",
        "Keep it in one of them; if both mean the same, give them the same milestone or party.",
    ),
    "unused-group": warning(
        "没有规则用词组「{group}」",
        "删掉这一组，或在规则里用 <{group}>。",
        "no rule uses the word group '{group}'",
        "Delete the group, or name it in a rule: <{group}>.",
    ),
    "claims-contradict": error(
        "这里说「{text}」归 {wanted}，{spot} 说它归 {other}",
        "两处改成一样的。",
        "'{text}' is said to belong to {wanted} here, but to {other} in {spot}",
        "Let both places say the same.",
    ),
    "copied-question": error(
        "有 {count} 句例句跟 {other} 的一样：像是从那里复制来的",
        "标题、规则、例句都换成这个问题自己的；不要这个问题的话，把它在 intents/ 和 replies/ 里的两个文件都删掉。",
        "{count} examples are those of {other} as well: this looks like a copy of that file",
        "Give this question a title, rules and examples of its own; or delete its two files in intents/ and replies/.",
    ),
    "example-twice": error(
        "「{text}」已经是 {other} 的例句（{spot}）",
        "只留一处。",
        "'{text}' is an example of {other} already ({spot})",
        "Keep one of the two.",
    ),
    "confused": error(
        "「{text}」应该归 {wanted}，现在归了 {winner}，凭 {spot} 的{kind_zh}「{line}」",
        "不归您管的话，删掉这一行；要不，把它加进 {wanted} 的 examples，或{there_zh}。",
        "'{text}' should go to {wanted} but goes to {winner}, by the {kind_en} '{line}' in {spot}",
        "Delete this line where it is no concern of yours; else add it to the examples of {wanted}, or {there_en}.",
    ),
    "unclaimed": error(
        "「{text}」应该归 {wanted}，现在没有一个问题认得它",
        "把它加进 {wanted} 的 examples，或给 {wanted} 加一条能认出它的规则。",
        "'{text}' should go to {wanted} but no question recognises it",
        "Add it to the examples of {wanted}, or a rule to {wanted} that recognises it.",
    ),
    "answered-anyway": error(
        "「{text}」不该有哪个问题来答，现在 {winner} 答了，凭 {spot} 的{kind_zh}「{line}」",
        "把它加进 out_of_scope 的 examples，或{there_zh}。",
        "'{text}' should be answered by no question, but {winner} answers it, by the {kind_en} '{line}' in {spot}",
        "Add it to the examples of out_of_scope, or {there_en}.",
    ),
    "long-title": warning(
        "标题有 {found} 个字，最多 {most} 个：手机按钮上放不下",
        "写短一点；细节放进回答。",
        "the title has {found} characters, {most} at most: it does not fit on a button",
        "Make it shorter, and leave details to the reply.",
    ),
    "title-twice": error(
        "「{text}」也是 {spot} 的标题，两个按钮分不开",
        "换一个标题，说出这个问题特别在哪。",
        "'{text}' is the title at {spot} as well: nobody can tell the two buttons apart",
        "Write a title that says what is special about this question.",
    ),
    "title-elsewhere": warning(
        "买家照着按钮打「{text}」，答的是：{asked_zh}，不是 {intent}",
        "把它加进 {intent} 的 examples；要是已经有一个问题在答这件事，就别再建一个{rival_zh}。",
        "a buyer who types the title '{text}' is answered by {asked_en}, not by {intent}",
        "Add it to the examples of {intent}; where another question answers the same already, do without this one"
        "{rival_en}.",
    ),
    "cut-example": warning(
        "「{text}」是一句一句听的（{parts_zh}），答的是 {asked}，不是 {intent}",
        "写成一句；或给 {intent} 加一条规则，认出其中一句。",
        "'{text}' is heard part by part ({parts_en}), and answered by {asked}, not by {intent}",
        "Write it in one part, or add a rule to {intent} that recognises one of them.",
    ),
    "called-example": warning(
        "「{text}」是一句一句听的（{parts_zh}），{caller} 会马上请人，{intent} 不会",
        "写成一句、去掉那一部分；或在 {caller} 的规则里用「- 词」排除；该请人的话，移到 {caller} 的 examples。",
        "'{text}' is heard part by part ({parts_en}), and {caller} calls a person at once, {intent} does not",
        "Leave that part out, or exclude a word with '- word' in the rule of {caller}; "
        "if a person should come, move it to the examples of {caller}.",
    ),
    "someday-recognised": warning(
        "「{text}」已经认得了",
        "移到 examples。",
        "'{text}' is recognised already",
        "Move it up to examples.",
    ),
}
