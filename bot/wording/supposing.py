"""What would follow if what is in the way were over on the day that the buyer names?"""

from bot.cases.milestones import Milestone
from bot.cases.progress import Standing
from bot.cases.states import Deadline
from bot.wording import telling
from bot.wording.subject import ITS_DAY, Subject


def reckoned_day(subject: Subject, standing: Standing) -> str | None:
    """The day of the signing then; None where it cannot be worked out, or not exactly."""
    then = _supposed(subject, standing)
    signing = then.forecasts[Milestone.ONLINE_SIGN] if then else None
    return telling.day(subject, signing.day.on) if signing and signing.day and signing.day.exact else None


def deadline_then(subject: Subject, standing: Standing) -> Deadline | None:
    """Whether the contract's last day could be kept."""
    then = _supposed(subject, standing)
    return then.deadline if then else None


def _supposed(subject: Subject, standing: Standing) -> Standing | None:
    blocker, named = standing.blocker, subject.manner.named
    on = blocker.expected_on if blocker and named == ITS_DAY else named
    return standing.supposing(on) if on and on >= subject.today else None
