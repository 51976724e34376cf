"""Which day or hour does a message name, and does it say anything else?"""

import re
from datetime import date, time
from typing import NamedTuple, Self

from bot.cases.case import Appointment
from bot.matching.phrasing import Phrasing, any_of
from bot.matching.spoken_day import ASKED, spoken_day
from bot.matching.spoken_hour import spoken_hour

# What says nothing beside a day or an hour: courtesies, and that it is so. Whatever begins another stands behind it:
# nothing is read twice, or 是不是是不是… would take minutes.
_SO = (
    r"所以|那么|也就是|[你您]刚?才?说|最晚|我?等着|没错|可以|就是|确定|真的|保证|[都还]是|对不对|是不是"
    r"|[\s，,。.!！?？、~～:：的吧吗么呢啊呀哈呗哦噢嗯好行那这是对号]"
    r"|照旧|不变|确认|\b(?:tell me|or not|happening|going ahead|taking place|just|confirm|stays?|stands?|holds?|keep"
    r"|clear|we'?re|ok|okay|so|then|and|it'?s|is|it|at|on|by|the|that|this|for|me|right|correct|sure|still|good|great|fine|yes|yep"
    r"|confirmed|please|pls|thanks|thx|promise|promised|really|always|of|hi|hello|rdv|appointment|appt|meeting)\b"
)
# That it is the last one, or true of both, or of when something comes out.
_UNTIL = r"前|两样|[能会](?:出来|有结果|下来)|出结果|有结果|\b(?:until|till|already|both|all)\b"
# That somebody comes.
_COMING = (
    r"我们|咱们|过去|过来|准时|直接|自己|签约|现场|那边|那里|老地方|[上下中]午|再见|一趟"
    r"|[我就见到去来会要约签不]"
    r"|\b(?:i'll|i'm|i|ill|am|we'll|we|are|you|u|ya|them|will|shall|should|must|need|do|does|just|go|come|be|there|here|see"
    r"|meet|show|up|in|to|sign|signing|agreed)\b"
)
# That it may be too late, or early enough.
_FITTING = (
    r"来得及|赶得上|怎么样|[还能成之前太晚了不]|\b(?:or|what|how|about|possible|works?|enough|early|late|too|am|pm)\b"
)

_IS_SO, _COMES, _FITS = (Phrasing(rf"(?:{any_of(kind, _SO)})*+") for kind in (_UNTIL, _COMING, _FITTING))
# 周四见, "I will just go": without an hour, a day is one to come on only where somebody says so.
_SAYS_TO_COME = Phrasing(
    r"[见去到](?:[吧哈啦哦呗]|签约?|现场|那[边里]|一趟)?[。！!~～\s]*$|过去|过来|准时|再见"
    r"|\b(?:see (?:you|u|ya|them)|be there|come|(?<!to )go|show up|drop by|meet)\b",
)
# 第二点, 有两点, 半夜两点, 一点 alone: no hour at which anybody signs.
_NO_HOUR = Phrasing(
    r"第\s?.\s?点|有\s?.\s?点|几点|半夜|凌晨|不[是去来到见行]|(?<![午上十])一点(?!钟|半|[零一二三四五\d])|要是|如果|万一|\bif\b"
)
# 周五愉快, "talk to you friday": nothing is counted on.
_WISHED = Phrasing(
    r"愉快|快乐|再聊|再说|再问|再联系|联系您|回复|问您"
    r"|\b(?:talk|call|write|text|ask|hear|nice|happy|enjoy|lovely|holiday|thanks for)\b"
)
# 快一点 names none.
_HOUR = Phrasing(r"(?:\d|[两二三四五六七八九十]|十一)\s*点|\d:\d\d|\b\d{1,2}\s*[ap]\.?m\b")


class When(NamedTuple):
    """The day, if one is named; and the hour, if one is (China's time)."""

    on: date | None
    at: time | None

    def is_in(self, text: str) -> bool:
        """Does the text name the hour, on whichever day?

        >>> When(None, time(9)).is_in("24 Nov at 9:00"), When(None, time(9)).is_in("19:00")
        (True, False)
        """
        return self.at is not None and re.search(rf"(?<!\d){self.at.hour}:{self.at.minute:02}", text) is not None

    def is_meant_by(self, agreed: Appointment) -> bool:
        """Is it of this day; or, where none is named, of this hour?"""
        return agreed.day == self.on if self.on else agreed.hour == self.at

    @classmethod
    def of(cls, agreed: Appointment) -> Self:
        """Both, as they are agreed."""
        return cls(agreed.day, agreed.hour)


class SaidWhen(NamedTuple):
    """The day, the hour (China's time), and the rest of the message."""

    on: date | None
    at: time | None
    rest: str

    @property
    def when(self) -> When:
        """Without the rest."""
        return When(self.on, self.at)


def said_when(message: str, today: date) -> SaidWhen | None:
    """All that a message says of a time, and what else it says; None for what there is not, or may be two."""
    try:
        on, text = spoken_day(message, today, ASKED)
        at, rest = spoken_hour(text)
    except ValueError:
        return None
    return SaidWhen(on, at, rest)


def counted_on(phrase: str, today: date) -> When | None:
    """The day to come that is named beside thanks or a farewell, unless it is only wished well, or to talk on.

    >>> monday = date(2026, 11, 23)
    >>> counted_on("那27号见", monday).on, counted_on("拜拜", monday), counted_on("thanks for today", monday)
    (datetime.date(2026, 11, 27), None, None)
    >>> counted_on("talk to you friday", monday), counted_on("周五愉快", monday)
    (None, None)
    """
    said = said_when(phrase, today)
    is_counted_on = said is not None and said.on is not None and said.on > today and not _WISHED.search(phrase)
    return said.when if said and is_counted_on else None


def names_an_hour(message: str) -> bool:
    """Is any hour named in it, one or several?

    >>> names_an_hour("他叫我9点去 你说3点半"), names_an_hour("能快一点吗")
    (True, False)
    """
    return _HOUR.search(message) is not None


def is_it_so(message: str, today: date) -> When | None:
    """The day, or the hour, or both, where nothing else is said but that it is so; None else.

    >>> monday = date(2026, 11, 23)
    >>> is_it_so("december 9 right?", monday), is_it_so("9号能签吗", monday)
    (When(on=datetime.date(2026, 12, 9), at=None), None)
    """
    said = said_when(message, today)
    return said.when if said and (said.on or said.at) and _IS_SO.fullmatch(said.rest) else None


def will_it_do(message: str, today: date) -> bool:
    """周五行吗: is nothing said but a day, or an hour of it, and whether that will do?

    >>> monday = date(2026, 11, 23)
    >>> will_it_do("25号还来得及吗", monday), will_it_do("the 25th?", monday), will_it_do("25号交首付", monday)
    (True, True, False)
    """
    said = said_when(message, today)
    return said is not None and said.on is not None and _FITS.fullmatch(said.rest) is not None


def comes_when(message: str, today: date) -> When | None:
    """When somebody means to be there, or asks whether that is right; None where anything else is said.

    >>> monday = date(2026, 11, 23)
    >>> comes_when("25号下午两点对吧", monday)
    When(on=datetime.date(2026, 11, 25), at=datetime.time(14, 0))
    >>> comes_when("好的 周四见", monday).on, comes_when("能改到3点吗", monday), comes_when("两点太赶", monday)
    (datetime.date(2026, 11, 26), None, None)
    """
    said = None if _NO_HOUR.search(message) else said_when(message, today)
    # Whatever else is said may refuse the hour, move it, or be about something else.
    if said is None or not _COMES.fullmatch(said.rest):
        return None
    is_to_come_on = said.on is not None and said.on > today and _SAYS_TO_COME.search(message)
    return said.when if said.at or is_to_come_on else None
