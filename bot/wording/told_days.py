"""Which days did the last answer name, and what are they? 几号到期 is answered with them, and with nothing else."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from bot.cases.milestones import Milestone
from bot.cases.progress import Standing
from bot.wording import agreed, dates, telling
from bot.wording.subject import Subject

# More than this answers no question of one word.
_MOST_LINES = 4


class _ToldDay(NamedTuple):
    """What a day is called, how it is said, and how long it is until then.

    `facts`: those in which an answer tells it, by their English names.
    """

    facts: frozenset[str]
    name: telling.Say
    say: telling.Say
    left: telling.Say | None = None


def _called(code: str) -> telling.Say:
    """A name of its own (`days` in replies/_names.yaml)."""
    return lambda subject, _: subject.names.say("days", code, subject.language)


def _step(which: agreed.Which) -> telling.Say:
    """The name of its step; a signing that nobody has agreed on is only expected."""

    def name(subject: Subject, standing: Standing) -> str | None:
        step = which(subject, standing)
        if step == Milestone.ONLINE_SIGN:
            is_agreed = agreed.hour(which)(subject, subject.agreed or standing)
            return _called("signing" if is_agreed else "expected_signing")(subject, standing)
        return telling.step(subject, step)

    return name


def _day(code: str, say: telling.Say, left: telling.Say | None = None) -> _ToldDay:
    """One that is called as its fact is."""
    return _ToldDay(frozenset({code}), _called(code), say, left)


def _signing(subject: Subject, standing: Standing) -> str | None:
    hour = agreed.hour(agreed.signing)(subject, standing)
    return hour or telling.expected(Milestone.ONLINE_SIGN)(subject, standing)


def _agreed_signing(subject: Subject, _: Standing) -> str | None:
    return agreed.hour(agreed.signing)(subject, subject.agreed) if subject.agreed else None


def _current(subject: Subject, standing: Standing) -> str | None:
    return agreed.hour(agreed.current)(subject, standing) or telling.current_day(subject, standing)


def _asked(subject: Subject, standing: Standing) -> str | None:
    is_said_there = subject.about == Milestone.ONLINE_SIGN
    return None if is_said_there or subject.about in standing.view.over else telling.asked_day(subject)


def _asked_signing(subject: Subject, standing: Standing) -> str | None:
    return _signing(subject, standing) if subject.about == Milestone.ONLINE_SIGN else None


def _asked_then(subject: Subject, standing: Standing) -> str | None:
    return telling.asked_day(subject) if subject.about in standing.view.over else None


def _sign_by(subject: Subject, standing: Standing) -> str | None:
    return telling.day(subject, standing.case.contract.sign_by)


def _sign_by_unsigned(subject: Subject, standing: Standing) -> str | None:
    return None if standing.is_signed else _sign_by(subject, standing)


def _blocked_since(subject: Subject, standing: Standing) -> str | None:
    return telling.day(subject, standing.blocker.opened) if standing.blocker else None


_APPROVAL_UNTIL = _ToldDay(
    frozenset({"approval_until", "approval_left"}),
    _called("approval_until"),
    telling.approval_until,
    telling.approval_left,
)
_SIGN_BY = _ToldDay(frozenset({"sign_by", "sign_by_left"}), _called("sign_by"), _sign_by, telling.sign_by_left)
_PAPERS_DUE = _day("papers_due", telling.papers_due)
_OUTAGE_UNTIL = _day("outage_until", telling.outage_until)
_SIGNING = _ToldDay(
    frozenset({"signing_time", "until_signing", "expected_signing"}),
    _step(agreed.signing),
    _signing,
    telling.until_signing,
)
_CURRENT = _ToldDay(frozenset({"current_hour", "current_day"}), _step(agreed.current), _current)
_NEXT_CONTACT = _day("next_contact", telling.next_contact)
# What few answers tell was asked for, so it comes first; most tell the signing.
_AHEAD = (
    _PAPERS_DUE,
    _OUTAGE_UNTIL,
    _APPROVAL_UNTIL,
    _ToldDay(frozenset({"asked_day"}), _step(agreed.asked), _asked),
    _ToldDay(frozenset({"asked_day"}), _step(agreed.signing), _asked_signing, telling.until_signing),
    _SIGNING,
    _CURRENT,
    _day("blocker_until", telling.blocker_until),
    _SIGN_BY,
    _NEXT_CONTACT,
)
# Where nobody knows what is asked for: before and behind what is agreed with the buyer.
_FIRST = (_PAPERS_DUE, _OUTAGE_UNTIL)
_THEN = (_SIGNING, _CURRENT, _NEXT_CONTACT, _SIGN_BY._replace(say=_sign_by_unsigned), _APPROVAL_UNTIL)
# What no file is too old for.
_AGELESS = (
    _APPROVAL_UNTIL,
    _ToldDay(frozenset({"signing_time"}), _step(agreed.signing), _agreed_signing),
    _SIGN_BY,
)
_OVER = (
    _ToldDay(frozenset({"asked_day"}), _step(agreed.asked), _asked_then),
    _day("outage_since", telling.outage_since),
    _ToldDay(frozenset({"blocker"}), _called("blocked_since"), _blocked_since),
    _day("missed_days", telling.missed_days),
    _day("planned_day", telling.planned_day),
    _day("approved_on", telling.approved_on),
)
# What a preview shows: any answer may have told any of them.
EVERY_FACT = frozenset[str]().union(*(day.facts for day in (*_AHEAD, *_OVER)), {"reply_by"})


def days(subject: Subject) -> str | None:
    """The days to come, a line each; and by when somebody answers."""
    standing, every = (subject.standing, _AHEAD) if subject.standing else (subject.aged, _AGELESS)
    lines = _once(_lines(subject, standing, every))[:_MOST_LINES] if standing else []
    if by := promised(subject):
        lines.append(_line(subject, subject.names.say("days", "reply_by", subject.language), by))
    return "\n".join(lines) or None


def on_file(subject: Subject, standing: Standing) -> str | None:
    """The days to come that the file holds, told before or not, a line each."""
    told = replace(subject, told=EVERY_FACT)
    # What is booked is never left out: beside it, nothing else is.
    first = [*_lines(told, standing, _FIRST), *_booked(subject, standing)]
    lines = _once((*first, *_lines(told, standing, _THEN)))
    return "\n".join(lines[: max(_MOST_LINES, len(first))]) or None


def _booked(subject: Subject, standing: Standing) -> Iterator[str]:
    """What is agreed with the buyer, whichever step it is."""
    for step, hour in agreed.every(subject, standing):
        name = _called("signing")(subject, standing) if step == Milestone.ONLINE_SIGN else telling.step(subject, step)
        if name:
            yield _line(subject, name, hour)


def on_named_day(subject: Subject) -> str | None:
    """All that falls on the day that the buyer names, told before or not, a line each."""
    standing, on = subject.standing, telling.day(subject, telling.named_on(subject))
    if standing is None or on is None:
        return None
    # 1 月 5 日 stands in 11 月 5 日 as well.
    is_on = re.compile(rf"(?<!\d){re.escape(on)}").search
    lines = _once(filter(is_on, _lines(replace(subject, told=EVERY_FACT), standing, _AHEAD)))
    steps = list(filter(is_on, (telling.later_dates(subject, standing) or "").splitlines()))
    return "\n".join(lines or steps) or None


def promised(subject: Subject) -> str | None:
    """By when somebody answers, where that was promised before."""
    if subject.reply_by is None or "reply_by" not in subject.told:
        return None
    return dates.promise(subject.reply_by, subject.language, subject.today)


def past_days(subject: Subject) -> str | None:
    """Those that are over, a line each."""
    standing = subject.standing
    return "\n".join(list(_lines(subject, standing, _OVER))[:_MOST_LINES]) or None if standing else None


def _lines(subject: Subject, standing: Standing, every: tuple[_ToldDay, ...]) -> Iterator[str]:
    for told in every:
        name, day = told.name(subject, standing), told.say(subject, standing)
        if name and day and not told.facts.isdisjoint(subject.told):
            yield _line(subject, name, day, told.left(subject, standing) if told.left else None)


def _once(lines: Iterable[str]) -> list[str]:
    """Without those that another one says, and more."""
    every = list(dict.fromkeys(lines))
    return [line for line in every if not any(other != line and other.startswith(line) for other in every)]


def _line(subject: Subject, name: str, day: str, left: str | None = None) -> str:
    if subject.language == "zh":
        return f"· {name}：{day}{f'，还有 {left}' if left else ''}"
    return f"· {name[0].upper()}{name[1:]}: {day}{f', in {left}' if left else ''}"
