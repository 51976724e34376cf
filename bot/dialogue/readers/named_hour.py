"""At which hour, or on which day, does a buyer mean to be there?"""

from datetime import date, time
from typing import NamedTuple, Self

from bot.cases.case import Appointment
from bot.cases.spoken_day import ASKED, in_small_letters, spoken_day
from bot.cases.spoken_hour import spoken_hour
from bot.matching.phrasing import Phrasing

# 周四见, "I will just go": without an hour, a day is one to come on only where somebody says so.
_COMES = Phrasing(
    r"[见去到](?:[吧哈啦哦呗]|签约?|现场|那[边里]|一趟)?[。！!~～\s]*$|过去|过来|准时|再见"
    r"|\b(?:see (?:you|u|ya|them)|be there|come|(?<!to )go|show up|drop by|meet)\b",
)
# All that may stand beside it: whatever else is said may refuse the hour, move it, or be about something else.
_BESIDE = Phrasing(
    r"(?:[\s，,。.!！?？、~～:：的吧吗么啊呀哈呗哦噢嗯好行那这我就见到去来会要约签是对不号]|我们|咱们|过去|过来|准时|直接|自己|签约|没错|可以"
    r"|现场|那边|那里|老地方|[上下中]午|再见|一趟|对吧|是吧"
    r"|\b(?:ok|okay|so|then|and|i|i'll|ill|i'm|will|just|go|come|be|there|here|see|you|u|ya|it|its|it's|is|at|on|by|right"
    r"|correct|sure|do|does|should|shall|must|need|we|we'll|the|for|me|still|good|great|fine|yes|yep|in|to|am|are|sign|signing|thanks|thx|pls|please|meet"
    r"|show|up|them|agreed|confirmed)\b)*",
)
# What only asks whether a day or an hour is right.
_SO = Phrasing(
    r"(?:[\s，,。.!！?？~～那是对吧吗呢的啊号么前]|没错|就是|对不对|[都还]是|两样|[能会](?:出来|有结果|下来)|出结果|[能会]有结果|\b(?:so|then|it'?s|its|is|it|at|on|by|until|till|right|correct|yes|ok|already"
    r"|sure|that|the|both|all)\b)*",
)
# 第二点, 有两点, 半夜两点, 一点 alone: no hour at which anybody signs.
_NO_HOUR = Phrasing(
    r"第.?点|有.?点|几点|半夜|凌晨|不[是去来到见行]|(?<![午上十])一点(?!钟|半|[零一二三四五\d])|要是|如果|万一|\bif\b"
)


# 快一点 names none.
_HOUR = Phrasing(r"(?:\d|[两二三四五六七八九十]|十一)\s*点|\d:\d\d|\b\d{1,2}\s*[ap]\.?m\b")


class NamedHour(NamedTuple):
    """The day, if one is named; and the hour, if one is (China's time)."""

    on: date | None
    at: time | None

    @classmethod
    def of(cls, agreed: Appointment) -> Self:
        """Both, as they are agreed."""
        return cls(agreed.day, agreed.hour)


class SaidWhen(NamedTuple):
    """The day, the hour (China's time), and the rest of the message."""

    on: date | None
    at: time | None
    rest: str


def names_an_hour(message: str) -> bool:
    """Is any hour named in it, one or several?

    >>> names_an_hour("他叫我9点去 你说3点半"), names_an_hour("能快一点吗")
    (True, False)
    """
    return _HOUR.search(message) is not None


def named_hour(message: str, today: date) -> NamedHour | None:
    """When somebody means to be there, or asks whether that is right; None where anything else is said.

    >>> monday = date(2026, 11, 23)
    >>> named_hour("25号下午两点对吧", monday)
    NamedHour(on=datetime.date(2026, 11, 25), at=datetime.time(14, 0))
    >>> named_hour("好的 周四见", monday).on, named_hour("能改到3点吗", monday), named_hour("两点太赶", monday)
    (datetime.date(2026, 11, 26), None, None)
    """
    said = None if _NO_HOUR.search(message) else said_when(message, today)
    if said is None or not _BESIDE.fullmatch(said.rest):
        return None
    comes = said.on is not None and said.on > today and _COMES.search(message)
    return NamedHour(said.on, said.at) if said.at or comes else None


def only_a_day(message: str, today: date) -> NamedHour | None:
    """The day, or the hour, or both, where nothing else is said but that it is so; None else.

    >>> only_a_day("december 9 right?", date(2026, 11, 23)), only_a_day("9号能签吗", date(2026, 11, 23))
    (NamedHour(on=datetime.date(2026, 12, 9), at=None), None)
    """
    said = said_when(message, today)
    if said is None or not (said.on or said.at):
        return None
    return NamedHour(said.on, said.at) if _SO.fullmatch(said.rest) else None


def said_when(message: str, today: date) -> SaidWhen | None:
    """All that a message says of a time, and what else it says; None for what there is not, or may be two."""
    try:
        on, text = spoken_day(in_small_letters(message), today, ASKED)
        at, rest = spoken_hour(text)
    except ValueError:
        return None
    return SaidWhen(on, at, rest)
