"""Which day does a buyer name when asking about a step, and is it one by which it has to be done?"""

from datetime import date, timedelta
from typing import NamedTuple

from bot.matching.clauses import asks, phrases
from bot.matching.phrasing import Phrasing
from bot.matching.spoken_day import ASKED, spoken_day

# 10号前, 月底, "by Friday": whatever comes earlier is in time.
_BY = Phrasing(
    r"[之以]?前|来得及|赶得?[上在及]|(?<![推延改拖挪]到)(?<!到下个)[月年][底末]"
    r"|\b(?:by|before|in time|make it|end of|year[- ]end)\b",
)
# From a day on, what is over, another year, several days, every such day, or a week before one; what has to be, cannot
# be or only might; the contract's last day; an hour. None of it can be held against one day.
_NEITHER = Phrasing(
    r"[之以]?后(?!天)|[起从自]|到时|[明去后前]年|(?<!是)不是|上个?[周月]|[签办付放过批]了|了[吗没]"
    r"|[之以目]前[说讲约]|目前|提前|每|前[一二两三四五六七八九十\d]+个?[天周月工]"
    r"|\d\s*[-~～—–到至、或和及]\s*\d|必须|一定要|得[在赶]|(?<![能会行])不[能会行]|[如要万]果?[是一]|如果|最[晚迟]|截止|期限"
    r"|[\d一二三四五六七八九十]\s*点(?!儿)|\d[:：]\d\d|(?:上午|下午|早上|中午|晚上)(?!几)"
    r"|告诉|通知|知道|能回|回我|回复|答复|提醒|取消|签约前|能不(?!能)|优惠|为[什啥]|谁|哪天|要带|多久|会来|让|大大后|\d\s+\d+[号日]"
    r"|\bcancel\w*|\bcalled off\b|\b(?:tell|know|confirm|remind|why|who|how long|cheaper|come|open(?! on\b))\b"
    r"|\b(?:after|since|from|until|till|not (?:by|before)|next year|last|already|deadline|latest|every|each)\b"
    r"|\b(?:did|was|were|happened|went|must|have to|has to|had to|need(?:s|ed)? to|should|if|penalty|late|impossible)\b"
    r"|n'?t\b|\b(?:days?|weeks?|months?) (?:before|after)\b|day week\b|\b\d{1,2} ?(?:am|pm|o'?clock)\b"
    r"|\b(?:morning|afternoon|evening|noon)\b",
)
# What asks without a question: 那25号呢, "and the 25th".
_ASKS_ON = Phrasing(r"呢\W*$|[?？]|\bsure\W*$|^\W*(?:那|and|so|then|what about|how about)\b")
# A purchase takes weeks: who names a day further off means another year's, or one that is over.
_FURTHEST = timedelta(days=200)


class NamedDay(NamedTuple):
    """The day; whether it has to be done by then; and what else the message says."""

    on: date
    is_by: bool
    rest: str


def named_day(message: str, today: date) -> NamedDay | None:
    """The day to come that is asked about; None where there is none, or not only one.

    >>> monday = date(2026, 11, 23)
    >>> named_day("12月10号前能签吗", monday)
    NamedDay(on=datetime.date(2026, 12, 10), is_by=True, rest=' 前能签吗')
    >>> named_day("25号我要出差，什么时候签", monday), named_day("今天能签吗", monday), named_day("10号以后呢", monday)
    (None, None, None)
    """
    parts = phrases(message) or (message,)
    asking = [part for part in parts if asks(part)]
    is_by = _BY.search(message) is not None
    if _NEITHER.search(message) or not (asking or (len(parts) == 1 and (is_by or _ASKS_ON.search(message)))):
        return None
    try:
        read = {part: spoken_day(part, today, ASKED) for part in parts}
    except ValueError:
        return None
    day = next((on for part in reversed(asking or parts[:1]) if (on := read[part][0])), None)
    if day is None or not today < day <= today + _FURTHEST or {on for on, _ in read.values()} - {day, None}:
        return None
    return NamedDay(day, is_by, " ".join(rest for _, rest in read.values()))
