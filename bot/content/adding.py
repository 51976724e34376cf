"""How does a sentence get among the examples of a question, with every other sign of the file left as it is?"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from bot.content.problems import Place, Problem, problem
from bot.content.source import Fields, Items, Node, Text, parse

EXAMPLES = "examples"
_BOM = "\ufeff"
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_ENTRY = re.compile(r"([ ]*)-[ ]+")
_END = re.compile(r"[\r\n]*$")


def with_example(text: str, file: str, language: str, sentence: str) -> str | Problem:
    """The file's text with one more example behind the last of that language; or what keeps it from being added.

    The sentence is one line; it is quoted only where YAML would take it for something else.
    """
    tree, problems = parse(text.removeprefix(_BOM), file)
    if tree is None or problems:
        return problems[0] if problems else problem("empty-file", Place(file))
    listed = _examples(tree)
    if twin := _twin(sentence, listed.values()):
        spot = f"{twin.place.file}:{twin.place.line}"
        return problem("example-twice", twin.place, text=sentence, other=file, spot=spot)
    last = _last(listed.get(language))
    longer = _inserted(text, last, sentence) if last else None
    if longer and _plain(longer, file) == _grown(tree, language, sentence):
        return longer
    return problem(
        "wrong-shape",
        last.place if last else tree.place,
        expected_zh=f"{EXAMPLES} 的 {language} 下面一行一个「- 」的列表，例句只有一行",
        expected_en=f"a list of {language} under {EXAMPLES}, '- ' before each sentence of one line",
    )


def _examples(tree: Node) -> dict[str, Node]:
    """The list of each language, whatever shape it has."""
    found = tree.fields.get(EXAMPLES) if isinstance(tree, Fields) else None
    return dict(found.fields) if isinstance(found, Fields) else {}


def _twin(sentence: str, lists: Iterable[Node]) -> Text | None:
    """The same sentence, if it is there already, however it is capitalised."""
    texts = (item for items in lists if isinstance(items, Items) for item in items.items if isinstance(item, Text))
    return next((text for text in texts if text.value.casefold() == sentence.casefold()), None)


def _last(node: Node | None) -> Text | None:
    last = node.items[-1] if isinstance(node, Items) and node.items else None
    return last if isinstance(last, Text) else None


def _inserted(text: str, last: Text, sentence: str) -> str | None:
    """The text with a line behind the last example, indented like it; None where that is not of the form `- …`."""
    lines = _LINES.findall(text)
    first = last.place.line - 1
    lead = _ENTRY.match(lines[first].removeprefix(_BOM))
    if lead is None:
        return None
    behind = _end(lines, first, last, len(lead[1]))
    ending = _END.search(lines[first])
    line_end = ending[0] if ending and ending[0] else "\n"
    if not lines[behind - 1].endswith(("\r", "\n")):
        return "".join([*lines, line_end, lead[0], _scalar(sentence)])
    return "".join([*lines[:behind], lead[0], _scalar(sentence), line_end, *lines[behind:]])


def _end(lines: Sequence[str], first: int, last: Text, margin: int) -> int:
    """The number of the last line of the last example: a block ends with the last line that is indented further."""
    if not last.block:
        return first + len(last.rows)
    end = first + 1
    for number in range(end, len(lines)):
        row = lines[number]
        if row.strip() and len(row) - len(row.lstrip(" ")) <= margin:
            break
        end = number + 1 if row.strip() else end
    return end


def _scalar(sentence: str) -> str:
    """The sentence as YAML, in quotes only if it would be something else without."""
    tree, problems = parse(f"- {sentence}\n", "")
    if not problems and _values(tree) == [sentence]:
        return sentence
    doubled = sentence.replace("'", "''")
    return f"'{doubled}'"


def _plain(text: str, file: str) -> object:
    """What the text says, without places; None where it is not sound."""
    tree, problems = parse(text.removeprefix(_BOM), file)
    return None if problems else _values(tree)


def _values(node: Node | None) -> object:
    match node:
        case Fields():
            return {name: _values(value) for name, value in node.fields.items()}
        case Items():
            return [_values(item) for item in node.items]
        case Text():
            return node.value
        case None:
            return None


def _grown(tree: Node, language: str, sentence: str) -> object:
    """What the file has to say afterwards."""
    values: Any = _values(tree)
    values[EXAMPLES][language].append(sentence)
    return values
