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
        ("几号签约，以前的中介说要弄死我", "threat"),
        ("when do we sign, my neighbour threatened to kill me", "threat"),
        ("when is the signing, my grandmother died this morning", "bereavement"),
        ("什么时候签约，我不是开玩笑，他威胁我", "threat"),
        # No rule, but an example, and it is done to them.
        ("seller missed it twice, he hit me", "threat"),
        ("几点签，邻居威胁要打死我", "threat"),
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
        ("我爷爷走了好多年了，当年的房本复印件还用留不", "keep_safe"),
        ("when do we sign, i got a scam call today", "sign_date"),
        # It may as well mean something else.
        ("老家房子都卖了凑的首付 万一黄了我一家子住哪 心里没底", "worried"),
    ],
)
def test_what_is_heard_of_others_long_over_denied_or_in_fun_is_no_cry(message: str, intent: str) -> None:
    assert asked(message) == [intent]


def test_cry_in_another_matter_is_none() -> None:
    assert "fraud" not in asked("健身房办的卡，老板跑路了")


@pytest.mark.parametrize(
    ("message", "intent"),
    [
        ("急死我了不想活了 太难了", "self_harm"),
        ("愁死了信不信我弄死你们", "threat"),
        ("女主人上周走了，过户怎么办", "bereavement"),
        ("我爸去体检查出癌症晚期", "bereavement"),
        ("mum went for a checkup and died there", "bereavement"),
        ("i'll jump at the river tonight", "self_harm"),
        ("he'll put you in a wheelchair", "threat"),
    ],
)
def test_sigh_or_harmless_word_takes_no_cry_away(message: str, intent: str) -> None:
    assert asked(message) == [intent]


@pytest.mark.parametrize("message", ["my mother is in a wheelchair, where do we sign", "笑不活了，合同号发我一下"])
def test_what_only_sounds_like_a_cry_is_none(message: str) -> None:
    assert {"threat", "self_harm"}.isdisjoint(asked(message))
