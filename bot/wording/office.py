"""When are people there, and which days are off? Facts that need no case."""

from datetime import timedelta

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


def next_holiday(subject: Subject) -> str | None:
    """First and last day off of the next holiday; the one that goes on today is not the next."""
    found = subject.calendar.next_holiday(subject.today)
    if found and found[0] <= subject.today:
        found = subject.calendar.next_holiday(found[1] + timedelta(days=1))
    if found is None:
        return None
    first, last = (dates.day(on, subject.language, subject.today) for on in found)
    if first == last:
        return first
    return f"{first}到 {last}" if subject.language == "zh" else f"{first} to {last}"


def make_up_days(subject: Subject) -> str | None:
    """The weekend days worked in the coming weeks."""
    days = [dates.day(on, subject.language, subject.today) for on in subject.calendar.make_up_days(subject.today)]
    return dates.listed(days, subject.language) or None
