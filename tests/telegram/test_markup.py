"""Is HTML read as Telegram reads it, and refused in its words?"""

import pytest

from tests.telegram.markup import Formatted, parse
from tests.telegram.refusals import Refusal


@pytest.mark.parametrize(
    ("source", "text", "entity"),
    [
        ("a <B>b</B>", "a b", {"type": "bold", "offset": 2, "length": 1}),
        ("<b>a</>", "a", {"type": "bold", "offset": 0, "length": 1}),
        (" <u> a </u>", "a", {"type": "underline", "offset": 0, "length": 1}),
        (
            "<span class='tg-spoiler'>a</span>",
            "a",
            {"type": "spoiler", "offset": 0, "length": 1},
        ),
        (
            '<a href="https://a.cn/?x=1&amp;y=>">a</a>',
            "a",
            {"type": "text_link", "offset": 0, "length": 1, "url": "https://a.cn/?x=1&y=>"},
        ),
        (
            "<tg-emoji emoji-id=7>🔑</tg-emoji>",
            "🔑",
            {"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "7"},
        ),
        (
            "<tg-time unix='5'>a</tg-time>",
            "a",
            {"type": "date_time", "offset": 0, "length": 1, "unix_time": 5},
        ),
        (
            "<blockquote expandable>a</blockquote>",
            "a",
            {"type": "expandable_blockquote", "offset": 0, "length": 1},
        ),
    ],
)
def test_a_tag_becomes_an_entity_of_the_text(source: str, text: str, entity: dict[str, object]) -> None:
    assert parse(source) == Formatted(text, [entity])


def test_an_entity_without_characters_is_dropped() -> None:
    assert parse("a<b></b> &amp; &nbsp;<i> </i>") == Formatted("a & &nbsp;", [])


def test_nested_tags_give_the_outer_entity_first() -> None:
    assert [entity["type"] for entity in parse("<b><i>a</i></b>").entities] == ["bold", "italic"]


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("a<br>b", 'Unsupported start tag "br" at byte offset 1'),
        ("签 < 5", 'Unsupported start tag "" at byte offset 4'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href='x>a</a>", "Unclosed start tag at byte offset 0"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_bad_html_is_refused_in_telegrams_words(source: str, why: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {why}"
