"""Does one phrase of a message cry out, whatever else is asked in it?"""

from collections.abc import Callable, Sequence

from bot.matching.clauses import asks
from bot.matching.match import Alarm, Match, Verdict
from bot.matching.phrasing import Phrasing
from bot.matching.said import ELSEWHERE
from bot.matching.tiers import Tiers

_LAUGHS = Phrasing(
    r"哈哈|嘻嘻|(?<!玩)笑|捂脸|(?<![是没有])开玩笑|[😂🤣😅😆😁😄]|\b(?:lol|l?mao|haha\w*|jk|(?<!not )kidding)\b"
)
# What is heard of others, long over or supposed has not happened to whoever tells it.
_OF_OTHERS = Phrasing(
    r"听[说人]|新闻|网上|网传|同事|朋友|邻居|亲戚|隔壁|当年|以前|之前|从前|前年|去年|多年|年前|好多年|小时候|早就|报纸|有一?次|上次"
    r"|如果|要是|万一|假如|假设|就算|怕是|会不会|防止|以免|免得|差点|想起|看[啥谁]都|当是|以为"
    r"|\b(?:heard|news|read about|colleague|friend|neighbou?r|uncle|aunt|cousin"
    r"|years ago|last year|long since|back in|once|used to|previously|if|in case|unless|suppose|say"
    r"|nearly|almost|about to|gonna|could|would|might|may|not|isn'?t|wasn'?t|didn'?t)\b"
)
# Unless it is done to them: 邻居威胁要打死我, "my neighbour threatened me".
_TO_ME = Phrasing(
    r"(?:威胁|骗|弄死|打死?|杀|砍|害|逼|恐吓|报复)(?:了|要|死|过)*(?:我|俺|咱|我们)"
    r"|\b(?:threaten\w*|scam\w*|cheat\w*|hit|beat|kill|hurt|attack\w*|stab\w*)\b[^,.;]{0,12}\b(?:me|us|my)\b"
)
_DENIED = Phrasing(r"没有?[被人]|不是|没人|\b(?:nobody|no one|no)\b")
# So sure a phrase has to be by itself, and so far ahead of what else it may mean.
_PLAIN = 0.8
_AHEAD = 0.2


def beside(hear: Callable[[str], Match], parts: Sequence[str], whole: Match, tiers: Tiers) -> Sequence[Match]:
    """什么时候签约，他威胁我: the phrases that must not wait however surely the whole is something else."""
    if len(parts) < 2 or _LAUGHS.search(whole.message):  # noqa: PLR2004
        return []
    is_harmless = whole.intent not in tiers.grave
    alarms = [part for part in map(hear, parts) if part.alarm and part.intent in tiers.urgent]
    return [part for part in alarms if _is_for_life(part, tiers) or (is_harmless and _is_told(part, whole))]


def _is_for_life(part: Match, tiers: Tiers) -> bool:
    return part.alarm == Alarm.RULE and part.intent in tiers.life


def cries_out(part: Match, told: Sequence[Match], whole: Match, tiers: Tiers) -> bool:
    """Must a phrase not wait, where the whole is not surely one thing?

    A rule has to say so; not in other matters, unless something else is told beside it that is ours.
    """
    is_urgent = part.alarm == Alarm.RULE and part.intent in tiers.urgent
    return is_urgent and (ELSEWHERE not in whole.said.concepts or len(told) > 1)


def _is_told(part: Match, whole: Match) -> bool:
    """Is it told in so many words, by somebody to whom it happens now?

    An example is proof enough where it is done to them; else a rule has to say so, beside what is surely asked.
    """
    text = part.message
    is_plain = part.alarm == Alarm.RULE and part.margin >= _AHEAD and whole.verdict == Verdict.SURE
    is_own = _TO_ME.search(text) is not None or (is_plain and not _OF_OTHERS.search(text))
    return is_own and part.candidates[0].score >= _PLAIN and not asks(text) and not _DENIED.search(text)
