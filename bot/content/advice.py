"""How is each finding put to an editor, and what cures it? In Chinese and English."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Advice:
    """The words for one rule; `{…}` is filled from the finding."""

    message: Mapping[str, str]
    cure: Mapping[str, str]
    is_warning: bool = False


def _error(zh: str, cure_zh: str, en: str, cure_en: str) -> Advice:
    return Advice({"zh": zh, "en": en}, {"zh": cure_zh, "en": cure_en})


def _warning(zh: str, cure_zh: str, en: str, cure_en: str) -> Advice:
    return Advice({"zh": zh, "en": en}, {"zh": cure_zh, "en": cure_en}, is_warning=True)


_FILES = {
    "unreadable": _error(
        "读不了这个文件：{reason}",
        "检查文件名和权限。",
        "cannot read this file: {reason}",
        "Check its name and permissions.",
    ),
    "missing-folder": _error(
        "没有这个文件夹",
        "建好它，或在 config.yaml 的 content 里改路径。",
        "there is no such folder",
        "Create it, or correct the path under content in config.yaml.",
    ),
    "not-utf8": _error(
        "从这里起不是 UTF-8 编码",
        "用编辑器「另存为 UTF-8」。",
        "not UTF-8 from here on",
        "Save the file as UTF-8 in your editor.",
    ),
    "control-character": _error(
        "有一个看不见的控制字符（{code}）",
        "删掉这个位置的字符，重新打一遍。",
        "an invisible control character ({code})",
        "Delete the character at this spot and type it again.",
    ),
    "yaml-syntax": _error(
        "这一行的 YAML 写法不对：{reason}",
        "看第 {line} 行和上一行：缩进用空格对齐，冒号后留一个空格；以 @ ` % 等符号开头、或含「: 」的文字用引号括起来。",
        "this line is not valid YAML: {reason}",
        "Look at line {line} and the one above: align with spaces, put a space after the colon, and quote a text "
        "that starts with a sign such as @ ` % or contains ': '.",
    ),
    "yaml-machinery": _error(
        "这里用了 YAML 的 & * ! 记号",
        "去掉记号，把文字直接写出来；文字本身以它开头就加引号。",
        "this uses YAML's & * ! signs",
        "Remove the sign and write the text out; quote a text that begins with it.",
    ),
    "empty-file": _error(
        "文件是空的",
        "照别的文件的样子写上内容，或删掉这个文件。",
        "the file is empty",
        "Fill it like its neighbours, or delete it.",
    ),
    "duplicate-key": _error(
        "「{key}」写了两次，第一次在第 {line} 行",
        "两处并成一处。",
        "'{key}' stands twice, first in line {line}",
        "Merge the two into one.",
    ),
    "full-width": _error(
        "「{sign}」是全角符号",
        "换成半角的「{narrow}」。",
        "'{sign}' is a full-width sign",
        "Type '{narrow}' instead.",
    ),
    "tab-indent": _error(
        "行首用了 Tab",
        "换成空格。",
        "the line is indented with a tab",
        "Use spaces.",
    ),
}
_SHAPES = {
    "unknown-key": _error(
        "不认识「{key}」这一项",
        "{suggest_zh}这里能写的有：{allowed}。",
        "there is no '{key}' here",
        "{suggest_en}Known here: {allowed}.",
    ),
    "missing-key": _error(
        "缺「{key}」这一项",
        "加上「{key}:」。",
        "'{key}' is missing",
        "Add '{key}:'.",
    ),
    "wrong-shape": _error(
        "这里应该是{expected_zh}",
        "照别的文件里同一项的样子写。",
        "this should be {expected_en}",
        "Write it like the same entry in another file.",
    ),
    "unknown-value": _error(
        "「{key}」不能是「{value}」",
        "{suggest_zh}可以写：{allowed}。",
        "'{key}' cannot be '{value}'",
        "{suggest_en}It can be: {allowed}.",
    ),
    "empty-text": _error(
        "这里没有内容",
        "写上文字，或整项删掉。",
        "there is nothing here",
        "Write something, or delete the entry.",
    ),
    "missing-language": _error(
        "「{key}」缺{language_zh}",
        "在「{key}」下面加上「{language}:」。",
        "'{key}' has no {language_en}",
        "Add '{language}:' under '{key}'.",
    ),
    "missing-name": _error(
        "「{code}」还没有名字",
        "在「{section}」下面加上 {code}，写好 zh 和 en。",
        "'{code}' has no name yet",
        "Add {code} under '{section}' with zh and en.",
    ),
}
_INTENTS = {
    "unknown-group": _error(
        "没有叫「{group}」的词组",
        "{suggest_zh}词组写在 intents/_words.yaml 里。",
        "there is no word group '{group}'",
        "{suggest_en}Groups stand in intents/_words.yaml.",
    ),
    "bad-rule": _error(
        "这条规则读不懂：{reason_zh}",
        "+ 表示都要出现，、或 / 表示任选其一，< > 引用词组，( ) 可有可无，- 不能出现，= 整句话就是它。",
        "cannot read this rule: {reason_en}",
        "+ joins what must all occur, 、 or / parts alternatives, < > names a group, ( ) may occur, - must not, "
        "= is the whole message.",
    ),
    "stolen-example": _error(
        "「{text}」会被「{winner}」抢走（{winner_score} 比 {own_score}）",
        "给 {intent} 加一条能认出它的规则，或把它移到 {winner} 的 examples。",
        "'{text}' is won by '{winner}' ({winner_score} to {own_score})",
        "Add a rule to {intent} that recognises it, or move it to the examples of {winner}.",
    ),
    "example-twice": _error(
        "「{text}」已经是 {other} 的例句（{spot}）",
        "只留一处。",
        "'{text}' is an example of {other} already ({spot})",
        "Keep one of the two.",
    ),
    "confused": _error(
        "「{text}」应该归 {wanted}，现在归了 {winner}",
        "在 {wanted} 加一条能认出它的规则，或在 {winner} 的规则里用「- 词」排除。",
        "'{text}' should go to {wanted} but goes to {winner}",
        "Add a rule to {wanted} that recognises it, or exclude a word with '- word' in the rule of {winner}.",
    ),
    "someday-recognised": _warning(
        "「{text}」已经认得了",
        "移到 examples。",
        "'{text}' is recognised already",
        "Move it up to examples.",
    ),
}
_REPLIES = {
    "intent-without-reply": _error(
        "「{intent}」没有回答",
        "建一个 replies/{intent}.yaml。",
        "'{intent}' has no reply",
        "Create replies/{intent}.yaml.",
    ),
    "reply-without-intent": _error(
        "「{intent}」没有对应的问题",
        "{suggest_zh}建一个 intents/{intent}.yaml，或改文件名。",
        "'{intent}' belongs to no question",
        "{suggest_en}Create intents/{intent}.yaml, or rename the file.",
    ),
    "missing-reply": _error(
        "缺「{name}.yaml」：{purpose_zh}",
        "建好这个文件，zh 和 en 都写。",
        "'{name}.yaml' is missing: {purpose_en}",
        "Create it with zh and en.",
    ),
    "missing-fallback": _error(
        "最后没有兜底的回答",
        "在最后加一个不写 when 的回答。",
        "there is no answer of last resort",
        "Add one without 'when' at the end.",
    ),
    "unreachable-answer": _error(
        "永远轮不到这个回答：上面第 {line} 行的已经不带条件",
        "把不写 when 的回答移到最后。",
        "this answer is never reached: the one in line {line} has no condition",
        "Move the answer without 'when' to the end.",
    ),
    "fallback-needs-fact": _error(
        "兜底的回答用了「{fact}」，它有时没有",
        "兜底里只用总是有的：{always}；用到「{fact}」的话写在上面一个回答里。",
        "the last resort uses '{fact}', which may be missing",
        "Use only what is always known there: {always}; say the rest in an answer above.",
    ),
    "unknown-button": _error(
        "按钮「{button}」没有对应的问题",
        "{suggest_zh}按钮写问题的文件名。",
        "button '{button}' leads to no question",
        "{suggest_en}A button is the file name of a question.",
    ),
    "template-syntax": _error(
        "模板写法不对：{reason}",
        "{{{{ }}}} 里写事实的名字，{{% if %}} 要有 {{% endif %}}。",
        "the template is not valid: {reason}",
        "Put a fact's name between {{{{ }}}}; every {{% if %}} needs its {{% endif %}}.",
    ),
    "unknown-fact": _error(
        "没有叫「{fact}」的事实",
        "{suggest_zh}全部名字见 docs/editors.md。",
        "there is no fact '{fact}'",
        "{suggest_en}All names stand in docs/editors.md.",
    ),
    "wrong-language-fact": _error(
        "「{fact}」是另一种语言的名字",
        "这里写「{instead}」。",
        "'{fact}' is the name in the other language",
        "Write '{instead}' here.",
    ),
    "forbidden-template": _error(
        "模板里不能用「{what}」",
        "只用 {{{{ 事实 }}}} 和 {{% if 事实 %}}…{{% else %}}…{{% endif %}}。",
        "'{what}' is not allowed in a template",
        "Use only {{{{ fact }}}} and {{% if fact %}}…{{% else %}}…{{% endif %}}.",
    ),
}
_SETTINGS = {
    "no-such-setting": _error(
        "没有「{key}」这个设置",
        "{suggest_zh}这里能写的有：{allowed}。",
        "there is no setting '{key}'",
        "{suggest_en}Known here: {allowed}.",
    ),
    "wrong-setting": _error(
        "「{key}」不能是「{value}」：{reason}",
        "改正这个值，样子见仓库里的 config.yaml。",
        "'{key}' cannot be '{value}': {reason}",
        "Correct the value; the config.yaml of the repository shows the form.",
    ),
    "milestone-circle": _error(
        "步骤绕成了圈：{circle}",
        "去掉圈里的一条 needs 或 add。",
        "the steps go round in a circle: {circle}",
        "Remove one needs or add of the circle.",
    ),
    "no-such-edge": _error(
        "{first} 本来就不在 {then} 之前，没有什么可去掉",
        "删掉这一行，或改成真有的先后。",
        "{then} does not need {first}, so there is nothing to remove",
        "Delete the line, or name an order that exists.",
    ),
    "missing-prerequisite": _error(
        "「{milestone}」要等「{needs}」，可是没有定义它",
        "在 milestones 里加上 {needs}，或从 needs 去掉。",
        "'{milestone}' needs '{needs}', which is not defined",
        "Add {needs} to milestones, or take it out of needs.",
    ),
}
_ROWS = {
    "bad-row": _error(
        "{reason_zh}",
        "改正后重新导入；没有导入任何一行。",
        "{reason_en}",
        "Correct it and import again; nothing was imported.",
    ),
}
ADVICE: Mapping[str, Advice] = _FILES | _SHAPES | _INTENTS | _REPLIES | _SETTINGS | _ROWS
