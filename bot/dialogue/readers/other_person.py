"""Does somebody else write in the buyer's chat: the seller, an agent, a relative?"""

import re
from collections.abc import Sequence

from bot.matching.phrasing import Phrasing, any_of

_KIN = any_of(
    "老婆|老公|爱人|太太|先生|媳妇|妻子|丈夫|爸爸?|妈妈?|父亲|母亲|儿子|女儿|姐姐?|妹妹?|妹子|哥哥?|弟弟?|[表堂][哥弟姐妹]",
    "男友|女友|男朋友|女朋友|对象|朋友|闺蜜|同事|室友|律师|中介|经纪|家属|亲戚|助理",
)
_ENGLISH_KIN = any_of(
    "wife|husband|hubby|mother|mum|mom|father|dad|son|daughter|sister|brother|cousin|uncle|aunt|nephew|niece",
    "friend|boyfriend|girlfriend|bf|gf|roommate|colleague|coworker|lawyer|agent|assistant|partner|fiancee?",
)
_CALLED = "(?:小.|老.|.(?:经理|姐|哥|总|先生|女士|工))?"
# An owner (业主) may be the buyer of a new build, and who has come through an agent is no agent.
_CHINESE = Phrasing(
    r"(?:^|[\s，,。！!])(?:我|俺|偶|这里|这边|我这边)(?:就?是|系)"
    rf"(?:(?:卖家|卖方|房东)(?:本人|(?:的|他|她)?{_KIN})?|(?:中介|经纪人?|房产经纪){_CALLED}"
    rf"|(?:[他她佢]|买家|买方)的?{_KIN})(?=[\s，,。！!？?]|$)"
    r"|(?:^|[\s，,。！!])(?:我|俺|偶)不是(?:本人|机主|买家|[^\s，,。]{1,3}(?:女士|先生|小姐|姐|哥))(?=[\s，,。！!]|$)"
    r"|帮我?(?:老板|领导|客户)问|[他她佢](?:叫|让|托|喊)我(?:帮|替)[他她佢]"
)
_ENGLISH = Phrasing(
    r"\b(?:i'?m|i am|im|this is|it'?s)\s+"
    rf"(?:(?:the |his |her |their |a )?(?:seller|vendor|landlord)(?:'?s {_ENGLISH_KIN})?"
    r"|(?:the |their |a |an |his |her )?(?:real estate |estate )?(?:agent|broker|realtor)"
    rf"|(?:his|her|the buyer'?s) {_ENGLISH_KIN}|the {_ENGLISH_KIN} of the buyer)"
    r"(?=\s+(?:here|speaking|writing|typing|asking|using)\b|\s*[,.;:!?]|\s*$)"
    rf"|\b(?:i'?m|i am) (?:m(?:r|s|rs|iss)\.? \w+(?:'?s)?) {_ENGLISH_KIN}\b|\b(?:i'?m|i am) (?:agent|broker) \w+"
    r"|\b(?:i'?m|i am|this is) not (?:m(?:r|s|rs|iss)\.? \w+|the buyer|the owner of (?:this|the) phone)"
)
# The phone that they write on is the buyer's.
_ON_THEIR_PHONE = Phrasing(
    r"手机在我(?:手里|手上|这儿?|这里)|手机(?:号)?(?:是我捡|不是我(?:的|本人))|捡(?:到|了)(?:的|这|个|一)*(?:手机|电话)"
    r"|用(?:[他她佢]|[^\s，,。我你]{1,3}[哥姐总])的?手机|[他她佢](?:的)?手机(?:放|落|丢|留|给)(?:在|了)?我"
    r"|\busing (?:his|her|m(?:r|s|rs|iss)\.? \w+'?s?) (?:phone|wechat|telegram|account)"
    r"|\b(?:left (?:his|her) phone w(?:ith)? me|(?:she|he) left (?:(?:her|his|the) )?phone here"
    r"|(?:gave|lent) me (?:his|her) phone)\b"
    r"|\b(?:found|picked up) (?:this|the|a|his|her) phone\b|\b(?:not|isn'?t) my phone\b"
)
_SAYING_SO = (_CHINESE, _ENGLISH, _ON_THEIR_PHONE)
# Whoever has taken the phone back.
_ONESELF = Phrasing(
    r"(?:我|俺)(?:就是|是)?本人|本人(?:回来|在)|[是系]我(?:自己|本人)"
    r"|\b(?:it'?s me|me again|i'?m (?:back|the buyer|myself))\b"
)


def speaks_as_another(message: str, buyer: str | None) -> bool:
    """Does who writes say to be somebody else than the buyer, of whom the name is known, or a relative of theirs?

    >>> speaks_as_another("我是卖家，几点签", None), speaks_as_another("我是房东介绍来的，几点签", None)
    (True, False)
    >>> speaks_as_another("我是林女士的老公", "林女士"), speaks_as_another("我是李先生的太太", "林女士")
    (True, False)
    >>> speaks_as_another("我是林女士的老公", ""), speaks_as_another("几点签", " ")
    (False, False)
    >>> speaks_as_another("it's the seller here", None), speaks_as_another("it's the seller who is late", None)
    (True, False)
    """
    saying_so = (*_SAYING_SO, _kin_of(buyer)) if buyer and buyer.strip() else _SAYING_SO
    return any(phrasing.search(message) for phrasing in saying_so)


def is_another(messages: Sequence[str], buyer: str | None) -> bool:
    """Is somebody else writing by the last of these messages? Who has said so stays so, until the buyer is back.

    >>> is_another(["我不是林女士 我是她同事", "她几点签约"], None)
    True
    >>> is_another(["我是中介小刘", "我本人回来了", "几点签约"], None)
    False
    """
    for message in reversed(messages):
        if speaks_as_another(message, buyer):
            return True
        if _ONESELF.search(message):
            return False
    return False


def _kin_of(buyer: str) -> Phrasing:
    """我是林女士的老公, 我系林小姐嘅老公, "this is Sofia's roommate": what is compiled, `re` keeps for a while."""
    surname, first = re.escape(buyer[0]), re.escape(buyer.split(maxsplit=1)[0])
    return Phrasing(
        f"(?:我|俺|偶)(?:就?是|系)(?:{re.escape(buyer)}|{surname}[^\\s，,。]{{1,3}})[的嘅]?{_KIN}"
        rf"|\b(?:i'?m|i am|this is|it'?s) {first}(?:'?s)? {_ENGLISH_KIN}\b"
    )
