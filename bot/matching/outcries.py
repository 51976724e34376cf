"""Does one phrase of a message cry out, whatever else is asked in it?"""

from collections.abc import Callable, Sequence

from bot.matching.clauses import asks
from bot.matching.match import Alarm, Match, Verdict
from bot.matching.phrasing import Phrasing
from bot.matching.said import ELSEWHERE
from bot.matching.tiers import Tiers

_LAUGHS = Phrasing(r"哈哈|嘻嘻|笑|捂脸|开玩笑|[😂🤣😅😆😁😄]|\b(?:lol|l?mao|haha\w*|jk|kidding)\b")
# What is heard of others, long over, supposed or denied has not happened to whoever tells it.
_NOT_TO_ME_NOW = Phrasing(
    r"听[说人]|新闻|网上|网传|同事|朋友|邻居|亲戚|隔壁|当年|以前|之前|从前|前年|去年|多年|年前|好多年|有一?次|上次"
    r"|如果|要是|万一|假如|假设|就算|怕是|会不会|防止|以免|免得|差点|想起|看[啥谁]都|当是|以为|没有?[被人]|不是|没人"
    r"|\b(?:heard|news|read about|colleague|friend|neighbou?r|uncle|aunt|cousin|grand\w+"
    r"|years ago|last year|back in|once|used to|previously|if|in case|unless|suppose|say"
    r"|nearly|almost|about to|gonna|could|would|might|may|nobody|no|not|isn'?t|wasn'?t|didn'?t)\b"
)
# So sure a phrase has to be by itself, and so far ahead of what else it may mean.
_PLAIN = 0.8
_AHEAD = 0.2


def beside(hear: Callable[[str], Match], parts: Sequence[str], whole: Match, tiers: Tiers) -> Sequence[Match]:
    """什么时候签约，他威胁我: the phrases that must not wait however surely the whole is something else."""
    if len(parts) < 2 or _LAUGHS.search(whole.utterance.original):  # noqa: PLR2004
        return []
    is_plain = whole.verdict == Verdict.SURE and whole.intent not in tiers.grave
    alarms = [part for part in map(hear, parts) if part.alarm == Alarm.RULE and part.intent in tiers.urgent]
    return [part for part in alarms if part.intent in tiers.life or (is_plain and _is_told(part))]


def cries_out(part: Match, told: Sequence[Match], whole: Match, tiers: Tiers) -> bool:
    """Must a phrase not wait, where the whole is not surely one thing?

    A rule has to say so; not in other matters, unless something else is told beside it that is ours.
    """
    is_urgent = part.alarm == Alarm.RULE and part.intent in tiers.urgent
    return is_urgent and (ELSEWHERE not in whole.said.concepts or len(told) > 1)


def _is_told(part: Match) -> bool:
    """Is it told in so many words, by somebody to whom it happens now?"""
    text = part.utterance.original
    is_sure = part.candidates[0].score >= _PLAIN and part.margin >= _AHEAD
    return is_sure and not asks(text) and not _NOT_TO_ME_NOW.search(text)
