"""Which questions still lack answers of their own, and which does nobody ask? `signpost coverage`."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import ConfigFile
from bot.cli.progress import tracked
from bot.cli.studio import Studio
from bot.cli.trouble import Stop, language

if TYPE_CHECKING:
    from bot.dialogue.house import House
    from bot.review.coverage import Cell
    from bot.review.scenes import Scene


def coverage(
    html: Annotated[
        Path | None, typer.Option("--html", help="Also write a map for the browser to this file.", show_default=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")] = False,
    config: ConfigFile = None,
) -> None:
    """Count, for every question, step of a purchase and language, how well the answer fits.

    Written for it: a `when` of the answer fits the case. General: the question has one answer for all. Last resort:
    none of several fitted. None: nothing could be said. 每个问题、每一步、每种语言，有没有专门写的回答；
    哪些问题没人问过。
    """
    from bot.app import configure

    studio = Studio(configure(config))
    survey = _survey(studio)
    if html:
        _write(survey, html)
    typer.echo(json.dumps(as_data(survey), ensure_ascii=False) if as_json else "\n".join(lines(survey, language())))


@dataclass(frozen=True)
class Survey:
    """All cells, and how often each question was asked; no counts where nothing was asked yet."""

    house: "House"
    cells: "Sequence[Cell]"
    asked: Mapping[str, int]

    @property
    def never(self) -> list[str]:
        """The questions that nobody asked, once anything was."""
        return [intent for intent in self.house.content.intents if self.asked and not self.asked.get(intent)]


def _survey(studio: Studio) -> Survey:
    from bot.app import books
    from bot.review.coverage import covered

    house, _ = studio.house()
    told = scenes(studio)
    intents = tracked(house.content.intents, "Coverage")
    cells = [cell for intent in intents for cell in covered(intent, told, house)]
    with books(studio.config).transaction() as records:
        asked = records.chats.asked()
    return Survey(house, cells, {intent: times for intent, times in asked.items() if intent in house.content.intents})


def scenes(studio: Studio) -> "list[Scene]":
    """The sample cases as they are, and a purchase at each of its steps."""
    from bot.review.journey import journeys
    from bot.review.scenes import Scene

    usual = [scene for scene in studio.scenes() if scene.is_usual]
    case, now = studio.cases()[0]
    walked = journeys(case, studio.config.process, studio.config.calendar, now)
    return [*usual, *(Scene(case.ref, now, standing) for standing in walked)]


def lines(survey: Survey, spoken: str) -> Iterator[str]:
    """The questions with cells to mend, worst first; the totals; the questions that nobody asks."""
    from bot.cli.gallery.labels import STANDARDS
    from bot.review.coverage import totals

    for count, intent in _weakest(survey.cells):
        yield f"{count:>4}  {intent}  {survey.house.content.intents[intent].titles[spoken]}"
    every, colon = len(survey.cells) or 1, "：" if spoken == "zh" else ": "
    for found, count in totals(survey.cells).items():
        yield f"{STANDARDS[found][spoken]}{colon}{count} ({100 * count / every:.1f} %)"
    yield _asked(survey, spoken)


def _weakest(cells: "Sequence[Cell]") -> "list[tuple[int, str]]":
    """How many cells of each question fall to the last resort, or have no answer."""
    from collections import Counter

    from bot.review.gaps import Standard

    weak = Counter(cell.intent for cell in cells if cell.standard in {Standard.LAST_RESORT, Standard.NONE})
    return [(count, intent) for intent, count in weak.most_common()]


def _asked(survey: Survey, spoken: str) -> str:
    never = ", ".join(survey.never) or "–"
    if not survey.asked:
        return {"zh": "还没有人问过。", "en": "Nobody has asked anything yet."}[spoken]
    return {"zh": f"没人问过的：{never}", "en": f"Nobody asks: {never}"}[spoken]


def as_data(survey: Survey) -> dict[str, object]:
    """The same for a program."""
    from bot.review.coverage import totals

    return {
        "totals": totals(survey.cells),
        "cells": [
            {
                "intent": cell.intent,
                "milestone": cell.milestone,
                "language": cell.language,
                "standard": cell.standard,
            }
            for cell in survey.cells
        ],
        "asked": survey.asked,
        "never_asked": survey.never,
    }


def _write(survey: Survey, html: Path) -> None:
    from bot.cli.gallery.heatmap import heatmap
    from bot.cli.gallery.page import document

    content = survey.house.content
    page = document(heatmap(survey.cells, content.intents, content.names, survey.asked))
    try:
        html.write_text(page, encoding="utf-8")
    except OSError as error:
        raise Stop(f"{html} cannot be written: {error.strerror}. Choose another file with --html.") from None
