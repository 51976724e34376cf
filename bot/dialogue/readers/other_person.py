"""Does somebody else write in the buyer's chat: the seller, an agent, a relative?"""

import re

from bot.matching.phrasing import Phrasing, any_of
from bot.matching.script import legible

_KIN = any_of(
    "老婆|老公|爱人|太太|先生|妻子|丈夫|爸爸?|妈妈?|父亲|母亲|儿子|女儿|姐姐?|妹妹?|哥哥?|弟弟?",
    "朋友|同事|律师|中介|经纪|家属|助理",
)
_ENGLISH_KIN = (
    "wife|husband|mother|mum|mom|father|dad|son|daughter|sister|brother|friend|colleague|lawyer|agent|assistant|partner"
)
# An owner (业主) may be the buyer of a new build, and who has come through an agent is no agent.
_CHINESE = Phrasing(
    r"(?:^|[\s，,。！!])(?:我|俺|这里|这边|我这边)(?:就?是|系)"
    rf"(?:(?:卖家|卖方|房东)(?:本人|(?:的|他|她)?(?:{_KIN}))?|中介|经纪人?|房产经纪|(?:[他她]|买家|买方)的?(?:{_KIN}))(?=[\s，,。！!？?]|$)"
)
_ENGLISH = Phrasing(
    r"\b(?:i'?m|i am|im|this is|it'?s)\s+"
    rf"(?:(?:the |his |her |their |a )?(?:seller|vendor|landlord)(?:'?s (?:{_ENGLISH_KIN}))?"
    r"|(?:the |their |a |an |his |her )?(?:real estate |estate )?(?:agent|broker|realtor)"
    rf"|(?:his|her|the buyer'?s) (?:{_ENGLISH_KIN})|the (?:{_ENGLISH_KIN}) of the buyer)"
    r"(?=\s+(?:here|speaking|writing)\b|\s*[,.;:!?]|\s*$)"
)


def speaks_as_another(message: str, buyer: str | None) -> bool:
    """Does who writes say to be somebody else than the buyer, of whom the name is known, or a relative of theirs?

    >>> speaks_as_another("我是卖家，几点签", None), speaks_as_another("我是房东介绍来的，几点签", None)
    (True, False)
    >>> speaks_as_another("我是林女士的老公", "林女士"), speaks_as_another("我是李先生的太太", "林女士")
    (True, False)
    >>> speaks_as_another("it's the seller here", None), speaks_as_another("it's the seller who is late", None)
    (True, False)
    """
    is_kin = buyer is not None and re.search(f"我就?是{re.escape(buyer)}的?(?:{_KIN})", legible(message))
    return bool(is_kin or _CHINESE.search(message) or _ENGLISH.search(message))
