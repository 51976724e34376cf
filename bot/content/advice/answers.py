"""What can be wrong with the files of `replies/`?"""

from collections.abc import Mapping

from bot.content.advice.form import Advice, error, warning

REPLIES: Mapping[str, Advice] = {
    "intent-without-reply": error(
        "「{intent}」没有回答",
        "建一个 {file}。",
        "'{intent}' has no reply",
        "Create {file}.",
    ),
    "reply-without-intent": error(
        "「{intent}」没有对应的问题",
        "{suggest_zh}建一个 {file}，或改文件名。",
        "'{intent}' belongs to no question",
        "{suggest_en}Create {file}, or rename the file.",
    ),
    "missing-reply": error(
        "缺「{name}.yaml」：{purpose_zh}",
        "建好这个文件，zh 和 en 都写。",
        "'{name}.yaml' is missing: {purpose_en}",
        "Create it with zh and en.",
    ),
    "missing-file": error(
        "缺「{name}.yaml」",
        "把它放回来；没有它，答不对，也查不出错。",
        "'{name}.yaml' is missing",
        "Put it back; without it nothing is answered or checked rightly.",
    ),
    "missing-fallback": error(
        "最后没有兜底的回答",
        "在最后加一个不写 when 的回答。",
        "there is no answer of last resort",
        "Add one without 'when' at the end.",
    ),
    "unreachable-answer": error(
        "永远轮不到这个回答：上面第 {line} 行的已经不带条件",
        "把不写 when 的回答移到最后。",
        "this answer is never reached: the one in line {line} has no condition",
        "Move the answer without 'when' to the end.",
    ),
    "shadowed-answer": warning(
        "永远轮不到这个回答：第 {line} 行的那个条件一样或更宽，要的事实也不多",
        "删掉它，或者改它的 when。",
        "this answer is never reached: the one in line {line} fits wherever it does, and needs no other fact",
        "Delete it, or change its 'when'.",
    ),
    "fallback-needs-fact": error(
        "兜底的回答用了「{fact}」，它有时没有",
        "兜底里只用总是有的：{always}；用到「{fact}」的话写在上面一个回答里。",
        "the last resort uses '{fact}', which may be missing",
        "Use only what is always known there: {always}; say the rest in an answer above.",
    ),
    "unknown-button": error(
        "按钮「{button}」没有对应的问题",
        "{suggest_zh}按钮写问题的文件名。",
        "button '{button}' leads to no question",
        "{suggest_en}A button is the file name of a question.",
    ),
    "button-to-itself": warning(
        "按钮「{button}」又回到这一页自己",
        "删掉这个按钮，或换成买家接下来会问的。",
        "button '{button}' leads back to this very page",
        "Delete it, or let it lead to what buyers ask next.",
    ),
    "unused-piece": warning(
        "没有回答用「{piece_zh}」这一句（{piece}）",
        "删掉它，或在回答里写上。",
        "no reply uses the piece '{piece}' ({piece_zh})",
        "Delete it, or use it in a reply.",
    ),
    "different-facts": error(
        "「{fact}」只有这边说了，{language_zh}没有",
        "在{language_zh}里加上「{twin}」，或把这边的去掉。",
        "'{fact}' is said only here, not in {language_en}",
        "Say '{twin}' in {language_en} too, or remove it here.",
    ),
    "different-numbers": error(
        "数字 {figure} 只有这边说了，{language_zh}没有{rival_zh}",
        "两种语言写一样的数字和日期。",
        "the number {figure} is said only here, not in {language_en}{rival_en}",
        "Let both languages say the same numbers and dates.",
    ),
    "different-links": error(
        "链接 {figure} 只有这边有，{language_zh}没有",
        "两种语言写一样的链接。",
        "the link {figure} stands only here, not in {language_en}",
        "Let both languages hold the same links.",
    ),
    "unknown-city": error(
        "config.yaml 里没有「{city}」这个城市，这一页谁也看不到",
        "{suggest_zh}能写的有：{known}；或请运维把城市加进 config.yaml。",
        "config.yaml has no city '{city}', so nobody would ever read this page",
        "{suggest_en}Known: {known}; or have the operator add the city to config.yaml.",
    ),
    "bad-day": error(
        "「{value}」不是日期",
        "写成 2026-09-23 这样。",
        "'{value}' is no day",
        "Write it like 2026-09-23.",
    ),
    "review-too-early": error(
        "复核期 {day} 在生效日 {since} 之前",
        "review_by 写以后的日子。",
        "review_by {day} lies before valid_from {since}",
        "Let review_by be the later day.",
    ),
    "review-due": warning(
        "这一页 {day} 起要复核了；现在买家问到，只说「请顾问确认」，不说这页的内容",
        "核对内容，改好，再把 review_by 改成下一次复核的日子。",
        "this page was to be reviewed by {day}; until you do, buyers are sent to a person instead",
        "Check what it says, correct it, and set review_by to the next review.",
    ),
    "review-soon": warning(
        "这一页最晚 {day} 要复核；过了那天，买家问到，只说「请顾问确认」",
        "核对内容，改好，再把 review_by 改成下一次复核的日子。",
        "this page has to be reviewed by {day}; after that, buyers are sent to a person instead",
        "Check what it says, correct it, and set review_by to the next review.",
    ),
    "not-yet": warning(
        "这一页 {day} 才算数；之前买家问到，只说「请顾问确认」，不说这页的内容",
        "已经这样规定了，就把 valid_from 改成开始的那天。",
        "this page holds from {day} on; before that, buyers are sent to a person instead",
        "If it holds already, set valid_from to the day from which it does.",
    ),
    "template-syntax": error(
        "模板写法不对：{reason_zh}",
        "{{{{ }}}} 里写事实的名字，{{% if %}} 要有 {{% endif %}}。",
        "the template is not valid: {reason_en}",
        "Put a fact's name between {{{{ }}}}; every {{% if %}} needs its {{% endif %}}.",
    ),
    "blank": error(
        "这里还没写答案",
        "连同大括号一起换成您的话。",
        "the answer is still to be written here",
        "Write yours over it, braces and all.",
    ),
    "unknown-fact": error(
        "没有叫「{fact}」的事实",
        "{suggest_zh}全部名字见 docs/editors-reference.zh.md。",
        "there is no fact '{fact}'",
        "{suggest_en}All names stand in docs/editors-reference.md.",
    ),
    "too-many-buttons": error(
        "按钮最多 {most} 个，「{button}」显示不出来",
        "删掉一个，留下买家最用得着的。",
        "{most} buttons at most, '{button}' is never shown",
        "Delete one, and keep those that the buyer needs most.",
    ),
    "button-twice": error(
        "按钮「{button}」写了两遍",
        "只留一个。",
        "the button '{button}' stands there twice",
        "Keep one of the two.",
    ),
    "wrong-language-fact": error(
        "「{fact}」是另一种语言的名字",
        "这里写「{instead}」。",
        "'{fact}' is the name in the other language",
        "Write '{instead}' here.",
    ),
    "forbidden-template": error(
        "模板里不能用「{what}」",
        "只用 {{{{ 事实 }}}} 和 {{% if 事实 %}}…{{% else %}}…{{% endif %}}。",
        "'{what}' is not allowed in a template",
        "Use only {{{{ fact }}}} and {{% if fact %}}…{{% else %}}…{{% endif %}}.",
    ),
    "piece-twice": error(
        "「{piece}」这个名字 {spot} 的共用句子已经用了",
        "给其中一个换个名字，用到它的回答也一起改。",
        "the shared sentence in {spot} has the name '{piece}' already",
        "Give one of them another name, and change the answers that use it.",
    ),
    "glued-fact": warning(
        "「{glued}」会跟事实连成一个词发给买家",
        "在花括号和字母之间加一个空格。",
        "'{glued}' would come out as one word with the fact",
        "Put a space between the braces and the letter.",
    ),
    "single-brace": error(
        "「{sign}」会原样发给买家",
        "事实写成 {{{{ 名字 }}}}，两边各两个半角花括号。",
        "'{sign}' would be sent to the buyer as it stands",
        "Write a fact as {{{{ name }}}}, with two braces on either side.",
    ),
    "wrong-language-text": error(
        "「{line}」不是{language_zh}",
        "写成{language_zh}，或移到另一种语言下面。",
        "'{line}' is not {language_en}",
        "Write it in {language_en}, or move it to the other language.",
    ),
    "key-in-text": error(
        "「{line}」写得太靠右，成了发给买家的话",
        "把这一行和它下面的往左移，跟 zh、en 对齐。",
        "'{line}' stands too far to the right, and so is sent to the buyer as text",
        "Move this line, with those that belong to it, to the left until it is in line with zh and en.",
    ),
    "markup": error(
        "「{sign}」会原样发给买家",
        "删掉这样的记号；要显眼，就另起一行。",
        "'{sign}' would be sent to the buyer as it stands",
        "Leave such marks out; what has to stand out gets a line of its own.",
    ),
    "blank-answer": error(
        "事实都不知道的时候，这个回答是空的",
        "把至少一句话放到 {{% if %}} 外面，或加上 {{% else %}}。",
        "this answer is blank when its facts are unknown",
        "Keep at least one sentence outside {{% if %}}, or add {{% else %}}.",
    ),
}
