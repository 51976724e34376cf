"""On which day does a buyer want to hand in papers?"""

from datetime import date, time

from bot.dialogue.readers.when import When
from bot.matching.clauses import phrases
from bot.matching.phrasing import Phrasing
from bot.matching.spoken_day import ASKED, spoken_day
from bot.matching.spoken_hour import spoken_hour

_HANDS_IN = Phrasing(
    r"交(?!房|割|易|首付|通|接|完|往|个?朋友)|送(?!礼|我|给我|孩)|寄(?!我|给我)|补[交齐上]|拿(?:过去|给(?!我)|来)|给[你您]们|宽限"
    r"|\bgive (?:me|us) (?:time )?(?:until|till?)\b|\b(?:hand|bring|send|submit|drop|deliver|give|post|arrives?)\b",
)
_PAPERS = Phrasing(
    r"材料|资料|文件|证明|流水|户口|复印件|申请表"
    r"|\b(?:papers?|documents?|docs?|proof|statements?|certificate|page|copy|hukou|register)\b",
)
# Money, keys, the signing; somebody else, or what others are to send; what cannot be, or only might.
_ELSE = Phrasing(
    r"[不没别](?!行|可以|晚|能|成|[\s。？?！!]*$)|钱|款|税|费|金|房|钥匙|签|合同|卖家|中介|银行|(?<!给)[你您]们|给我|寄我|接|完|学"
    r"|谁|哪|[什甚]么|啥|为何|怎|几|要是|如果|万一|之?后"
    r"|\b(?:pay\w*|money|tax\w*|fees?|deposit|keys?|sign\w*|contract|seller|agent|bank|if|who|what|where|why|how|when"
    r"|(?<!or )not|after|(?<!give me )(?<!give us )until|later|rest|half|two times"
    r"|(?:can|could|will|would|do|are) you(?! give (?:me|us) (?:time )?(?:until|till))|(?:send|give|bring) me)\b"
    r"|\b(?:ca|wo|do|did|does|is|are|was|have|has|could|would)n'?t\b|\bcannot\b|\bimpossible\b",
)
_SENT = (
    r"[天日号一二三四五六][^，,。.！!？?\s]{0,8}(?:邮?寄|发快递)(?!我|给我)"
    r"|\b(?:mail|post|courier) (?:it|them|this|that) (?:today|tomorrow|tmrw?|on)\b"
)
_IS_SENT = Phrasing(_SENT)
# 晚两天, 明天才有, "only comes tomorrow"; or what becomes of the signing by it: 会不会推迟, "will the 27th move".
_LATE = Phrasing(
    r"[晚迟](?:[了交到个]|[一两几半\d])|[赶来]不[到及急上]|超时|过点了|交不[齐上了]|没(?:能)?交[上齐]"
    r"|才(?:能|会|可以)?(?:有|交|到|拿|开|好|给|盖|寄|办|收)|(?:[晚迟交这那]|材料).{0,20}(?:推迟|耽误|影响|往后)"
    r"|[号日天](?:能|会|就|可以)?(?:寄|送)?到(?=[\s。！!，,]*$)"
    # What is sent on a day is there on another.
    rf"|{_SENT}"
    r"|\b(?:late|(?<!and )later|delay\w*|only (?:come|get|have|arrive|today|tomorrow|on)\w*)\b"
    r"|\bnot (?:in time|before|until)\b|\bimpossible (?:by|before)\b"
    r"|\bonly (?:on )?(?:mon|tues|wednes|thurs|fri)day\b"
    r"|\b(?:can'?t|can ?not|won'?t) (?:get|have|bring|make) (?:it|them|this) (?:by|before|in time|tomorrow|today)\b"
    r"|\b(?:will|would|does|is)\b.{0,40}\b(?:move|moved|slip|push|pushed|lost|postponed)\b"
    r"|\b(?:won'?t|wont|can'?t|cant|cannot|will not)\b.{1,40}\bbefore\b",
)
# What else may be late.
_ELSE_LATE = Phrasing(
    r"钱|款|首付|定金|税|费|钥匙|卖家|房东|中介|开发商|银行|堵|迟到|分钟|小时|[晚迟][^，,。.！!？?\s]{0,4}签|推迟签"
    r"|\b(?:pay\w*|money|tax\w*|deposit|keys?|seller|agent|bank|loan|traffic|minutes?|hours?|min|train|flight)\b"
    r"|\bsign (?:it )?(?:a (?:day|week) |\w+ days )?later\b",
)


def hands_in(message: str) -> bool:
    """Is it about handing in papers?

    >>> hands_in("收入证明明天交行吗"), hands_in("明天交首付"), hands_in("can I bring it tomorrow")
    (True, False, True)
    """
    return any(_HANDS_IN.search(part) and not _ELSE.search(part) for part in phrases(message) or (message,))


def comes_late(message: str) -> bool:
    """Is something late, and nothing said to be late but papers?

    >>> comes_late("收入证明明天才盖章"), comes_late("晚两天交要紧吗"), comes_late("首付晚两天行吗")
    (True, True, False)
    >>> comes_late("户口页她明天寄"), comes_late("材料能寄吗")
    (True, False)
    """
    return _LATE.search(message) is not None and not _ELSE_LATE.search(message)


def is_sent(message: str) -> bool:
    """Is the day that on which they are posted?

    >>> is_sent("户口页她明天寄"), is_sent("明天寄到你们那"), is_sent("收入证明明天交行吗")
    (True, True, False)
    """
    return _IS_SENT.search(message) is not None


def names_papers(message: str) -> bool:
    """Does it say that it is papers?"""
    return _PAPERS.search(message) is not None


def hand_in_day(message: str, today: date) -> When | None:
    """The day, and the hour where one is sure; None without a day, for two of them, and for one that is over.

    >>> hand_in_day("收入证明开好了 明天17点半交行吗", date(2026, 11, 23))
    When(on=datetime.date(2026, 11, 24), at=datetime.time(17, 30))
    """
    try:
        on, rest = spoken_day(message, today, ASKED)
    except ValueError:
        return None
    return When(on, _hour(rest)) if on and on >= today and not _ELSE.search(rest) else None


def _hour(text: str) -> time | None:
    """5:30 is either half of the day: then the day alone counts."""
    try:
        at, _ = spoken_hour(text)
    except ValueError:
        return None
    return at
