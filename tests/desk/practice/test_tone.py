"""Is every slip of tone seen, and nothing that is well said?"""

from datetime import date

import pytest

from bot.desk.practice.draft import Draft
from bot.desk.practice.tone import CHECKS
from bot.desk.practice.words import WORDS

TODAY = date(2026, 9, 22)


def _lost(text: str, language: str) -> list[str]:
    draft = Draft(text, language, TODAY, WORDS[language])
    return [name for name, check in CHECKS.items() if name != "fresh" and check(draft)]


@pytest.mark.parametrize(
    ("language", "slip", "text"),
    [
        ("zh", "opening", "根据规定，这要等卖家。"),
        ("en", "opening", "According to the rules we wait for the seller."),
        ("zh", "weekday", "我 9月23日 问卖家。"),
        ("zh", "weekday", "我 9月23日（周四）问卖家。"),
        ("en", "weekday", "I ask the seller on 23 Sep."),
        ("en", "weekday", "I ask the seller on Thu 23 Sep."),
        ("zh", "length", "卖" * 41),
        ("zh", "length", "卖家说过他会来签字的。" * 18),
        ("en", "length", "so " * 23),
        ("en", "length", "The seller comes. " * 37),
        ("zh", "promise", "我保证能签成。"),
        ("en", "promise", "It will definitely be signed."),
        ("zh", "vague", "我尽快问卖家。"),
        ("zh", "vague", "再等3天。"),
        ("en", "vague", "I will ask as soon as possible."),
        ("en", "vague", "Wait another 3 days."),
        ("zh", "blame", "卖家这是违约。"),
        ("en", "blame", "You should have come."),
        ("zh", "address", "你别急。"),
        ("en", "address", "Hey, we are on it."),
        ("zh", "numbers", "打卖家电话13812345678。"),
        ("en", "numbers", "Call 13812345678."),
    ],
)
def test_each_slip_costs_its_own_item_alone(language: str, slip: str, text: str) -> None:
    assert _lost(text, language) == [slip]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "我不敢保证，周三 11:00 问完就告诉您。"),
        ("zh", "还有 5 个工作日，前天已经问过卖家，后天再问。"),
        ("zh", "9月23日（周三）上午11点，我再问卖家。"),
        ("en", "I cannot guarantee it; I tell you as soon as the seller answers, on Wed 23 Sep."),
        ("en", "There are 5 working days left."),
    ],
)
def test_what_is_well_said_costs_nothing(language: str, text: str) -> None:
    assert _lost(text, language) == []


def test_a_wrong_weekday_is_answered_with_the_right_one() -> None:
    draft = Draft("Thu 23 Sep", "en", TODAY, WORDS["en"])
    assert CHECKS["weekday"](draft) == "“Thu 23 Sep” is really a Wednesday."


@pytest.mark.parametrize(("language", "text"), [("zh", "截至今天 15:00。"), ("en", "As of today at 15:00.")])
def test_saying_how_fresh_it_is_is_enough(language: str, text: str) -> None:
    assert CHECKS["fresh"](Draft(text, language, TODAY, WORDS[language])) is None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_status_without_its_age_is_told_so(language: str) -> None:
    assert CHECKS["fresh"](Draft("签了。", language, TODAY, WORDS[language])) is not None
