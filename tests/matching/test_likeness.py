"""Do messages that say about the same come together, always in the same way?"""

from hypothesis import given
from hypothesis import strategies as st

from bot.matching.likeness import Group, alike, grouped

MESSAGES = st.lists(st.text("网签要多久呀abc ？！", max_size=8), max_size=20)


def test_like_messages_stand_in_one_group_led_by_the_most_frequent() -> None:
    found = grouped(["签约要多久", "签约那边能停车吗", "签约那边能停车吗", "签约那边能停车吗？？", "那边能停车吗"])
    assert found == [
        Group("签约那边能停车吗", (("签约那边能停车吗", 2), ("签约那边能停车吗？？", 1), ("那边能停车吗", 1))),
        Group("签约要多久", (("签约要多久", 1),)),
    ]


def test_english_messages_are_alike_in_whatever_case_and_signs() -> None:
    assert (alike("Can I park there?", "can i PARK there"), alike("Can I park", "谢谢") < 0.1) == (1.0, True)


def test_signs_alone_are_like_signs_alone() -> None:
    assert (alike("？？", "！"), [group.count for group in grouped(["？？", "！", "😀"])]) == (1.0, [3])


@given(MESSAGES)
def test_no_message_is_lost_or_counted_twice(messages: list[str]) -> None:
    members = sorted(text for group in grouped(messages) for text, count in group.members for _ in range(count))
    assert members == sorted(messages)


@given(MESSAGES, st.randoms())
def test_the_order_of_messages_makes_no_difference(messages: list[str], chance: st.DataObject) -> None:
    mixed = list(messages)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert grouped(mixed) == grouped(messages)


@given(st.text(max_size=12), st.text(max_size=12))
def test_likeness_is_the_same_both_ways_and_between_0_and_1(one: str, other: str) -> None:
    assert (alike(one, other) == alike(other, one), 0 <= alike(one, other) <= 1) == (True, True)
