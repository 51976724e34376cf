"""When are people there, and which days are off? Facts that need no case."""

from datetime import date

from bot.wording import dates
from bot.wording.subject import Subject


def hours(subject: Subject) -> str:
    """The office hours."""
    spans = [f"{span.start:%-H:%M}–{span.end:%-H:%M}" for span in subject.office.spans]
    listed = dates.listed(spans, subject.language)
    return f"工作日 {listed}" if subject.language == "zh" else f"working days {listed}"


def open_until(subject: Subject) -> str | None:
    """When the people who are there now leave; None while nobody is."""
    until = subject.office.open_until(subject.calendar, subject.now)
    return dates.hour(until, subject.language, subject.today) if until else None


def opens_at(subject: Subject) -> str | None:
    """When somebody is there next; None while somebody is."""
    if subject.office.open_until(subject.calendar, subject.now):
        return None
    return dates.promise(subject.office.opens_at(subject.calendar, subject.now), subject.language, subject.today)


def holidays(subject: Subject) -> str | None:
    """First and last day off of each holiday that begins in the coming weeks."""
    spans = [_span(first, last, subject) for first, last in subject.calendar.holidays(subject.today)]
    return dates.listed(spans, subject.language) or None


def _span(first: date, last: date, subject: Subject) -> str:
    begins, ends = (dates.day(on, subject.language, subject.today) for on in (first, last))
    if begins == ends:
        return begins
    return f"{begins}到 {ends}" if subject.language == "zh" else f"{begins} to {ends}"


def make_up_days(subject: Subject) -> str | None:
    """The weekend days worked in the coming weeks."""
    days = [dates.day(on, subject.language, subject.today) for on in subject.calendar.make_up_days(subject.today)]
    return dates.listed(days, subject.language) or None
