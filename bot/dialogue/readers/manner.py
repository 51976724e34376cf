"""How is a question put: about whose part of it, of what only might happen, or of what is over?"""

from dataclasses import replace
from datetime import date

from bot.cases.milestones import Role
from bot.dialogue.readers.hand_in import hand_in_day, hands_in
from bot.dialogue.readers.named_day import named_day
from bot.dialogue.readers.when import comes_when
from bot.matching.clauses import phrases
from bot.matching.match import Match
from bot.matching.phrasing import Phrasing
from bot.wording.subject import ITS_DAY, Manner

# 跟卖家在哪签, "what does the seller need from me" are the buyer's own part as well.
_WITH_ME = Phrasing(r"我|咱|[跟和与同]|\b(?:i|we|me|us|my|our|with)\b")
# 会不会是骗子 and 怕是 doubt what is there already; 怕了 fears nothing that is to come; 要是方便 only asks kindly.
_CHINESE = (
    "(?:如果|要是|假如)(?!真的?(?:怎|咋|$)|方便|可以|没记错|没看错)|万一|假设|倘若",
    "会不会(?!是|已|有人)|是不是(?:想|打算)(?!我|让我|叫我)|到时候?(?!见)|(?<![可恐害])怕(?![了死是])(?=\\S\\S)|担心(?=\\S{3})|有可能|可能会",
    "会.{1,10}吗[\\s?？]*$|(?:不|没|失[效约]|拖.{0,6})的话|没批就",
)
_ENGLISH = (
    r"\b(?:what if|in case (?!u|you)|suppos(?:e|ing)\b|assum(?:e|ing)\b|let'?s say|imagine|god forbid)",
    r"\b(?:(?:afraid|scared|worried)(?= \w)|any chance|plan b|might(?! as well)|would (?:i|they|we|he|she))\b",
    r"\bcan (?:he|she|they|the (?:seller|owner)) (?:still |just |even )*(?:sell|back out|cancel|raise|walk away)\b",
    r"\b(?:could (?:he|she|they|it|the)|what happens?\b.{0,24}?\b(?:when|if)\b|should (?:the|my|he|she|they|it) )",
    r"^(?:(?:and|but|so|then|ok)\W+)*(?:if\b(?! (?:possible|you|u)\b)|say (?:my|the|he|she|they|i|it)\b)",
)
_SUPPOSES = Phrasing("|".join((*_CHINESE, *_ENGLISH)))
# What stands before the fear has happened: 房子被查封了会不会影响过户.
_BEFORE = Phrasing(
    r"[了过被拒死没说]|去世|离婚|病危|失业|查封|跑路|失联"
    r"|\b(?:(?!scared|worried|concerned|confused|tired|asked|wondered)\w{2,}ed"
    r"|died|lost|sold|sent|gave|paid|gone|got|was|were|left|broke|quit|ran|told|said|says)\b",
)
# Whatever is told so has happened, wherever it stands.
_TOLD = Phrasing(
    r"刚|已经|昨[天晚]|前天|[告通][诉知]"
    r"|\b(?:just (?:\w+ed|got|heard|lost|paid|sent|now)|already|yesterday|this morning|last (?:night|week))\b"
    r"|\bfound out\b",
)
_SAID = Phrasing(r"说|\b(?:told|said|says|called)\b")
# And what ends so, unless it only follows from what is feared: 我娃报名就完了.
_IS_OVER = Phrasing(
    r"^(?!.*[就会要]).*了[。！!~\s]*$|\b(?:i|we|he|she|they) (?:(?!need\b)\w+ed|sent|paid|gave|lost|signed)\b"
)
_EARLIER = r"(?:上一?[次回]|那[次回]|当时|前[几两][次回]|上周|那天)"
_LOOKS_BACK = Phrasing(
    rf"{_EARLIER}.*没[签办过]?[成上]?|^(?:为[啥什]么?|为什么|怎么|咋)?没(?:能)?签成"
    r"|\bwhy (?:didn'?t|did not|wasn'?t|weren'?t|was(?: it)? not) .*\bsign|\bnot sign\w* (?:last time|back then)",
)
# 缴税也要我去吗, "do I have to be there for the transfer"; but who asks for more wants more than a yes.
_TO_COME = Phrasing(
    r"(?:要不要|用不用|需不需要|必须|需要|一定要|[要用得])(?:我们?|本人|亲自|自己|人|都|也|一起)*(?:去|到场?|在场|跑|过去|出面)"
    r"(?:一?趟|签字?|办|现场)?(?=[吗不么嘛没？?\s]*$)"
    r"|(?:要不要|用不用|需不需要|需要|[要用得])(?:专门|特意|也|都)*请(?:个|一天|半天)?假(?=[吗不么嘛没？?\s]*$)"
    r"|\b(?:do|must|should|need) (?:i|we)(?: both)? (?:still |also |really )?(?:have to |need to )?"
    r"(?:be (?:there|present)|come|go|attend|show up|appear)\b"
    r"|\b(?:do|should|shall) i (?:still )?(?:go|come)(?: there)?(?: \w+)?(?: or (?:not|no))?\W*$"
    r"|\bi (?:still )?go(?: \w+){0,3}? or not?\b"
    r"|\bdoes it (?:have|need) to be me\b|\b(?:am|are) (?:i|we) needed\b",
)
_ASKS_MORE = Phrasing(r"[什甚]么|啥|哪|谁|几|多少|怎|\b(?:what|when|where|who|which|how|why)\b")
_GOES_ON = Phrasing(r"还|一直|到现在|至今|总|目前|\b(?:yet|still|now|today|told|said|say)\b")


def manner(match: Match, today: date) -> Manner:
    """How the question is put."""
    message = match.message
    supposed, named = supposes(message), named_day(message, today)
    manner = Manner(whose(match), supposed, past=not supposed and looks_back(message))
    if hands_in(message) and (handed := hand_in_day(message, today)):
        return replace(manner, named=handed.on, hour=handed.at, hands_in=True)
    if named:
        return replace(manner, named=named.on, is_by=named.is_by)
    hour = comes_when(message, today)
    return replace(manner, named=hour.on or ITS_DAY, hour=hour.at) if hour else manner


def whose(match: Match) -> Role | None:
    """The person about whose part is asked: the only one named, and not beside oneself."""
    named = match.slots.parties
    return named[0] if len(named) == 1 and not _WITH_ME.search(match.message) else None


def supposes(message: str) -> bool:
    """Is it about what might happen, and is nothing told that has? In doubt, it has happened.

    >>> supposes("要是卖家那天不来呢"), supposes("what if the bank says no")
    (True, True)
    >>> supposes("im a bit scared, could the seller sell it to others"), supposes("can he still sell it")
    (True, True)
    >>> supposes("卖家是不是想涨价"), supposes("卖家是不是想涨价 昨天说要加钱")
    (True, False)
    >>> supposes("我被裁了会不会影响放款"), supposes("I lost my job, might they cancel"), supposes("会不会是骗子")
    (False, False, False)
    """
    if _TOLD.search(message):
        return False
    is_feared = False
    for part in phrases(message):
        marker = _SUPPOSES.search(part)
        if not is_feared and _BEFORE.search(part[: marker.start()] if marker else part):
            return False
        if marker is None and is_feared and (_IS_OVER.search(part) or _SAID.search(part)):
            return False
        is_feared = is_feared or marker is not None
    return is_feared


def asks_to_come(message: str) -> bool:
    """Is nothing asked but whether one has to be there?

    >>> asks_to_come("缴税也要我去吗"), asks_to_come("do I have to be there for the transfer")
    (True, True)
    >>> asks_to_come("过户要去哪"), asks_to_come("what do I need to bring")
    (False, False)
    """
    return _TO_COME.search(message) is not None and not _ASKS_MORE.search(message)


def looks_back(message: str) -> bool:
    """Is it about a time that is over, and not about what still goes on?

    >>> looks_back("上次为什么没签成"), looks_back("为什么到现在还没签成"), looks_back("why didn't we sign last time")
    (True, False, True)
    """
    return _LOOKS_BACK.search(message) is not None and not _GOES_ON.search(message)
