"""What is agreed for one step: the hour, the place and what to bring? None where nothing is."""

from collections.abc import Callable

from bot.cases.case import Appointment
from bot.cases.milestones import Milestone
from bot.cases.progress import Standing
from bot.wording import dates, telling
from bot.wording.subject import Subject
from bot.wording.telling import Say

Which = Callable[[Subject, Standing], Milestone | None]


def signing(_: Subject, __: Standing) -> Milestone | None:
    """The signing."""
    return Milestone.ONLINE_SIGN


def asked(subject: Subject, _: Standing) -> Milestone | None:
    """The step asked about."""
    return subject.about


def current(_: Subject, standing: Standing) -> Milestone | None:
    """The step being worked on."""
    return standing.current


def hour(which: Which) -> Say:
    """The day and the hour, e.g. `9 月 23 日（周三）11:00`."""

    def say(subject: Subject, standing: Standing) -> str | None:
        found = _booked(which, subject, standing)
        return dates.hour(found.at, subject.language, subject.today) if found else None

    return say


def every(subject: Subject, standing: Standing) -> list[tuple[Milestone, str]]:
    """All that is agreed with the buyer, the next first: the step, and its day and hour."""
    booked = standing.view.booked
    return [(one.milestone, dates.hour(one.at, subject.language, subject.today)) for one in booked]


def every_hour(subject: Subject, standing: Standing) -> str | None:
    """The same in words; None where nothing is."""
    spoken = [f"{telling.step(subject, step)} {hour}" for step, hour in every(subject, standing)]
    return ("、" if subject.language == "zh" else ", ").join(spoken) or None


def place(which: Which) -> Say:
    """Where to come to."""

    def say(subject: Subject, standing: Standing) -> str | None:
        found = _booked(which, subject, standing)
        return found.place(subject.language) if found else None

    return say


def bring(which: Which) -> Say:
    """What to bring along, as the advisor wrote it."""

    def say(subject: Subject, standing: Standing) -> str | None:
        found = _booked(which, subject, standing)
        return found.bring(subject.language) if found else None

    return say


def _booked(which: Which, subject: Subject, standing: Standing) -> Appointment | None:
    step = which(subject, standing)
    return standing.booked(step) if step else None
