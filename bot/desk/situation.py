"""What is known when an advisor has done something? Gathered before, so that deciding is pure."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.cases.case import Case, day_of
from bot.cases.progress import Standing
from bot.desk.advisors import Advisor, Roster
from bot.desk.entries import Entry
from bot.desk.tickets import Event, Ticket
from bot.desk.timers import Hours
from bot.desk.topics import Topic
from bot.dialogue.messages import Chat, Kind, Note, OpenTicket, Parcel, Rewrite, Say, Source


@dataclass(frozen=True)
class DeskIncoming:
    """One thing that somebody did in the advisors' group, as for buyers; `moved_to` is the group's new number.

    `person`: the group itself for an administrator who stays anonymous.
    """

    update_id: int
    group_id: int
    thread_id: int | None
    person: int
    kind: Kind
    content: str = ""
    argument: str = ""
    source: Source | None = None
    moved_to: int | None = None

    @property
    def is_anonymous(self) -> bool:
        """Does Telegram not say who did it?"""
        return self.person == self.group_id

    @property
    def is_written(self) -> bool:
        """Is it a message, and nothing that is done to one?"""
        return self.kind in {Kind.TEXT, Kind.OTHER, Kind.COMMAND}


@dataclass(frozen=True)
class Client:
    """A buyer's chat that is worked on in a topic, with its ticket if one is live."""

    chat: Chat
    ticket: Ticket | None = None


@dataclass(frozen=True)
class CaseChange:
    """What an advisor changed of a case; `letters` tell the buyer, and wait until it can no longer be undone."""

    id: int
    case_ref: str
    person: int
    at: datetime
    before: Case
    after: Case
    letters: tuple[int, ...]
    undone_at: datetime | None


@dataclass(frozen=True)
class DeskSituation:
    """What an advisor did in a topic, and all that it depends on.

    `answered` is the entry replied to, `own` the entry of the message itself; `about_chat`: the buyer's chat that the
    tapped card is of, whether or not it belongs here still; `is_in_note`: its album began as a note;
    `shown` the words of the message whose button was pressed, `now_reads` what has taken their place; `change` is the
    one to be undone; `answers_menu`: what the question about the case is about that it replies to (blank: to none);
    `overtaken_by` the colleague who has changed the case since these words were shown.
    """

    incoming: DeskIncoming
    advisor: Advisor
    roster: Roster
    topic: Topic
    now: datetime
    hours: Hours
    clients: tuple[Client, ...] = ()
    standing: Standing | None = None
    answered: Entry | None = None
    own: Entry | None = None
    about_chat: int | None = None
    is_in_note: bool = False
    shown: Say | None = None
    now_reads: Rewrite | None = None
    change: CaseChange | None = None
    answers_menu: str = ""
    overtaken_by: int | None = None

    @property
    def today(self) -> date:
        """The day in China."""
        return day_of(self.now)

    @property
    def colleagues(self) -> tuple[Advisor, ...]:
        """Who answers for the case, or has the chat of one of its buyers, besides the one who acts."""
        name = self.standing.case.advisor if self.standing else ""
        owners = {client.ticket.owner for client in self.clients if client.ticket}
        others = (one for one in self.roster.advisors if one.id != self.advisor.id)
        return tuple(one for one in others if one.name == name or one.id in owners)


@dataclass(frozen=True)
class ToBuyer:
    """Send this to a buyer in a person's name, and keep it in the transcript."""

    chat: Chat
    parcel: Parcel
    entry: Entry


@dataclass(frozen=True)
class ToTopic:
    """Post this where the advisors work."""

    parcel: Parcel


@dataclass(frozen=True)
class Happen:
    """Something happens to a ticket."""

    ticket: Ticket
    event: Event


@dataclass(frozen=True)
class Begin:
    """A person writes of their own accord: a ticket is opened, and is theirs."""

    chat: Chat
    opening: OpenTicket
    person: int


@dataclass(frozen=True)
class Silence:
    """Take back what the bot has not said yet in a chat."""

    chat: Chat


@dataclass(frozen=True)
class Farewell:
    """Tell the buyer that the bot answers from now on, and perhaps ask how it was."""

    chat: Chat
    ticket: Ticket


@dataclass(frozen=True)
class KeepNote:
    """Keep a note for advisors. It has no way to a buyer, nor has the rest of its album."""

    text: str
    album: str | None = None


@dataclass(frozen=True)
class Reword:
    """A message of the transcript has other words now."""

    entry: Entry
    text: str


@dataclass(frozen=True)
class TakeBack:
    """What a buyer was to get, and does not have yet, is not sent."""

    entry: Entry


@dataclass(frozen=True)
class ChangeCase:
    """Keep the case as it is now, tell its buyers in a minute, and say what was noted (in place of a message)."""

    before: Case
    after: Case
    what: str
    event: Note
    instead_of: int | None = None


@dataclass(frozen=True)
class Undo:
    """Take a change back, and the letters about it."""

    change: CaseChange


@dataclass(frozen=True)
class Invite:
    """Make a one-time link for a party of the case."""

    role: str


@dataclass(frozen=True)
class Disconnect:
    """No chat is bound to the case any more, and no link opens it."""

    chats: tuple[Chat, ...]


SaidAction = ToBuyer | ToTopic | KeepNote | Reword | TakeBack
TicketAction = Happen | Begin | Silence | Farewell
CaseAction = ChangeCase | Undo | Invite | Disconnect
DeskAction = SaidAction | TicketAction | CaseAction


@dataclass(frozen=True)
class DeskDecision:
    """What is to be done, and the few words that answer a tap."""

    actions: tuple[DeskAction, ...] = ()
    toast: str = ""
