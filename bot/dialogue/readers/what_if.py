"""Does a buyer ask what follows if that for which everybody waits comes on a day?"""

from datetime import date

from bot.dialogue.readers.manner import supposes
from bot.matching.clauses import asks
from bot.matching.phrasing import Phrasing
from bot.matching.spoken_day import ASKED, spoken_day

_COMES = Phrasing(
    r"出来|出结果|有结果|下来|批下|通过|办[完好]|搞[定好]|弄好|恢复|修好|好了|回话|答应|解决"
    r"|\b(?:it|that|this|answer|check|approval)(?: only| finally)? (?:come|comes|came)\b"
    r"|\b(?:result|results|done|ready|clear|clears|cleared|pass|passes|back|fixed|finish|finishes|finished"
    r"|resolved|solved|agrees?|answers?)\b",
)
# 20号才出来, "only on the 20th": late as that may be.
_AS_LATE = Phrasing(r"才|拖到|等到|要到|晚到|\b(?:only|until|till|not before|as late as|late)\b")
# That it has not come by then has an answer of its own; so has when we tell, why, and what the buyer is late with.
_ELSE = Phrasing(
    r"还[没不]|没[出下有办批]|[不没]下来|出不来|告诉|通知|回我|签[得不]?(?:下来|[好完掉])|为[什啥]"
    r"|(?:我|俺|咱)[^，,。？?]{0,12}(?:才|等到|拖到|要到)"
    r"|\bwhy\b|\b(?:i|we)(?:'m|'ll| am| can| will| only)|\bsign(?:ing)?(?: only)? (?:on|until|by)\b"
    r"|\b(?:still|hasn'?t|isn'?t|doesn'?t|don'?t|won'?t|no result|tell me|let me know)\b(?!.*\buntil\b)",
)


def day_it_may_come(message: str, today: date) -> date | None:
    """The day to come on which it is supposed to come; None where nothing is asked about that.

    >>> monday = date(2026, 10, 12)
    >>> day_it_may_come("20号才出来，来得及吗", monday), day_it_may_come("if it only comes on the 20th?", monday)
    (datetime.date(2026, 10, 20), datetime.date(2026, 10, 20))
    >>> day_it_may_come("15号还没出来怎么办", monday), day_it_may_come("我20号才回来，来得及吗", monday)
    (None, None)
    """
    is_supposed = supposes(message) or (asks(message) and _AS_LATE.search(message))
    if not is_supposed or not _COMES.search(message) or _ELSE.search(message):
        return None
    try:
        on, _ = spoken_day(message, today, ASKED)
    except ValueError:
        return None
    return on if on and on > today else None
