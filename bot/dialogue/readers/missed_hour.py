"""Does a buyer remind us of an hour at which we were to ask, and which is over?"""

from datetime import datetime

from bot.cases.case import CHINA
from bot.matching.phrasing import Phrasing
from bot.matching.spoken_hour import spoken_hour

# 说好12点的, 人呢, 现在都两点了; "you said", "nobody called".
_REMINDS = Phrasing(
    r"[说讲]|答应|约好|通知|告诉|人[呢咧]|没(?:人|动静|消息|信|回|联系|打)|还没|不见|[都已]经?.{0,4}点|过了|等[了到]"
    r"|\b(?:said|told|promised|was to|were to|supposed|nobody|no one|still|nothing|past|already|waiting|where)\b",
)
# 三点半了没人找我, "nobody rang", 到底几点回我: nobody has answered, whatever hour it is.
_NOBODY_CAME = Phrasing(
    r"(?:还|也|都|到现在)?没(?:有)?(?:一个)?人(?:来)?(?:找|联系|回|打给|理|通知|跟)我|到底(?:几点|什么时候|啥时候)(?:能|才)?(?:回|找|联系)我"
    r"|\b(?:nobody|no one) (?:has |even |ever )?(?:rang|rung|called|phoned|wrote|written|contacted|came)\b"
)
# Who asks what to do by then, or for another hour, reminds of none.
_ELSE = Phrasing(r"要是|如果|万一|改[到成]|明[天早]|后天|\b(?:if|tomorrow|change|move)\b")


def reminds_of(message: str, missed: datetime) -> bool:
    """Is that hour named, and that somebody was to be there?

    >>> noon = datetime.fromisoformat("2026-10-13T12:00+08:00")
    >>> reminds_of("不是讲12点前给我讲结果的吗,人呢", noon), reminds_of("you said 12:00, nobody called", noon)
    (True, True)
    >>> reminds_of("12点能改到3点吗", noon), reminds_of("你说3点", noon), reminds_of("有结果吗", noon)
    (False, False, False)
    """
    if _ELSE.search(message) or not _REMINDS.search(message):
        return False
    try:
        at, _ = spoken_hour(message)
    except ValueError:
        return False
    return at == missed.astimezone(CHINA).time()


def nobody_came(message: str) -> bool:
    """Is it said that nobody has answered?

    >>> nobody_came("三点半了 没人找我啊"), nobody_came("its gone quarter past and nobody rang")
    (True, True)
    >>> nobody_came("if nobody called, what then"), nobody_came("没人骗我")
    (False, False)
    """
    return _NOBODY_CAME.search(message) is not None and not _ELSE.search(message)
