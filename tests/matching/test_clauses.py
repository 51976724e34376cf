"""Is a message parted where another question may begin, and nowhere else?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.clauses import asks, clauses, phrases, requests
from bot.matching.script import legible


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("签约带什么？放款要多久？？！", ("签约带什么？", "放款要多久？")),
        ("签约带什么，另外放款要多久", ("签约带什么", "放款要多久")),
        ("when do we sign? and also what should i bring", ("when do we sign?", "what should i bring")),
        ("房贷批了，为什么还不能签", ("房贷批了，为什么还不能签",)),
        ("签约带什么还有放款要多久", ("签约带什么", "放款要多久")),
        ("还有一件事，什么时候签", ("一件事，什么时候签",)),
        ("房子还有抵押", ("房子还有抵押",)),
        ("车位是不是另外签合同", ("车位是不是另外签合同",)),
        ("嗯？", ("嗯？",)),
        ("嗯", ()),
    ],
)
def test_full_stops_and_words_that_add_part_a_message(message: str, parts: tuple[str, ...]) -> None:
    assert clauses(message) == parts


def test_commas_part_phrases_but_not_clauses() -> None:
    message = "银行批了，材料也交了，什么时候签"
    assert (clauses(message), phrases(message)) == ((message,), ("银行批了", "材料也交了", "什么时候签"))


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("link my case then tell me the date", ("link my case", "tell me the date")),
        ("什么时候交房啊然后啥时候拿房本", ("什么时候交房啊", "啥时候拿房本")),
        ("贷款批了然后呢", ("贷款批了然后呢",)),
    ],
)
def test_what_comes_then_is_another_phrase(message: str, parts: tuple[str, ...]) -> None:
    assert phrases(message) == parts


@pytest.mark.parametrize(
    ("part", "wants"),
    [
        ("they got my name wrong how do i get it fixed", (True, False)),
        ("i just want to know how long is left", (True, False)),
        ("i don't know what to pick", (False, False)),
        ("my agent told me when i was abroad", (False, False)),
        ("周几签", (True, False)),
        ("把进度也说一下", (False, True)),
        ("给我转人工", (False, True)),
        ("签完给我一沓纸", (False, False)),
        ("我要请假", (False, False)),
        ("and stop the alerts", (False, True)),
        ("the seller stopped answering", (False, False)),
    ],
)
def test_questions_and_requests_are_told_from_what_is_only_told(part: str, wants: tuple[bool, bool]) -> None:
    assert (asks(part), requests(part)) == wants


@given(st.text(max_size=200))
def test_parts_hold_nothing_that_was_not_written(message: str) -> None:
    # The curly apostrophe becomes the one that every keyboard has.
    written = legible(message)
    assert all(part in written for part in (*clauses(message), *phrases(message)))


def test_a_thousand_questions_in_a_row_are_parted_a_few_times() -> None:
    assert phrases("几号签" * 1300) == (*["几号签"] * 4, "几号签" * 1296)
