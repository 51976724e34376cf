"""Is what must not wait heard in any phrase, whatever else is asked?"""

import pytest

from bot.matching.understanding import understand
from tests.talks import house


def asked(message: str) -> list[str]:
    return [match.intent for match in understand(house().content.matcher, message).asked]


@pytest.mark.parametrize(
    ("message", "intent"),
    [
        ("什么时候签约，他威胁我", "threat"),
        ("我被骗了，什么时候签约", "fraud"),
        ("签约要带什么，我爸昨天去世了", "bereavement"),
        ("贷款审核通过没，不想活了", "self_harm"),
        ("when do i sign, someone threatened me", "threat"),
        ("i was scammed, what do i bring to the signing", "fraud"),
        ("where do i sign, i want to complain about you", "complaint"),
        # 急死人 bars the alarm's rule for the whole; the phrase by itself does not hold it.
        ("批贷快到期了还没签，急死人，我被骗了", "fraud"),
    ],
)
def test_cry_beside_a_sure_question_is_answered_alone(message: str, intent: str) -> None:
    assert asked(message) == [intent]


@pytest.mark.parametrize(
    ("message", "intent"),
    [
        ("听说有中介跑路的，我钱放托管户里没事吧", "fund_supervision"),
        ("我同事去年被骗过，我多问一句，我这网签咋查真假", "verify_wangqian"),
        (
            "my uncle got swindled back in 2009 with a flat, so how does the escrow account protect me",
            "fund_supervision",
        ),
        ("nobody is cheating me, just wondering how to check the contract on the gov site", "verify_wangqian"),
        ("高兴得要跳楼了哈哈哈，谢谢你们办得这么快", "thanks_positive"),
        ("要是卖家不卖了，定金是不是双倍还我", "deposit_rule"),
    ],
)
def test_what_is_heard_of_others_long_over_denied_or_in_fun_is_no_cry(message: str, intent: str) -> None:
    assert asked(message) == [intent]


def test_cry_in_another_matter_is_none() -> None:
    assert "fraud" not in asked("健身房办的卡，老板跑路了")


@pytest.mark.parametrize(
    ("message", "intents"),
    [
        ("that bbq place is to die for, you should try it", {"out_of_scope"}),
        ("not a word has reached me, I jump at every buzz", {"no_update"}),
        ("I want to die, I'm not dying of laughter", {"self_harm"}),
        ("烦死了，我真的不想活了", {"self_harm"}),
    ],
)
def test_likeness_to_a_cry_counts_half_beside_words_that_only_sound_like_one(message: str, intents: set[str]) -> None:
    assert {*asked(message)} <= intents
    assert ("self_harm" in intents) == (asked(message) == ["self_harm"])
