"""Where in an editor's template is the slip, and what is it in plain words?"""

import re

from bot.content.problems import Place
from bot.content.reader import Reader
from bot.content.source import Text
from bot.wording.render import NameUse, Slip, parse

_PRINT = re.compile(r"(\{\{.*?\}\})")
_TAG = re.compile(r"(\{[{%])")
_WHOLE_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_BRACE = re.compile(r"([{}｛｝]+)")
# "{{ advisor }}asks"; "'s" begins with no letter.
_GLUED = re.compile(r"(\}\}[A-Za-z]+|[A-Za-z]+\{\{)")
# A tag that is still open where its line ends: the language complains of what comes next, lines below.
_OPEN = re.compile(r"(\{[{%])(?:(?![}%]\}).)*$")
_UNCLOSED_BLOCK = re.compile(r"The innermost block that needs to be closed is '(\w+)'")
_UNKNOWN_TAG = re.compile(r"unknown tag '(\w+)'")
_NOT_CLOSED = "unexpected end of template"
# The template language's complaints (their beginnings) in the words of an editor.
_COMPLAINTS = (
    ("Unexpected end of template", "{% if %} 没有 {% endif %}", "an {% if %} has no {% endif %}"),
    (_NOT_CLOSED, "花括号没有关上", "the braces are not closed"),
    ("Encountered unknown tag 'e", "这里多了一个 {% else %} 或 {% endif %}", "an {% else %} or {% endif %} too many"),
    ("Encountered unknown tag", "没有这种 {% %} 记号", "there is no such {% %} sign"),
    ("unexpected '}'", "花括号没有关好", "the braces are not closed"),
    ("Expected an expression", "花括号里缺事实的名字", "a fact's name is missing between the braces"),
    ("expected token 'end of", "花括号里只能有一个名字", "only one name may stand between the braces"),
)


def column(text: Text, mention: NameUse) -> Place:
    """Where a fact is named: inside the braces, not where the same word stands in a sentence."""
    word = re.compile(rf"\{{[{{%](?:(?!\}}\}}|%\}}).)*?(?<!\w)({re.escape(mention.name)})(?!\w)")
    alone = re.compile(rf"(?<!\w)({re.escape(mention.name)})(?!\w)")
    return text.find(word, mention.line) or text.find(alone, mention.line) or text.at(mention.line, 1)


def report_slip(slip: Slip, text: Text, reader: Reader) -> None:
    """A template that cannot be one, at the tag that is to blame."""
    lines = text.value.split("\n")
    line = lines[slip.line - 1] if slip.line <= len(lines) else ""
    if slip.kind == "template-syntax":
        opened = text.find(_OPEN, 1)
        place = opened or _blamed(slip, text) or text.find(_TAG, slip.line) or text.at(slip.line, 1)
        reader.report(slip.kind, place, **_complaint(_NOT_CLOSED if opened else slip.value))
        return
    tag = next((tag for tag in _PRINT.findall(line) if isinstance(parse(tag), Slip)), None)
    block = _WHOLE_TAG.search(line)
    what = tag or (block[0] if block else slip.value)
    reader.report(slip.kind, text.find(re.compile(f"({re.escape(what)})"), slip.line) or text.at(1, 1), what=what)


def _blamed(slip: Slip, text: Text) -> Place | None:
    """An `if` without its end, or an end without its `if`."""
    if found := _UNCLOSED_BLOCK.search(slip.value):
        return text.find(re.compile(rf"(\{{%-?\s*{found[1]}\b)"), 1)
    found = _UNKNOWN_TAG.search(slip.value)
    return text.find(re.compile(rf"(\{{%-?\s*{found[1]}\b)"), slip.line) if found else None


def _complaint(message: str) -> dict[str, str]:
    zh, en = next(((zh, en) for start, zh, en in _COMPLAINTS if message.startswith(start)), (message, message))
    return {"reason_zh": zh, "reason_en": en}


def report_braces(text: Text, reader: Reader) -> bool:
    """Are there braces outside the tags? They would be sent as they stand."""
    for number, line in enumerate(blanked(text.value).split("\n"), 1):
        if found := _BRACE.search(line):
            reader.report("single-brace", text.at(number, found.start() + 1), sign=found[0])
            return True
    return False


def report_glued(text: Text, reader: Reader) -> None:
    """A fact with a letter on either side comes out as one word with it."""
    for number, line in enumerate(text.value.split("\n"), 1):
        for found in _GLUED.finditer(line):
            reader.report("glued-fact", text.at(number, found.start(1) + 1), glued=found[1])


def blanked(template: str) -> str:
    """The template with spaces where its tags stand, so that the places hold."""
    return _WHOLE_TAG.sub(lambda tag: re.sub(r"[^\n]", " ", tag[0]), template)
