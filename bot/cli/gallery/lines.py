"""How do all answers to one question read in a terminal?"""

from collections.abc import Iterator

from bot.cli.gallery.groups import AnswerGroup, Section
from bot.cli.gallery.labels import complaints, scene_label
from bot.review.scenes import Exhibit

_WHO = {"zh": "签路", "en": "Signpost"}


def lines(section: Section, spoken: str) -> Iterator[str]:
    """Each answer in both languages with the cases that get it; all else in the language `spoken`."""
    yield f"{section.reply}  {section.titles['zh']}  {section.titles['en']}"
    for group in section.groups:
        yield ""
        yield from _group(group, spoken)


def _group(group: AnswerGroup, spoken: str) -> Iterator[str]:
    separator = "、" if spoken == "zh" else ", "
    yield separator.join(scene_label(scene, spoken) for scene in group.scenes)
    if chosen := group.pair[0].chosen:
        yield f"  {chosen.reply}.yaml, answer {chosen.answer + 1}"
    yield from (f"  ! {complaint}" for complaint in complaints(group, spoken))
    for said in group.pair:
        yield from _message(said)


def _message(said: Exhibit) -> Iterator[str]:
    if said.message is None:
        return
    first, *rest = said.message.plain.split("\n")
    who = _WHO[said.language]
    yield f"  {who} {first}"
    margin = " " * (len(who) * (2 if said.language == "zh" else 1))
    yield from (f"  {margin} {line}" for line in rest)
    if said.message.buttons:
        yield f"  {margin} {'  '.join(f'[{button.label}]' for button in said.message.buttons)}"
