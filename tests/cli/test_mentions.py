"""Are days, sums and counts found as they are typed, and nothing else taken for one?"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.mentions import mentions
from bot.matching.text import read


def _found(typed: str) -> list[tuple[str, str]]:
    return [(found.kind.value, found.text) for found in mentions(read(typed))]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("能改到１０月８號上午吗", [("date", "１０月８號")]),
        ("8号签不签", [("date", "8号")]),
        ("下周三行不行，不行就月底", [("date", "下周三"), ("date", "月底")]),
        ("明天、后天都可以", [("date", "明天"), ("date", "后天")]),
        ("2026-12-03 sign?", [("date", "2026-12-03")]),
        ("can we move it to Dec 3rd or next friday", [("date", "Dec 3rd"), ("date", "next friday")]),
        ("差5.5万，首付三成", [("amount", "5.5万"), ("amount", "三成")]),
        ("利率降了0.3%还是20个点", [("amount", "0.3%"), ("amount", "20个点")]),
        ("定金20k, total 1,200 yuan", [("amount", "20k"), ("amount", "1,200 yuan")]),
        ("等了三个工作日，催了两次", [("count", "三个工作日"), ("count", "两次")]),
        ("waited 10 working days and called three times", [("count", "10 working days"), ("count", "three times")]),
        ("8号线附近，3号楼", []),
        ("成本多少，什么时候签", []),
        ("i may sign", []),
        ("", []),
    ],
)
def test_days_sums_and_counts_are_read_as_they_are_typed(typed: str, found: list[tuple[str, str]]) -> None:
    assert _found(typed) == found


@given(
    st.lists(
        st.sampled_from(["10月8号", "５萬", "三天", "next week", " ", "，", "签", "👍", "！！！"]), max_size=9
    ).map("".join)
)
def test_each_mention_is_a_piece_of_the_message_and_none_overlaps(typed: str) -> None:
    found = mentions(read(typed))
    assert [typed[entry.start : entry.end] for entry in found] == [entry.text for entry in found]
    assert all(one.end <= other.start for one, other in pairwise(found))
