"""Which questions does a message ask, once it is taken apart?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.matching.clauses import asks, clauses, phrases, without_not_asked
from bot.matching.match import Alarm, Match, Verdict
from bot.matching.said import ELSEWHERE
from bot.matching.tiers import Tiers

# More answers than this nobody reads at once.
_MOST = 2
# A question that goes on behind a comma has so many units at least, and such a score: others belong to the one before.
_SHORTEST, _SHORTEST_AT_HOME = 5, 3
_CLEAR = 0.75
# From this score on a rule speaks for itself, whatever is said around it.
_BY_ITSELF = 0.6
# From this share of unknown words on, a part may be about anything.
_STRANGE = 0.4


@dataclass(frozen=True)
class Understanding:
    """The message as a whole, the parts to be answered (best first), and the intents of those that are too many."""

    whole: Match
    asked: tuple[Match, ...]
    left: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """Is there anything to answer?"""
        return Verdict.SURE if self.asked else self.whole.verdict


class Hearer(Protocol):
    """Whoever can tell what one part of a message means."""

    @property
    def tiers(self) -> Tiers:
        """What goes first, and what gives way."""

    def match(self, message: str) -> Match:
        """Every intent that the part may mean."""


def understand(matcher: Hearer, message: str) -> Understanding:
    """Two questions in one message are both asked; what must not wait is asked alone."""
    whole = matcher.match(message)
    if (asked := without_not_asked(message)) != message and not whole.alarm:
        return understand(matcher, asked)
    heard = _heard(matcher, clauses(message), whole)
    if alarms := [match for match in (whole, *heard) if match.alarm and _intent(match) in matcher.tiers.urgent]:
        return Understanding(whole, (alarms[0],))
    if len(heard) > 1 and not (whole.alarm and _intent(whole) not in map(_intent, heard)):
        return _several(heard, whole)
    if len(questions := _questions(matcher, message, whole)) > 1:
        return _several(questions, whole)
    if whole.verdict == Verdict.SURE:
        return Understanding(whole, (whole,))
    told = heard or _heard(matcher, phrases(message), whole)
    asking = [part for part in told if asks(part.utterance.original)] or told
    return Understanding(whole, tuple(asking) if len(asking) == 1 and _leads(asking[0], whole) else ())


def _several(questions: Sequence[Match], whole: Match) -> Understanding:
    """As many as can be answered at once; the others are left for buttons."""
    return Understanding(whole, tuple(questions[:_MOST]), tuple(map(_intent, questions[_MOST:])))


def _questions(matcher: Hearer, message: str, whole: Match) -> list[Match]:
    """Questions that a comma or an "and" joins; none where the whole is surely about something else."""
    parts = phrases(message)
    if whole.alarm or sum(map(asks, parts)) < 2:  # noqa: PLR2004
        return []
    heard = _heard(matcher, parts, whole)
    questions = [part for part in heard if asks(part.utterance.original) and _stands_alone(part)]
    is_among = _intent(whole) in map(_intent, questions)
    return questions if is_among or whole.verdict != Verdict.SURE else []


def _stands_alone(part: Match) -> bool:
    """Is it long and clear enough to be no mere afterthought, such as "and where"?"""
    shortest = _SHORTEST_AT_HOME if part.said.is_homely else _SHORTEST
    return part.alarm is None and part.candidates[0].score >= _CLEAR and len(part.utterance.texts) >= shortest


def _is_cut_off(part: Match, whole: Match) -> bool:
    """Is it an alarm only because it stands alone? There a part may be like any example, where no word cries out."""
    if part.alarm != Alarm.EXAMPLES or _leads(part, whole):
        return False
    fired = part.best and part.best.fired
    return not fired or fired.score < _BY_ITSELF


def _leads(part: Match, whole: Match) -> bool:
    """Does the whole speak for the part's question more than for any other?"""
    return _intent(part) == _intent(whole)


def _heard(matcher: Hearer, parts: tuple[str, ...], whole: Match) -> list[Match]:
    """The parts that are surely a question, each question once; courtesies and sighs beside a question are none."""
    if len(parts) < 2:  # noqa: PLR2004
        return []
    matches = [matcher.match(part) for part in parts]
    sure = [match for match in matches if match.verdict == Verdict.SURE and not _is_cut_off(match, whole)]
    telling = [match for match in sure if _intent(match) not in matcher.tiers.asides]
    grave = matcher.tiers.grave
    return list(_once(match for match in telling if _intent(match) in grave or _is_about_a_home(match, matches, whole)))


def _is_about_a_home(part: Match, parts: Sequence[Match], whole: Match) -> bool:
    """Does the part speak of a home, or the whole, and no other part of another matter or of nobody knows what?"""
    if part.said.is_homely:
        return True
    others = [other.said for other in parts if other is not part]
    if any(ELSEWHERE in said.concepts for said in others):
        return False
    return whole.said.is_homely or all(said.strangeness < _STRANGE for said in others)


def _once(matches: Iterable[Match]) -> Iterable[Match]:
    return {_intent(match): match for match in matches}.values()


def _intent(match: Match) -> str:
    return match.best.intent if match.best else ""
