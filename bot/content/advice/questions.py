"""What can be wrong with the files of `intents/`?"""

from collections.abc import Mapping

from bot.content.advice.form import Advice, error, warning

INTENTS: Mapping[str, Advice] = {
    "unknown-group": error(
        "没有叫「{group}」的词组",
        "{suggest_zh}词组写在 _words.yaml 里。",
        "there is no word group '{group}'",
        "{suggest_en}Groups stand in _words.yaml.",
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
    "bad-rule": error(
        "这条规则读不懂：{reason_zh}",
        "+ 表示都要出现，、或 / 表示任选其一，< > 引用词组，( ) 可有可无，- 不能出现，= 整句话就是它。",
        "cannot read this rule: {reason_en}",
        "+ joins what must all occur, 、 or / parts alternatives, < > names a group, ( ) may occur, - must not, "
        "= is the whole message.",
    ),
    "unknown-intent": error(
        "没有叫「{intent}」的问题",
        "{suggest_zh}这里写 intents/ 里的文件名，不带 .yaml。",
        "there is no question '{intent}'",
        "{suggest_en}Write the name of a file in intents/, without .yaml.",
    ),
    "stolen-example": error(
        "「{text}」会被「{winner}」抢走（{winner_score} 比 {own_score}）",
        "给 {intent} 加一条能认出它的规则，或把它移到 {winner} 的 examples。",
        "'{text}' is won by '{winner}' ({winner_score} to {own_score})",
        "Add a rule to {intent} that recognises it, or move it to the examples of {winner}.",
    ),
    "example-twice": error(
        "「{text}」已经是 {other} 的例句（{spot}）",
        "只留一处。",
        "'{text}' is an example of {other} already ({spot})",
        "Keep one of the two.",
    ),
    "confused": error(
        "「{text}」应该归 {wanted}，现在归了 {winner}",
        "在 {wanted} 加一条能认出它的规则，或在 {winner} 的规则里用「- 词」排除。",
        "'{text}' should go to {wanted} but goes to {winner}",
        "Add a rule to {wanted} that recognises it, or exclude a word with '- word' in the rule of {winner}.",
    ),
    "someday-recognised": warning(
        "「{text}」已经认得了",
        "移到 examples。",
        "'{text}' is recognised already",
        "Move it up to examples.",
    ),
}
