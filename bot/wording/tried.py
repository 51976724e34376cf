"""In which manners is an answer tried, so that each is seen before a buyer asks?"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product

from bot.cases.milestones import Role
from bot.cases.states import Deadline
from bot.wording.conditions import (
    FOLLOW_UP,
    HAND_IN,
    MENTIONS,
    NAMED,
    NO,
    NOBODY,
    PAID,
    PAST,
    SUPPOSED,
    THEN,
    WHOSE,
    WORKED,
    YES,
)
from bot.wording.follow_up import OF_A_DAY, FollowUp
from bot.wording.hand_in import HAND_IN_DAYS
from bot.wording.named import LATE, MANNERS
from bot.wording.subject import ITS_DAY, Manner

# How a question is put where nothing else is said.
_USUAL = {WHOSE: NOBODY, SUPPOSED: NO, PAST: NO, PAID: NO}
# A day that is always free, and one that was worked.
_FREE, _WORKED_ON = date(2099, 10, 1), date(2026, 1, 5)
# If what is in the way is over on such a day, the contract's last one is missed.
_DAYS_THEN: Mapping[str, date] = {Deadline.MISSED: LATE}


def manners(when: Mapping[str, frozenset[str]]) -> Iterator[Manner]:
    """The manners of putting a question in which such an answer may be given, as far as it asks for any."""
    asked = [sorted(when.get(name, {value})) for name, value in _USUAL.items()]
    hands_in = HAND_IN in when
    follow_ups = [kind for kind in FollowUp if kind in when.get(FOLLOW_UP, ())]
    # One word stands for all: whichever is said, the answer is the same.
    said = min(when.get(MENTIONS, {""}))
    put = product(product(*asked), tuple(_days(when)) or ((None, False),), follow_ups or (None,))
    for (whose, supposed, past, paid), (named_day, is_by), follow_up in put:
        day = ITS_DAY if follow_up in OF_A_DAY else named_day
        party = None if whose == NOBODY else Role(whose)
        yield Manner(
            party,
            supposed == YES,
            past == YES,
            day,
            paid=paid == YES,
            is_by=is_by,
            hands_in=hands_in,
            follow_up=follow_up,
            said=said,
        )


def _days(when: Mapping[str, frozenset[str]]) -> Iterator[tuple[date, bool]]:
    """The days that are named, and whether it has to be done by then."""
    yield from (manner for name, manner in MANNERS.items() if name in when.get(NAMED, ()))
    yield from ((day, False) for name, day in HAND_IN_DAYS.items() if name in when.get(HAND_IN, ()))
    yield from ((_DAYS_THEN.get(deadline, ITS_DAY), False) for deadline in when.get(THEN, ()))
    yield from ((_FREE if answer == NO else _WORKED_ON, False) for answer in when.get(WORKED, ()))
