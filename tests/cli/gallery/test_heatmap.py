"""Does the map show every question at every step, in both languages?"""

from bot.cases.milestones import Milestone
from bot.cli.gallery.heatmap import heatmap
from bot.review.coverage import Cell
from bot.review.gaps import Standard
from tests.talks import house

CONTENT = house().content
CELLS = [
    Cell("how_long", Milestone.ONLINE_SIGN, "zh", Standard.WRITTEN),
    Cell("how_long", Milestone.ONLINE_SIGN, "en", Standard.LAST_RESORT),
    Cell("how_long", None, "zh", Standard.GENERAL),
]


def row() -> str:
    intents = {"how_long": CONTENT.intents["how_long"]}
    return str(heatmap(CELLS, intents, CONTENT.names, {"how_long": 7})).partition("<tr>")[2]


def test_each_half_of_a_field_says_how_well_its_language_fits() -> None:
    fields = row().partition("</tr>")[2]
    assert (fields.count("<td>"), fields.index('class="written"') < fields.index('class="last_resort"')) == (2, True)


def test_steps_without_a_cell_have_no_column() -> None:
    assert row().partition("</tr>")[0].count('class="step"') == 2


def test_row_ends_with_how_often_the_question_was_asked() -> None:
    assert row().endswith('<td class="asked">7</td></tr></table>')


def test_legend_counts_the_cells_of_each_kind() -> None:
    legend = str(heatmap(CELLS, {}, CONTENT.names, {})).partition("</header>")[0]
    assert [f": {count}</li>" in legend for count in (1, 0)] == [True, True]
