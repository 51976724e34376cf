"""Is a message parted where another question may begin, and nowhere else?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.clauses import clauses, phrases


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("签约带什么？放款要多久？", ("签约带什么", "放款要多久")),
        ("签约带什么，另外放款要多久", ("签约带什么", "放款要多久")),
        ("when do we sign? and also what should i bring", ("when do we sign", "what should i bring")),
        ("房贷批了，为什么还不能签", ("房贷批了，为什么还不能签",)),
        ("签约带什么还有放款要多久", ("签约带什么", "放款要多久")),
        ("还有一件事，什么时候签", ("一件事，什么时候签",)),
        ("房子还有抵押", ("房子还有抵押",)),
        ("车位是不是另外签合同", ("车位是不是另外签合同",)),
        ("嗯？", ()),
    ],
)
def test_full_stops_and_words_that_add_part_a_message(message: str, parts: tuple[str, ...]) -> None:
    assert clauses(message) == parts


def test_commas_part_phrases_but_not_clauses() -> None:
    message = "银行批了，材料也交了，什么时候签"
    assert (clauses(message), phrases(message)) == ((message,), ("银行批了", "材料也交了", "什么时候签"))


@given(st.text(max_size=200))
def test_parts_hold_nothing_that_was_not_written(message: str) -> None:
    assert all(part in message for part in (*clauses(message), *phrases(message)))
