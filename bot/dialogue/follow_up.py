"""Which part of the last answer do a few words ask about? 几号到期, 谁去办, "sure?", "and if it fails?"."""

from bot.dialogue.asked_on import ASKED_ON
from bot.dialogue.manner import supposes
from bot.matching.phrasing import Phrasing, any_of
from bot.wording.subject import FollowUp

# Who writes more than this says what it is about.
_LONGEST = 48

# What may stand around it and says nothing. Each can be read in one way only, or 嗯嗯嗯… would take minutes.
_LEAD = any_of(
    "那个?|这个?|它|[这那]一?[步事]|所以|就是|不过|但是?|然后|对了|嗯++|哦++|噢|[额呃]|请问|好的?|行|具体|大概|到底|究竟|一般|最后|真|都|也|又|还",
    "ok(?:ay)?|so|and|but|then|also|well|h?mm++|wait|sorry|exactly|roughly|thx|thanks?|thank you|yes|yeah|no|pls",
    "please",
)
_TAIL = r"[啊呀呢吗嘛么哦噢的了吧哈啦嘞欸！!？?。.,，~～…\s]*+" + any_of(
    "来着|拜拜|再见|谢谢",
    r"(?:exactly|then|please|pls|though|tho|now|anyway|about|roughly|here|again|total|thanks|thx|ty|bye)\W*+",
)
_READS = {kind: Phrasing(rf"(?:{_LEAD}[，,、。.!！\s]*+)*?{asked}{_TAIL}*+") for kind, asked in ASKED_ON.items()}
# 要是明天还没修好呢, "and if it slips": what was spoken of does not come about, or late.
FAILING = Phrasing(
    r"没(?:有)?[办过放签到下成好修批弄恢来交出消人]|不[行成来了搬交给批放肯迁签]|[办过放签到下成批查来]不"
    r"|晚(?!上)|拖|赶不|联系不|错过|放鸽子|爽约|不打|不回|不理|[过坏停超]了"
    r"|\b(?:slips?|late|later|delay\w*|not?|don'?t|doesn'?t|won'?t|isn'?t|fails?|still|longer|says? no"
    r"|down|never|miss(?:es)?|away)\b",
)
_ASKS_WHAT = Phrasing(r"[什甚]么|啥|哪|谁|几|多[少久]|\b(?:what (?!if)|who|where|when|which|how)\b")


def follow_up(message: str) -> FollowUp | None:
    """The part that is asked about, where nothing else is said: not even of what.

    >>> [str(follow_up(text)) for text in ("几号到期", "那谁去办啊", "are you sure?", "and if it fails?", "要多久")]
    ['when', 'who', 'sure', 'fails', 'None']
    """
    said = message.strip()
    if len(said) > _LONGEST:
        return None
    kind = next((kind for kind, phrasing in _READS.items() if phrasing.fullmatch(said)), None)
    return kind if kind != FollowUp.FAILS or _fails(said) else None


def _fails(message: str) -> bool:
    """Is it feared that something does not come about, and is nothing else asked?"""
    is_feared = supposes(message) or message.rstrip("？?。 ").endswith(("呢", "咋办", "怎么办"))
    return is_feared and FAILING.search(message) is not None and not _ASKS_WHAT.search(message.replace("怎么办", ""))
