"""Does a conversation read as it was, and for each reader no more than that?"""

from datetime import timedelta

import pytest

from bot.desk.entries import Author, Delivery, Entry
from bot.desk.transcript import Audience, Conversation, TranscriptForm, recap, transcript
from tests.desk.people import FRIDAY, ROSTER, ZHOU


def _entry(minutes: int, author: Author, text: str, **more: object) -> Entry:
    at = FRIDAY + timedelta(minutes=minutes)
    return Entry(501, at, author, text, id=minutes, **more)  # type: ignore[arg-type]


SAID = (
    _entry(1, Author.BUYER, "周三 <三点>", earlier=("周四",)),
    _entry(2, Author.BOT, "网签就是…", delivery=Delivery.DROPPED, why="what_is_wangqian 0.93"),
    _entry(4, Author.ADVISOR, "合同", person=ZHOU.id, media="photo", delivery=Delivery.FAILED, reason="Forbidden"),
)
TALK = Conversation("C-1", SAID, [(FRIDAY + timedelta(minutes=3), ZHOU.id, "卖家私下要加价")])


@pytest.mark.parametrize(
    ("reader", "lines"),
    [
        (
            Audience.BUYER,
            [
                "- 2026-09-18 09:01  🧑: 周三 <三点>",
                "- 2026-09-18 09:02  🤖: 网签就是… ⊘",
                "- 2026-09-18 09:04  👤: [photo] 合同 ✗",
            ],
        ),
        (
            Audience.ADVISOR,
            [
                "- 2026-09-18 09:01  🧑: 周三 <三点> (← 周四)",
                "- 2026-09-18 09:02  🤖: 网签就是… ⊘  [what_is_wangqian 0.93]",
                "- 2026-09-18 09:04  👤 周顾问: [photo] 合同 ✗ Forbidden",
            ],
        ),
        (
            Audience.LEAD,
            [
                "- 2026-09-18 09:01  🧑: 周三 <三点> (← 周四)",
                "- 2026-09-18 09:02  🤖: 网签就是… ⊘  [what_is_wangqian 0.93]",
                "- 2026-09-18 09:03  📝 周顾问: 卖家私下要加价",
                "- 2026-09-18 09:04  👤 周顾问: [photo] 合同 ✗ Forbidden",
            ],
        ),
    ],
)
def test_each_reader_sees_what_is_theirs_to_see(reader: Audience, lines: list[str]) -> None:
    assert transcript(TALK, ROSTER, reader, TranscriptForm.MARKDOWN) == "\n".join(["# C-1", "", *lines, ""])


def test_page_shows_words_as_words() -> None:
    page = transcript(TALK, ROSTER, Audience.BUYER, TranscriptForm.HTML)
    assert "<li><time>2026-09-18 09:01</time> 🧑: 周三 &lt;三点&gt;</li>" in page


def test_what_was_said_in_one_minute_keeps_its_order() -> None:
    said = [_entry(1, Author.BUYER, "乙"), _entry(1, Author.BOT, "甲"), _entry(1, Author.BUYER, "丙")]
    lines = transcript(Conversation("C-1", said), ROSTER, Audience.BUYER, TranscriptForm.MARKDOWN).splitlines()[2:]
    assert [line[-1] for line in lines] == ["乙", "甲", "丙"]


def test_recap_holds_the_last_ten_messages_in_short_lines() -> None:
    said = [_entry(number, Author.BUYER, f"{number:02} {'长' * 400}") for number in range(12)]
    lines = recap(said, ROSTER, "zh").splitlines()
    assert ([line[20:22] for line in lines[1:3]], len(lines), max(map(len, lines)) <= 318) == (["02", "03"], 11, True)


def test_recap_is_safe_in_telegrams_markup() -> None:
    assert "🧑: 周三 &lt;三点&gt; (← 周四)" in recap(SAID, ROSTER, "zh")
