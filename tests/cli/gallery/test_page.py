"""Is the page whole by itself, and can no text break out of it?"""

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from bot.cli.gallery.groups import section
from bot.cli.gallery.markup import Markup, tag
from bot.cli.gallery.page import PageSetting, banner, document, preview
from tests.exhibits import answer, answering, every_scene, scene
from tests.talks import house

SCENES = [scene("stranger"), scene("C-DEMO-01"), scene("C-DEMO-03")]
STAGE = PageSetting(every_scene(), house().content.names)
LAST = answer("不知道 &lt;b&gt;", "no idea & no plan")


class _Elements(HTMLParser):
    """Notes every element, its attributes, and the texts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """A text."""
        self.texts.append(data)


def page() -> str:
    mended = section("how_long", SCENES, house())
    failing = section(
        "how_long", SCENES, answering(answer("{{ 系统停始 }}", "{{ outage_since }}", {"state": "booked"}), LAST)
    )
    return document(preview([mended, failing], STAGE))


def articles(html: str) -> list[dict[str, str | None]]:
    return [attributes for name, attributes in _Elements(html).found if name == "article"]


def test_page_needs_nothing_from_the_network() -> None:
    elements = _Elements(page()).found
    loaded = [
        value
        for name, attributes in elements
        for key, value in attributes.items()
        if key in {"src", "href"} and not (value or "").startswith("#")
    ]
    assert (loaded, [name for name, _ in elements if name in {"link", "img", "iframe"}]) == ([], [])


def test_page_opened_as_a_file_asks_nobody_for_a_newer_one() -> None:
    assert "data-version" not in page().partition("<body")[2].partition(">")[0]


def test_question_with_something_to_mend_stands_first() -> None:
    marked = [attributes.get("class") for attributes in articles(page())]
    assert (marked[0], marked.count("failing"), len(marked) > 2) == ("failing", 1, True)


def test_every_answer_names_the_cases_that_get_it() -> None:
    named = {name for attributes in articles(page()) for name in (attributes["data-cases"] or "").split()}
    assert named == {"stranger", "C-DEMO-01", "C-DEMO-03"}


def test_both_languages_stand_side_by_side() -> None:
    chats = [attributes["lang"] for _, attributes in _Elements(page()).found if attributes.get("class") == "chat"]
    assert chats == ["zh", "en"] * len(articles(page()))


def test_text_is_shown_as_it_is_sent_and_nothing_else() -> None:
    texts = _Elements(document(preview([section("how_long", SCENES[:1], answering(LAST))], STAGE))).texts
    assert {"不知道 <b>", "no idea & no plan"} - set(texts) == {"no idea & no plan", "不知道 <b>"} - set(texts)


def test_findings_above_the_page_are_text() -> None:
    assert "&lt;b&gt;" in banner("replies/x.yaml:1:1: <b>", "!")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]) | st.sampled_from("<>&\"'")))
def test_no_text_becomes_markup(text: str) -> None:
    written = tag("p", text, data_x=text)
    assert re.sub(r"&(?:lt|gt|amp|quot|#x27);", "", written).count("<") == 2


def test_markup_is_not_escaped_a_second_time() -> None:
    assert tag("p", Markup("<b>")) == "<p><b></p>"
