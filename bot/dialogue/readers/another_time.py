"""Does a buyer name a time at which they would rather come?"""

from collections.abc import Set as AbstractSet
from datetime import date, time

from bot.cases.case import Appointment
from bot.dialogue.readers.manner import supposes
from bot.dialogue.readers.named_day import named_day
from bot.matching.clauses import phrases
from bot.matching.phrasing import Phrasing
from bot.matching.script import even
from bot.matching.spoken_day import ASKED, NOTED, spoken_days
from bot.matching.spoken_hour import spoken_hour, spoken_hours, without_hours

# Who asks when, or who, or by when; whether they are late; what is over.
_ELSE = Phrasing(
    r"[什甚]么|啥|哪(?![天都])|几[号点时天]|谁|怎|咋|多[久少]|为何|截止|之?前|[之以]后再?[说看]|[昨前]天|迟到|晚到|[签过放办]了|[去来]不[去来]|原来约|原定|约的是|约好的?是"
    r"|\b(?:what|when|where|who|which|how|why|deadline|by|before|late|yesterday|last|was|were|did)\b",
)
# Why it takes from one day to another: no time is offered in all of the message.
_WHY = Phrasing(r"为[什啥甚]么?|\bwhy\b")
# A time that will not do is not one that would suit.
_REFUSED = Phrasing(
    r"走不开|(?<!行)不[行在](?!吗|[?？])|没空|[来去]不了|不(?:太)?方便|有事|出差|出国|旅游|不在(?![吗场])|别[约排定]|要?上班|撞|冲突"
    r"|\b(?:can'?t|cannot|not|don'?t|busy|away|abroad|trip|holiday|vacation|travell?ing|impossible|clashes|no)\b",
)
# What stands beside hours among which the other side may choose, and says nothing else.
_OFFERED = Phrasing(
    r"(?:[\W_]|\d{1,2}|或者?|还是|要么|[和跟到都也就那我吧嘛哈好]|之?[前后]|以[前后]|左右|前后|的话|那天|当天|比较|方便|可以|行|有空|能[来到]"
    r"|\b(?:or|and|to|till?|until|between|from|after|before|around|about|any ?time|either|maybe|both|same|that|the|day"
    r"|is|are|would|be|fine|ok(?:ay)?|good|great|works?|suits?|best|better|possible|if|for|me|us|i|we|can|could|do|in|at"
    r"|make it|come|please|pls|then)\b)*+",
)
_NOON = 12
_MORNING, _AFTERNOON = Phrasing(r"早|上午|\bmorning\b"), Phrasing(r"下午|晚|\b(?:afternoon|evening)\b")


def names_another_time(message: str, today: date, agreed: Appointment | None) -> bool:
    """Is there a day or an hour to come in it that is not the one agreed, and is nothing asked of it?

    >>> monday = date(2026, 11, 23)
    >>> named = ("wednesday NOT possible. thursday 26 10am pls", "26号或者27号都行", "礼拜四下午三点")
    >>> [names_another_time(message, monday, None) for message in named]
    [True, True, True]
    >>> [names_another_time(message, monday, None) for message in ("周四几点有号", "要是周四也不行呢", "周五前能签吗")]
    [False, False, False]
    """
    if _WHY.search(message) or ((asked := named_day(message, today)) and asked.is_by):
        return False
    return any(_is_another(part, today, agreed) for part in phrases(message) if not _means_else(part))


def _means_else(part: str) -> bool:
    """Does it ask something, refuse a time, or only say what might be?"""
    return bool(_ELSE.search(part) or _REFUSED.search(part) or supposes(part))


def offers_hours(message: str, taken: AbstractSet[time]) -> bool:
    """Are hours to come all that is in it, and not only those that are agreed or promised?

    >>> taken = {time(17)}
    >>> [offers_hours(message, taken) for message in ("16:30 or 17", "10点或者11点都行", "mornings", "3:30 or 4")]
    [True, True, False, True]
    >>> [offers_hours(message, taken) for message in ("17:00 ok", "why 17:00", "好", "10点你没回我")]
    [False, False, False, False]
    """
    rest, hours = without_hours(message), spoken_hours(message)
    is_all = rest != even(message) and _OFFERED.fullmatch(rest) is not None
    return is_all and not (hours and hours <= taken)


def _is_another(part: str, today: date, agreed: Appointment | None) -> bool:
    ahead = {day for day in spoken_days(part, today, (*NOTED, *ASKED)) if day >= today}
    if agreed is None or ahead - {agreed.day}:
        return bool(ahead)
    return bool(ahead) and _is_at_another_hour(part, agreed)


def _is_at_another_hour(text: str, agreed: Appointment) -> bool:
    try:
        at, _ = spoken_hour(text)
    except ValueError:
        return True
    if at is None:
        return (_AFTERNOON if agreed.hour.hour < _NOON else _MORNING).search(text) is not None
    return at != agreed.hour
