"""How sure must the matcher be? (`intents/_thresholds.yaml`)"""

from collections.abc import Mapping

from bot.content.reader import Reader
from bot.content.shapes import Key, Share
from bot.content.source import Fields, Node, Text, parse
from bot.matching.thresholds import Thresholds

THRESHOLDS = "_thresholds"
_MEANINGS: Mapping[str, tuple[str, str]] = {
    "sure": ("分数到这里、又领先 margin，就回答", "answered from this score on, with a lead of margin"),
    "plain": (
        "规则的分数到这里、又领先 lead，就不再看例句",
        "from this score of the rules on, with a lead of lead, examples are not asked",
    ),
    "margin": ("分数够 sure 时要领先第二名多少", "the lead before the next that sure needs"),
    "alone": ("分数不到 sure、但到这里，又领先 lead，也回答", "answered from this lower score on, with a lead of lead"),
    "lead": ("分数只到 alone 时要领先第二名多少", "the lead before the next that alone needs"),
    "offer": ("分数到这里才做成按钮", "offered as a button from this score on"),
    "example_worth": ("例句的话能算几成", "how much the word of examples counts"),
    "example_least": ("例句像到这里才算", "how likely examples must make a question to count"),
    "urgent": ("急事：规则的分数到这里就先答它", "an urgent question goes first from this score of a rule on"),
    "urgent_example": (
        "急事：例句像到这里就先答它",
        "an urgent question goes first where examples make it this likely",
    ),
    "outweigh": (
        "急事：别的问题的规则领先这么多，就不抢在前面",
        "an urgent question does not go first where the rule of another leads by so much",
    ),
    "astray": (
        "话里有别的事的词，要到这个分才直接回答",
        "what is needed to answer where words of other matters stand",
    ),
}
KEYS: Mapping[str, Key] = {name: Key(*meaning, Share()) for name, meaning in _MEANINGS.items()}
_HEADING = (
    "# 匹配要多有把握才回答（0 到 1）？没写的用程序自带的值。",
    "# How sure must the matcher be to answer (0 to 1)? What is not written here keeps the built-in value.",
)


def read_thresholds(node: Node, reader: Reader) -> Thresholds:
    """The numbers of the file; what is not written there stays as it is."""
    entries = reader.fields(node, KEYS)
    found = {name: _share(reader.text(entry), reader) for name, entry in entries.items()}
    limits = Thresholds(**{name: value for name, value in found.items() if value is not None})
    for low, high in limits.disorder:
        # The built-in values are in order: one of the two is written here.
        place = (entries.get(low) or entries[high]).place
        less, more = (f"{getattr(limits, name):g}" for name in (low, high))
        reader.report("threshold-order", place, low=low, high=high, less=less, more=more)
    return limits


def _share(text: Text | None, reader: Reader) -> float | None:
    """A number from 0 to 1."""
    if text is None:
        return None
    try:
        value = float(text.value)
    except ValueError:
        value = -1.0
    if 0 <= value <= 1:
        return value
    reader.report("no-share", text.place, value=text.value)
    return None


def rewritten(text: str, wanted: Mapping[str, float]) -> str:
    r"""The file's text with these values: changed where they stand, else added at the end; all else stays.

    >>> rewritten("sure: 0.48 # 够了", {"sure": 0.5, "lead": 0.2})
    'sure: 0.5 # 够了\nlead: 0.2\n'
    """
    lines = text.splitlines() or list(_HEADING)
    node, _ = parse(text, THRESHOLDS)
    written = node.fields if isinstance(node, Fields) else {}
    for name, value in wanted.items():
        entry = written.get(name)
        if isinstance(entry, Text):
            place, line = entry.place, lines[entry.place.line - 1]
            lines[place.line - 1] = f"{line[: place.column - 1]}{value:g}{line[place.column - 1 + len(entry.value) :]}"
        else:
            lines.append(f"{name}: {value:g}")
    return "\n".join(lines) + "\n"
