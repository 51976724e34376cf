"""How is done what was decided at the desk? Everything in the one transaction of its update."""

from dataclasses import replace
from datetime import timedelta
from html import escape
from typing import assert_never

from bot.cases.milestones import Role
from bot.desk.advisors import mentions
from bot.desk.changing import UNDO_SECONDS
from bot.desk.phrases import phrase
from bot.desk.situation import (
    Begin,
    CaseAction,
    ChangeCase,
    DeskAction,
    DeskSituation,
    Disconnect,
    Farewell,
    Happen,
    Invite,
    KeepNote,
    Reword,
    SaidAction,
    Silence,
    TakeBack,
    TicketAction,
    ToBuyer,
    ToTopic,
    Undo,
)
from bot.desk.tickets import Event, What
from bot.dialogue.messages import Button, Chat, Note, Rewrite, Say
from bot.dialogue.taps import UNDO, tap
from bot.store.outbox import OUTDATED
from bot.turns import binding, handoff, letters
from bot.turns.board import Board, post
from bot.turns.invitations import address, invite
from bot.turns.scribe import Scribe


def act(action: DeskAction, situation: DeskSituation, scribe: Scribe) -> None:
    """Do one thing that was decided."""
    match action:
        case ToBuyer() | ToTopic() | KeepNote() | Reword() | TakeBack():
            _write_down(action, situation, scribe)
        case Happen() | Begin() | Silence() | Farewell():
            _move(action, scribe)
        case ChangeCase() | Undo() | Invite() | Disconnect():
            _work(action, situation, scribe)
        case _:
            assert_never(action)


def _write_down(action: SaidAction, situation: DeskSituation, scribe: Scribe) -> None:
    """Something that is said, or only noted."""
    match action:
        case ToBuyer():
            letters.person_says(scribe, action.chat, action.parcel, action.entry)
        case ToTopic():
            post(scribe, situation.topic, action.parcel)
        case KeepNote():
            scribe.records.desk.note(situation.topic.id, situation.advisor.id, action, scribe.now)
            if action.album:
                letters.take_back_album(scribe, [client.chat for client in situation.clients], action.album)
        case Reword():
            scribe.records.entries.reworded(action.entry, action.text)
        case TakeBack():
            letters.take_back(scribe, action.entry)
        case _:
            assert_never(action)


def _move(action: TicketAction, scribe: Scribe) -> None:
    """Something that happens to a chat in people's hands."""
    match action:
        case Happen():
            _happen(action, scribe)
        case Begin():
            _begin(action, scribe)
        case Silence():
            _silence(action.chat, scribe)
        case Farewell():
            handoff.farewell(Board(scribe, action.chat), action.ticket)
        case _:
            assert_never(action)


def _work(action: CaseAction, situation: DeskSituation, scribe: Scribe) -> None:
    """Something that is done to a case, or to who may see it."""
    match action:
        case ChangeCase():
            _change(action, situation, scribe)
        case Undo():
            _undo(action, situation, scribe)
        case Invite():
            _invite(Role(action.role), situation, scribe)
        case Disconnect():
            _disconnect(action, situation, scribe)
        case _:
            assert_never(action)


def _happen(action: Happen, scribe: Scribe) -> None:
    """The ticket as it stands now, after what the same decision has done to it before."""
    ticket = scribe.records.tickets.get(action.ticket.id)
    assert ticket is not None
    scribe.records.tickets.log(ticket, action.event, scribe.hours)
    detail = {"what": action.event.what, "ticket": str(ticket.id)}
    scribe.note(Note("ticket", ticket.case_ref, detail), f"advisor:{action.event.actor}")


def _begin(action: Begin, scribe: Scribe) -> None:
    ticket, _ = scribe.records.tickets.hand_over(action.chat, action.opening, scribe.now, scribe.hours)
    scribe.records.tickets.log(ticket, Event(What.ADVISOR_WROTE, scribe.now, action.person), scribe.hours)


def _silence(chat: Chat, scribe: Scribe) -> None:
    """Answers that the bot decided before a person spoke are dropped, and that is noted."""
    dropped = scribe.records.outbox.drop_answers(chat.id)
    letters.dropped(scribe, dropped)
    for letter in dropped:
        scribe.note(Note("answer_dropped", chat.case_ref, {"letter": str(letter.id)}), f"chat:{chat.id}")


def _change(action: ChangeCase, situation: DeskSituation, scribe: Scribe) -> None:
    records, now = scribe.records, scribe.now
    case = records.cases.get(action.after.ref, to_change=True)
    if case != action.before:
        raise RuntimeError(f"case {case.ref} was changed while this change of it was decided")
    records.cases.save(action.after)
    is_news = action.event.event != "checked"
    numbers = _tell(action, situation, scribe) if is_news else []
    number = records.desk.changed(action.before, action.after, situation.advisor.id, now, numbers)
    scribe.note(replace(action.event, case_ref=case.ref), _actor(situation))
    language = situation.advisor.language
    told = phrase("noted", language, name=escape(situation.advisor.name), what=escape(action.what))
    undo = (Button(phrase("undo", language), tap(UNDO, number)),)
    if is_news and situation.colleagues:
        told = f"{told}\n{mentions(situation.colleagues)}"
    instead = action.instead_of
    post(scribe, situation.topic, Rewrite(instead, told, undo) if instead else Say(told, undo))


def _tell(action: ChangeCase, situation: DeskSituation, scribe: Scribe) -> list[int]:
    """The buyers hear how things stand now, and not how they stood for some seconds before."""
    earlier = scribe.records.desk.last_told(action.after.ref)
    letters.dropped(scribe, scribe.records.outbox.drop(earlier.letters if earlier else (), OUTDATED))
    due = scribe.now + timedelta(seconds=UNDO_SECONDS)
    return letters.tell_of_change(scribe, [client.chat for client in situation.clients], action.after, due)


def _undo(action: Undo, situation: DeskSituation, scribe: Scribe) -> None:
    """Nobody hears of the change; who has heard of it, or not of what came before it, hears how it is without it."""
    records, change = scribe.records, action.change
    taken_back = records.outbox.drop(change.letters)
    letters.dropped(scribe, taken_back)
    records.cases.save(change.before)
    records.desk.undone(change.id, scribe.now)
    earlier = records.desk.last_told(change.case_ref)
    was_heard = len(taken_back) < len(change.letters)
    if was_heard or (earlier and records.outbox.are_outdated(earlier.letters)):
        # What came before may be taken back too: it waits for its own minute to end.
        held = earlier.at + timedelta(seconds=UNDO_SECONDS) if earlier and not was_heard else scribe.now
        chats = [client.chat for client in situation.clients]
        told = letters.tell_of_change(scribe, chats, change.before, max(held, scribe.now))
        if earlier:
            records.desk.told(earlier.id, told)
    scribe.note(Note("change_undone", change.case_ref, {"change": str(change.id)}), _actor(situation))


def _invite(role: Role, situation: DeskSituation, scribe: Scribe) -> None:
    """A one-time link for a party of the case, for the advisor to hand over."""
    case = situation.standing.case if situation.standing else None
    party = case.party(role) if case else None
    assert case is not None
    assert party is not None
    token, _ = invite(scribe.records, case.ref, role, scribe.now, _actor(situation))
    shown = address(token, scribe.room.bot_name)
    post(scribe, situation.topic, Say(phrase("link", situation.advisor.language, name=escape(party.name), link=shown)))


def _disconnect(action: Disconnect, situation: DeskSituation, scribe: Scribe) -> None:
    """No chat is bound to the case any more, and no link opens it."""
    binding.shut_out(scribe, action.chats)
    if situation.topic.case_ref:
        scribe.records.chats.revoke_links(situation.topic.case_ref, scribe.now)


def _actor(situation: DeskSituation) -> str:
    return f"advisor:{situation.advisor.id}"
