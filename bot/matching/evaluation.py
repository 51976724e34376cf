"""How much of a set of labelled messages is understood, what is confused with what, and how sure need we be?"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from bot.matching.thresholds import Thresholds
from bot.matching.trial import Grade, Judged, Labelled, Trial

# The row of the messages that are none of our business.
NONE = "none"
# What `sure` is set to on the curve, in hundredths.
_STEPS = range(20, 91, 5)


@dataclass(frozen=True)
class Tally:
    """How many messages there are, and what became of them."""

    messages: int
    correct: int
    asked: int
    wrong: int
    declined: int


@dataclass(frozen=True)
class Confusion:
    """How often one intent was wanted and another answered, with one such message."""

    wanted: str
    answered: str
    count: int
    sample: str


@dataclass(frozen=True)
class Point:
    """A place on the curve: `answered` of all messages, `precision` of these, `wrong` of all (0–1)."""

    sure: float
    answered: float
    precision: float
    wrong: float


@dataclass(frozen=True)
class Alarms:
    """Messages for which a person must come at once, how many were found, and how many were called for nothing."""

    wanted: int
    found: int
    false: int


def tally(judged: Iterable[Judged]) -> Tally:
    """What became of these messages."""
    found = Counter(entry.outcome for entry in judged)
    return Tally(found.total(), *(found[outcome] for outcome in Grade))


def row(judged: Judged) -> str:
    """The intent that a message is counted under: the first of its likeliest reading."""
    return min(judged.message.readings[0], default=NONE)


def wanted(judged: Judged) -> str:
    """All that a message asks, as its label has it: of its likeliest reading."""
    return "+".join(sorted(judged.message.readings[0])) or NONE


def tallies(judged: Iterable[Judged], kind: Callable[[Judged], str]) -> Mapping[str, Tally]:
    """The same for each kind of message, by name."""
    found: defaultdict[str, list[Judged]] = defaultdict(list)
    for entry in judged:
        found[kind(entry)].append(entry)
    return {name: tally(found[name]) for name in sorted(found)}


def confusions(judged: Iterable[Judged]) -> list[Confusion]:
    """Each pair that was confused, the most frequent first; every wrong answer of a message counts."""
    samples: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for entry in judged:
        for answer in entry.answered:
            if answer not in entry.message.right:
                samples[row(entry), answer].append(entry.message.text)
    found = [Confusion(wanted, answered, len(texts), texts[0]) for (wanted, answered), texts in samples.items()]
    return sorted(found, key=lambda pair: (-pair.count, pair.wanted, pair.answered))


def point(sure: float, judged: Sequence[Judged]) -> Point:
    """How many messages are answered, and how well."""
    answered = [entry for entry in judged if entry.answered]
    wrong = sum(entry.outcome == Grade.WRONG for entry in answered)
    return Point(
        sure,
        answered=round(len(answered) / (len(judged) or 1), 4),
        precision=round(1 - wrong / (len(answered) or 1), 4),
        wrong=round(wrong / (len(judged) or 1), 4),
    )


def curve(trial: Trial, messages: Sequence[Labelled]) -> Iterator[Point]:
    """What other values of `sure` would do, the present one among them."""
    present = trial.matcher.thresholds
    for sure in sorted({present.sure, *(step / 100 for step in _STEPS)}):
        tried = trial.under(moved(present, sure))
        yield point(sure, [tried.judge(message) for message in messages])


def moved(limits: Thresholds, sure: float) -> Thresholds:
    """The thresholds with another `sure`; `alone` keeps its distance, and what depends on both is kept in order.

    >>> moved(Thresholds(sure=0.5, alone=0.4, plain=0.7, offer=0.25), 0.8).alone
    0.7
    """
    alone = round(min(1.0, max(0.0, limits.alone + sure - limits.sure)), 4)
    return replace(limits, sure=sure, alone=alone, plain=max(limits.plain, sure), offer=min(limits.offer, alone, sure))


def alarms(judged: Iterable[Judged], escalating: AbstractSet[str]) -> Alarms:
    """Was a person called where one of these intents was meant, and only there?"""
    told = [
        (not escalating.isdisjoint(entry.message.right), not escalating.isdisjoint(entry.answered)) for entry in judged
    ]
    return Alarms(
        wanted=sum(wanted for wanted, _ in told),
        found=sum(wanted and called for wanted, called in told),
        false=sum(called and not wanted for wanted, called in told),
    )
