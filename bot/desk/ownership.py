"""Who has a chat, and how does it change hands?"""

import html
from dataclasses import replace

from bot.desk.advisors import Advisor, mentions
from bot.desk.phrases import phrase
from bot.desk.situation import Client, DeskAction, DeskDecision, DeskSituation, Farewell, Happen, ToTopic
from bot.desk.tickets import Event, Ticket, TicketState, What, after
from bot.desk.writing import client, reply
from bot.dialogue.messages import Button, Kind, Say
from bot.dialogue.taps import TICKET, tap

PASS = "pass"  # noqa: S105
END = "end"


def claim(situation: DeskSituation, ticket: Ticket) -> DeskDecision:
    """The first who claims has it; everybody else is told who that is."""
    advisor = situation.advisor
    if ticket.state != TicketState.OPEN:
        refused = _refused(situation, ticket)
        # A tap is answered by a toast; fifty at once need no fifty messages.
        return replace(refused, actions=()) if situation.incoming.kind == Kind.BUTTON else refused
    event = Event(What.CLAIMED, situation.now, advisor.id)
    told = _say(situation, "claimed", name=advisor.name)
    return DeskDecision((Happen(ticket, event), ToTopic(Say(html.escape(told)))), told)


def offer_colleagues(situation: DeskSituation, ticket: Ticket) -> DeskDecision:
    """A button for each colleague who is there."""
    others = [
        person
        for person in situation.roster.advisors
        if person.id != (ticket.owner or situation.advisor.id) and not person.is_away(situation.now)
    ]
    buttons = tuple(Button(person.name, tap(TICKET, ticket.id, PASS, person.id)) for person in others)
    if not buttons:
        return reply(situation, "nothing_to_pick")
    return DeskDecision((ToTopic(Say(_say(situation, "pass_to_whom"), buttons, columns=2)),))


def pass_on(situation: DeskSituation, ticket: Ticket, to: Advisor | None, reason: str) -> DeskDecision:
    """In other hands; the one who gets it is called by name."""
    if to is None:
        known = "、".join(person.name for person in situation.roster.advisors)
        return reply(situation, "no_such_advisor", name=situation.incoming.argument, known=known)
    if not may_act(situation, ticket):
        return _refused(situation, ticket)
    if to.id == ticket.owner:
        return reply(situation, "theirs_already", name=to.name)
    by = situation.hours.of(to.id).reply_by(ticket, situation.now, ticket.reply_by)
    event = Event(What.TRANSFERRED, situation.now, situation.advisor.id, reason, reply_by=by, to=to.id)
    told = _say(
        situation,
        "passed_on",
        name=html.escape(situation.advisor.name),
        to=mentions([to]),
        reason=html.escape(reason) or "–",
    )
    return DeskDecision((Happen(ticket, event), ToTopic(Say(told))))


def give_back(situation: DeskSituation, ticket: Ticket, what: What, *, sure: bool = False) -> DeskDecision:
    """The bot answers from now on, and the buyer is told so; who waits for an answer is not forgotten by a slip."""
    if not may_act(situation, ticket):
        return _refused(situation, ticket)
    if ticket.state != TicketState.WAITING and not sure:
        even_so = Button(_say(situation, "give_back_so"), tap(TICKET, ticket.id, END, what))
        return DeskDecision((ToTopic(Say(_say(situation, "still_waits"), (even_so,))),))
    chat = next(entry.chat for entry in situation.clients if entry.ticket == ticket)
    event = Event(what, situation.now, situation.advisor.id)
    told = ToTopic(Say(_say(situation, "given_back")))
    return DeskDecision((Happen(ticket, event), Farewell(chat, after(ticket, event)), told))


def may_act(situation: DeskSituation, ticket: Ticket) -> bool:
    """Own chats, unclaimed ones, and for leads all."""
    return ticket.owner in {None, situation.advisor.id} or situation.advisor.leads


def in_hand(situation: DeskSituation) -> Ticket | DeskDecision:
    """The ticket that a command in the topic means."""
    found = client(situation)
    if isinstance(found, Client):
        return found.ticket or reply(situation, "not_open")
    return found


def by_number(situation: DeskSituation, number: str) -> Ticket | None:
    """The live ticket of this topic with the number that a button carries."""
    tickets = (entry.ticket for entry in situation.clients if entry.ticket)
    return next((ticket for ticket in tickets if str(ticket.id) == number), None)


def _refused(situation: DeskSituation, ticket: Ticket) -> DeskDecision:
    name = situation.roster.name(ticket.owner)
    told: tuple[DeskAction, ...] = reply(situation, "taken", name=name).actions
    return DeskDecision(told, _say(situation, "taken", name=name))


def _say(situation: DeskSituation, key: str, **values: object) -> str:
    return phrase(key, situation.advisor.language, **values)
