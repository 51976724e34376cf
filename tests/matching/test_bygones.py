"""Is what is told to be over no alarm, and what goes on one?"""

import pytest

from bot.matching.understanding import understand
from tests.talks import house


def asked(message: str) -> list[str]:
    return [match.intent for match in understand(house().content.matcher, message).asked]


@pytest.mark.parametrize(
    ("message", "intent"),
    [
        ("我妈昨天吵着要退房，被我爸劝住了，不退了哈。那首付款是哪天打呀", "down_payment"),
        ("前几天投诉的事已经解决了，就问签约在哪里签", "sign_place"),
        ("之前查封过，上周已经解除了。接下来该办什么", "next_step"),
        ("冒充银行的短信我没上当，就想问首付哪天交", "down_payment"),
        ("we said see you in court, but yesterday we shook hands and all is settled. what do I do next", "next_step"),
        ("Mum passed away two years ago. When do I need to pay the down payment?", "down_payment"),
        ("got scammed on a sofa last year, got refunded. where do we sign", "sign_place"),
        ("楼上那户被法院查封了，跟我没关系。几号签约", "sign_date"),
        ("听说有骗子冒充中介，咱这个没事，就问在哪里签", "sign_place"),
        ("I sue people for a living but relax, nobody here is being sued. where do we sign", "sign_place"),
    ],
)
def test_question_behind_what_is_over_is_answered(message: str, intent: str) -> None:
    assert asked(message) == [intent]


@pytest.mark.parametrize(
    ("message", "intent"),
    [
        ("被骗的事警察说处理好了，但他又来找我要钱。几号签约", "fraud"),
        ("我转了二十万给骗子，报警了，跟你们没关系。几号签约", "fraud"),
        ("我爸昨天去世了，后事处理好了。几号签约", "bereavement"),
        ("我被骗了五万，我没事。几号签约", "fraud"),
        ("房子被查封了，卖家说跟我没关系。几号签约", "frozen_property"),
        ("我想死，算了不说这个。几号签约", "self_harm"),
        ("he threatened to kill me, we settled it, now he is back again. when do we sign", "threat"),
        ("my husband died on sunday, the funeral is sorted. when do we sign", "bereavement"),
        ("i sent him the money, it was a scam, all done now. when do we sign", "fraud"),
        ("i want to kill myself, forget that. when do we sign", "self_harm"),
        ("卖家说不卖了，还没说好。几号签约", "seller_backs_out"),
    ],
)
def test_what_goes_on_or_lasts_is_an_alarm_all_the_same(message: str, intent: str) -> None:
    assert asked(message) == [intent]


@pytest.mark.parametrize(
    ("message", "intent"),
    [
        ("客服让我把首付转到安全账户，说都说好了。首付哪天交", "suspicious_payment"),
        (
            "someone told me to send the deposit to a new account, he said it is sorted. when do i pay",
            "suspicious_payment",
        ),
        ("卖家威胁我要打我，警察说解决了才能签。几号签约", "threat"),
        ("房子被法院查封了，没解封。几号签约", "frozen_property"),
        ("卖家2023年就把房子抵押查封了。几号签约", "frozen_property"),
    ],
)
def test_what_somebody_only_says_or_denies_is_not_over(message: str, intent: str) -> None:
    assert asked(message)[0] == intent


@pytest.mark.parametrize(
    "message",
    ["顾问昨天终于回我了，误会一场，原来手机掉水里了", "前几天投诉的事已经解决了，谢谢"],
)
def test_what_is_over_with_nothing_asked_calls_nobody(message: str) -> None:
    assert set(asked(message)) <= house().content.matcher.tiers.asides


@pytest.mark.parametrize(
    ("message", "intent"),
    [
        ("前两天以为碰上骗子了，后来查清楚是真的，没事了", "fraud"),
        ("我爸上周去世了，后事办好了", "bereavement"),
        ("房东前阵子闹着涨价，后来谈拢了没事了", "seller_backs_out"),
        ("房东说要涨价，又说开了，今天又变卦了", "seller_backs_out"),
        ("卖家把房子卖给别人了，中介已经联系我了", "double_sale"),
        ("他威胁我不签就弄死我，后来他找到我了，都找我了", "threat"),
        ("卖家不卖了，定金拿了不退了", "seller_backs_out"),
        ("卖家反悔，定金不退了。几号签约", "seller_backs_out"),
        ("卖家反悔了，两年前签的合同。我几号签", "seller_backs_out"),
        ("seller refuses to sell, the signing was called off", "seller_backs_out"),
        ("the seller sold it to someone else, all settled with them", "double_sale"),
        ("withdraw my consent, destroy the scans", "delete_data"),
    ],
)
def test_danger_is_an_alarm_whatever_is_said_to_be_over_beside_it(message: str, intent: str) -> None:
    assert asked(message)[0] == intent
