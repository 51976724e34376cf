"""At which hour, or on which day, does a buyer mean to be there?"""

from datetime import date, time
from typing import NamedTuple
from unicodedata import normalize

from bot.cases.spoken_day import ASKED, spoken_day
from bot.cases.spoken_hour import spoken_hour
from bot.matching.phrasing import Phrasing

# 周四见, "I will just go": without an hour, a day is one to come on only where somebody says so.
_COMES = Phrasing(
    r"[见去到](?:[吧哈啦哦呗]|签约?|现场|那[边里]|一趟)?[。！!~～\s]*$|过去|过来|准时|再见"
    r"|\b(?:see (?:you|u|ya|them)|be there|come|(?<!to )go|show up|drop by|meet)\b",
)
# What moves or forbids an hour, tells of one that is over, counts something, or is a little.
_NEITHER = Phrasing(
    r"[改换推挪]|提前|几点|[说讲]|回我|回复|答复|消息|知道|结果|不[是去来到见行了]|没|[之以]?[前后](?![天])|[从到]\d|起|[去到来签][了过]|已经|要是|如果|万一|上个?周|昨"
    r"|[一两二三四五六七八九几\d]\s*点\s*(?:问题|要求|建议|意见|疑|想法|钱|利|税|吗?[。！]?\d)"
    r"|(?<![午上十])一点(?!钟|半|[零一二三四五\d])"
    r"|\b(?:not|n't|after|before|until|till|since|move|change|instead|was|were|went|did|if|missed|said|says|say|told|cant|cannot|wont)\b|n't\b",
)


class NamedHour(NamedTuple):
    """The day, if one is named; the hour, if one is; and what else the message says."""

    on: date | None
    at: time | None
    rest: str


def named_hour(message: str, today: date) -> NamedHour | None:
    """When somebody means to be there, or asks whether that is right; None where nothing of that is sure.

    >>> monday = date(2026, 11, 23)
    >>> named_hour("25号下午两点对吧", monday)
    NamedHour(on=datetime.date(2026, 11, 25), at=datetime.time(14, 0), rest='   对吧')
    >>> named_hour("好的 周四见", monday).on, named_hour("能改到3点吗", monday), named_hour("快一点", monday)
    (datetime.date(2026, 11, 26), None, None)
    """
    if _NEITHER.search(message):
        return None
    try:
        on, text = spoken_day(normalize("NFKC", message).casefold(), today, ASKED)
        at, rest = spoken_hour(text)
        other, _ = spoken_hour(rest)
    except ValueError:
        return None
    if other or not (at or (on and on > today and _COMES.search(message))):
        return None
    return NamedHour(on, at, rest)
