"""Do both languages tell one buyer the same: the same answer, with the same dates and numbers?"""

from collections.abc import Iterable, Iterator, Mapping

from bot.cases.languages import OTHER
from bot.content.checks.figures import differences, unlinked
from bot.content.checks.parity import missing_in
from bot.content.tone.message import Fault, Message


def twins(messages: Iterable[Message]) -> Iterator[tuple[Message, Fault]]:
    """What one language says of a case and the other does not, with the message that says it."""
    pairs: dict[tuple[str, str], dict[str, Message]] = {}
    for message in messages:
        pairs.setdefault((message.shown.scene.name, message.shown.chosen.reply), {})[message.language] = message
    told = {(pair["zh"].text, pair["en"].text): pair for pair in pairs.values()}
    for pair in told.values():
        for language, other in OTHER.items():
            yield from ((pair[language], fault) for fault in _faults(pair, language, other))


def _faults(pair: Mapping[str, Message], language: str, other: str) -> Iterator[Fault]:
    mine, yours = pair[language], pair[other]
    if mine.shown.chosen.answer != yours.shown.chosen.answer:
        if language == "zh":
            yield Fault("different-answers", mine.text, mine.text, {"other": yours.shown.chosen.answer + 1})
        return
    for figure, rival in differences({language: unlinked(mine.text), other: unlinked(yours.text)}, language):
        around = mine.text[mine.text.rfind("\n", 0, figure.at) + 1 :].partition("\n")[0]
        values = {"figure": figure.written, **rival, **missing_in(other)}
        yield Fault("different-numbers", figure.written, around, values)
