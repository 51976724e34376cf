"""Which part of the last answer do a few words ask about? 几号到期, 谁去办, "sure?", "and if it fails?"."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.dialogue.readers.manner import supposes
from bot.matching.phrasing import Phrasing, any_of
from bot.matching.template import NOTHING, readable
from bot.wording.follow_up import FollowUp

# Who writes more than this says what it is about.
_LONGEST = 64
# So much may stand before it that says nothing; the bound keeps 那那那… from taking minutes.
_MOST_BEFORE = 6
_NOTHING = NOTHING.pattern

# 要是明天还没修好呢, "and if it slips": what was spoken of does not come about, or late.
FAILING = Phrasing(
    r"没(?:有)?[办过放签到下成好修批弄恢来交出消人结信]|还没有?(?=[呢怎咋\W]|$)|没[空时]|不[行成来了搬交给批放肯迁签同答方]|[办过放签到下成批查来出]不"
    r"|晚(?!上)|拖|赶不|联系不|错过|放鸽子|爽约|不打|不回|不理|[过坏停超]了"
    r"|\b(?:slips?|late|later|delay\w*|not?|don'?t|doesn'?t|won'?t|isn'?t|nothing|fails?|still|longer|says? no"
    r"|down|never|miss(?:es)?|away|busy)\b",
)
_WHAT_THEN = ("呢", "咋办", "怎么办", "会咋样", "会怎样", "会怎么样")
_ASKS_WHAT = Phrasing(r"[什甚]么|啥|哪|谁|几|多[少久]|\b(?:what (?!if|happen)|who|where|when|which|how)\b")


@dataclass(frozen=True)
class Around:
    """Patterns of what may stand before and after, and says nothing: in Chinese, and whole English words."""

    before: str
    after: str


class FollowUps:
    """How buyers ask each part of an answer, in the editors' words (`intents/_follow_ups.yaml`), the first first.

    `asked` and `never` are patterns: of the whole message, and of what must not stand in it.
    """

    def __init__(
        self, asked: Mapping[FollowUp, str], never: Mapping[FollowUp, str], around: Around = Around(_NOTHING, _NOTHING)
    ) -> None:
        parts = any_of(*(f"(?P<{kind}>(?!.*{never.get(kind, _NOTHING)}){pattern})" for kind, pattern in asked.items()))
        before, after = rf"(?:{around.before}\W*+){{0,{_MOST_BEFORE}}}?", rf"(?:\W|{around.after})*+"
        self._part = Phrasing(f"{before}{parts}{after}")

    def part(self, message: str) -> FollowUp | None:
        """The part that is asked about, where nothing else is said: not even of what."""
        said = message.strip()
        if len(said) > _LONGEST:
            return None
        found = self._part.fullmatch(readable(said))
        kind = FollowUp(found.lastgroup) if found and found.lastgroup else None
        return kind if kind != FollowUp.FAILS or _fails(said) else None


def _fails(message: str) -> bool:
    """Is it feared that something does not come about, and is nothing else asked?"""
    is_feared = supposes(message) or message.rstrip("？?。 ").endswith(_WHAT_THEN)
    return is_feared and FAILING.search(message) is not None and not _ASKS_WHAT.search(message.replace("怎么办", ""))
