"""Who works at the desk in these tests, on which cases, and for whom?"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.cases.case import Case
from bot.cases.milestones import Role
from bot.cases.office import Office, Priority
from bot.cases.progress import Standing, stand
from bot.cases.workdays import Calendar
from bot.desk.advisors import Advisor, Rank, Roster
from bot.desk.situation import Client, DeskDecision, DeskIncoming, DeskSituation, Happen, ToBuyer, ToTopic
from bot.desk.tickets import Event, Ticket, What, after, fold
from bot.desk.timers import Hours, Patience
from bot.desk.topics import Topic
from bot.dialogue.messages import Chat, Kind, Rewrite, Say, Source
from tests.samples import at, cases, config

GROUP = -1001
ZHOU = Advisor(901, "周顾问")
WU = Advisor(902, "吴顾问", deputy=901)
SUN = Advisor(903, "孙顾问", Rank.LEAD, on_duty=True)
ROSTER = Roster((ZHOU, WU, SUN))
FRIDAY = at("2026-09-18 09:00")


def case(ref: str, name: str, advisor: Advisor = ZHOU, checked_at: datetime = FRIDAY) -> Case:
    """A purchase in which the seller stayed away from the signing; looked at lately."""
    sample = cases()["C-DEMO-03"]
    parties = tuple(replace(party, name=name) if party.role == Role.BUYER else party for party in sample.parties)
    blockers = tuple(replace(entry, next_check=at("2026-09-18 11:00")) for entry in sample.blockers)
    return replace(
        sample,
        ref=ref,
        advisor=advisor.name,
        checked_at=checked_at,
        parties=parties,
        blockers=blockers,
        appointments=sample.appointments[:1],
    )


HOURS = Hours(Office(), Calendar(), Patience(), ROSTER)
CHAT = Chat(501, "C-1", Role.BUYER, last_language="zh")
OPEN = fold(
    Ticket(1, CHAT.id, "C-1"),
    [Event(What.OPENED, FRIDAY, reason="human", priority=Priority.P1, reply_by=FRIDAY + timedelta(hours=2))],
)
HELD = after(OPEN, Event(What.CLAIMED, FRIDAY, ZHOU.id))
TOPIC = Topic(1, GROUP, "赵女士 · C-1", "C-1", thread_id=7)


def standing(purchase: Case | None = None, now: datetime = FRIDAY) -> Standing:
    """Where a purchase stands."""
    return stand(purchase or case("C-1", "赵女士"), config().process, Calendar(), now)


def situation(
    kind: Kind = Kind.TEXT,
    content: str = "",
    *,
    who: Advisor = ZHOU,
    ticket: Ticket | None = OPEN,
    argument: str = "",
    source: Source = Source(40),  # noqa: B008
    **more: Any,
) -> DeskSituation:
    """An advisor does something in the topic of one buyer, in hours."""
    incoming = DeskIncoming(1, GROUP, TOPIC.thread_id, who.id, kind, content, argument, source)
    usual: dict[str, Any] = {"clients": (Client(CHAT, ticket),), "standing": standing()}
    return DeskSituation(incoming, who, ROSTER, TOPIC, FRIDAY, HOURS, **(usual | more))


def told(decision: DeskDecision) -> list[str]:
    """The words that advisors read in the topic."""
    parcels = [action.parcel for action in decision.actions if isinstance(action, ToTopic)]
    return [parcel.text for parcel in parcels if isinstance(parcel, Say | Rewrite)]


def sent(decision: DeskDecision) -> list[ToBuyer]:
    """What goes to buyers."""
    return [action for action in decision.actions if isinstance(action, ToBuyer)]


def happened(decision: DeskDecision) -> list[What]:
    """What happens to tickets."""
    return [action.event.what for action in decision.actions if isinstance(action, Happen)]
