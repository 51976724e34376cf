"""How does coverage look in a browser? A map of questions and steps, both languages in each field."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.cases.languages import LANGUAGES
from bot.cases.milestones import Milestone
from bot.cli.gallery.labels import STANDARDS
from bot.cli.gallery.markup import Markup, joined, tag
from bot.dialogue.intent import Intent
from bot.review.coverage import Cell, totals
from bot.review.gaps import Standard
from bot.wording.names import Names

_Field = tuple[str, Milestone | None]


def heatmap(cells: Sequence[Cell], intents: Mapping[str, Intent], names: Names, asked: Mapping[str, int]) -> Markup:
    """What the page holds: how many fields are of each kind, then the map; `asked`: how often each question was."""
    steps = [*(code for code in Milestone if any(cell.milestone == code for cell in cells)), None]
    fields: dict[_Field, list[Cell]] = {}
    for cell in cells:
        fields.setdefault((cell.intent, cell.milestone), []).append(cell)
    head = tag("tr", tag("th", "问题 · question"), *(_step(step, names) for step in steps), tag("th", "问过 · asked"))
    rows = (_row(intent, steps, fields, asked.get(intent.id, 0)) for intent in intents.values())
    legend = tag("ul", *(_legend(found, count) for found, count in totals(cells).items()), class_="legend")
    return joined([tag("header", tag("h1", "签路 Signpost"), legend), tag("table", head, *rows, class_="map")])


def _step(step: Milestone | None, names: Names) -> Markup:
    label = " · ".join(names.say("milestones", step, code) for code in LANGUAGES) if step else "全办完 · all done"
    return tag("th", tag("span", label), class_="step")


def _row(
    intent: Intent, steps: Iterable[Milestone | None], fields: Mapping[_Field, Sequence[Cell]], asked: int
) -> Markup:
    title = f"{intent.titles['zh']} · {intent.titles['en']}"
    found = (tag("td", *_halves(fields.get((intent.id, step), ()))) for step in steps)
    return tag("tr", tag("th", title, " ", tag("code", intent.id)), *found, tag("td", str(asked), class_="asked"))


def _halves(cells: Iterable[Cell]) -> Iterator[Markup]:
    for cell in cells:
        told = f"{cell.language}: {STANDARDS[cell.standard]['zh']} · {STANDARDS[cell.standard]['en']}"
        yield tag("i", title=told, class_=cell.standard)


def _legend(found: Standard, count: int) -> Markup:
    return tag("li", tag("i", class_=found), f" {STANDARDS[found]['zh']} · {STANDARDS[found]['en']}: {count}")
