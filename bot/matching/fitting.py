"""Which thresholds answer most messages right at once, and few wrongly?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.matching.thresholds import Thresholds
from bot.matching.trial import Grade, Judged, Labelled, Trial

# More wrong answers than this are too many, however many right ones they bring.
MOST_WRONG = 0.05
# The thresholds between an answer and buttons, with the values tried, in hundredths. What is urgent keeps its own:
# a miss there costs more than it counts here.
_TRIED: Mapping[str, range] = {
    "sure": range(30, 75, 2),
    "margin": range(0, 21, 2),
    "alone": range(26, 61, 2),
    "lead": range(4, 31, 2),
}
# A value that is moved for the sake of one or two messages fits those messages, not the next ones.
_LEAST_GAIN = 0.002
_ROUNDS = 2
_PENALTY = 20


@dataclass(frozen=True)
class FitStep:
    """One threshold looked at: the best thresholds so far, and what becomes of the messages under them."""

    name: str
    thresholds: Thresholds
    judged: tuple[Judged, ...]


def steps() -> int:
    """How many steps `fit` takes at most."""
    return _ROUNDS * len(_TRIED)


def fit(trial: Trial, messages: Sequence[Labelled]) -> Iterator[FitStep]:
    """Each threshold in turn, the others kept: round after round, until nothing gets better."""
    best = _tried(trial, messages, trial.matcher.thresholds, "")
    for _ in range(_ROUNDS):
        before = best.thresholds
        for name, tried in _TRIED.items():
            others = _others(best.thresholds, name, tried)
            for step in (_tried(trial, messages, limits, name) for limits in others if not any(limits.disorder)):
                best = step if worth(step.judged) > worth(best.judged) + _LEAST_GAIN else best
            yield replace(best, name=name)
        if best.thresholds == before:
            return


def _others(limits: Thresholds, name: str, tried: range) -> list[Thresholds]:
    """The same thresholds with other values of one of them, the nearest first: of equals, the smallest change wins."""
    nearest_first = sorted(tried, key=lambda value: abs(value / 100 - getattr(limits, name)))
    return [replace(limits, **{name: value / 100}) for value in nearest_first]


def worth(judged: Sequence[Judged]) -> float:
    """The share of all messages that is ours and right at once; what is wrong beyond the limit outweighs it all."""
    total = len(judged) or 1
    right = sum(entry.outcome == Grade.CORRECT and entry.message.is_ours for entry in judged)
    return right / total - max(0.0, wrong_share(judged) - MOST_WRONG) * _PENALTY


def wrong_share(judged: Sequence[Judged]) -> float:
    """How much of all is answered wrongly (0–1)."""
    return sum(entry.outcome == Grade.WRONG for entry in judged) / (len(judged) or 1)


def _tried(trial: Trial, messages: Sequence[Labelled], limits: Thresholds, name: str) -> FitStep:
    tried = trial.under(limits)
    return FitStep(name, limits, tuple(tried.judge(message) for message in messages))
