"""What happens to one update of the advisors' group? Gather, decide, apply, as for a buyer's."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from html import escape
from typing import assert_never

from bot.cases import changes
from bot.cases.milestones import Role
from bot.desk.changing import UNDO_SECONDS
from bot.desk.desk import decide
from bot.desk.phrases import phrase
from bot.desk.situation import (
    Begin,
    CaseAction,
    ChangeCase,
    Client,
    DeskAction,
    DeskDecision,
    DeskIncoming,
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
from bot.desk.topics import Topic
from bot.dialogue.messages import Button, Chat, Incoming, Kind, Note, Rewrite, Say
from bot.dialogue.taps import CHOOSE, CONFIRM, SAME, UNDO, read, tap
from bot.invitations import address, invite
from bot.scribe import Scribe
from bot.store.outbox import OUTDATED
from bot.turn import Turn

# What is done to a message, and not by one.
_ON_A_MESSAGE = {Kind.BUTTON, Kind.EDIT, Kind.REACTION}


@dataclass(frozen=True)
class DeskTurn:
    """Takes what happens in the advisors' group; only advisors are listened to, and only in topics of ours."""

    turn: Turn

    def wants(self, incoming: DeskIncoming | Incoming) -> bool:
        """All that happens in groups, and the buttons of a digest."""
        return isinstance(incoming, DeskIncoming) or (
            incoming.kind == Kind.BUTTON and read(incoming.content)[0] == SAME
        )

    def take(self, incoming: DeskIncoming | Incoming, now: datetime) -> DeskDecision | None:
        """What was decided; None for what is none of our business, or was handled before."""
        with self.turn.books.transaction() as records:
            if not records.chats.first_sight(incoming.update_id, now):
                return None
            scribe = self.turn.scribe(records, now)
            if isinstance(incoming, Incoming):
                return _unchanged(incoming, scribe)
            if incoming.moved_to:
                records.desk.group_moved(incoming.group_id, incoming.moved_to)
                return None
            situation = self.gather(scribe, incoming)
            if situation is None:
                _ask_back(incoming, scribe)
                return None
            decision = decide(situation, scribe.house)
            for action in decision.actions:
                _apply(action, situation, scribe)
            return decision

    def gather(self, scribe: Scribe, incoming: DeskIncoming) -> DeskSituation | None:
        """Everything that the decision depends on; None for a stranger, or outside our topics."""
        records, roster = scribe.records, scribe.roster
        advisor = roster.get(incoming.person)
        topic = records.desk.topic_at(incoming.group_id, incoming.thread_id) or _meant(scribe, incoming)
        if advisor is None or topic is None:
            return None
        clients = _clients(scribe, topic)
        source = incoming.source
        tapped = incoming.kind == Kind.BUTTON
        action, value = read(incoming.content)
        number = value.partition(":")[0] if action == UNDO else ""
        return DeskSituation(
            incoming=incoming,
            advisor=advisor,
            roster=roster,
            topic=topic,
            now=scribe.now,
            hours=scribe.hours,
            clients=clients,
            standing=scribe.standing(Chat(0, case_ref=topic.case_ref)),
            answered=records.entries.in_topic(topic.id, source.reply_to if source else None),
            own=records.entries.in_topic(topic.id, source.message_id) if source else None,
            is_in_note=records.desk.is_in_note(topic.id, source.album if source else None),
            shown=records.outbox.was_said(incoming.group_id, source.message_id) if source and tapped else None,
            now_reads=records.outbox.now_reads(incoming.group_id, source.message_id) if source and tapped else None,
            change=records.desk.change(int(number)) if number.isdecimal() else None,
            answers_menu=_menu_kind(scribe, incoming.group_id, source.reply_to) if source and not tapped else "",
            overtaken_by=_overtaken(scribe, topic, incoming) if action == CONFIRM else None,
        )


def _menu_kind(scribe: Scribe, group: int, number: int | None) -> str:
    """What a message asks about a case; blank for another one. The card has such a button too, but is of the buyer."""
    outbox = scribe.records.outbox
    shown = (outbox.now_reads(group, number) or outbox.was_said(group, number)) if number is not None else None
    taps = [read(button.data) for button in shown.buttons] if shown else []
    if not taps or any(action not in {CHOOSE, CONFIRM} for action, _ in taps):
        return ""
    return taps[0][1].partition(":")[0]


def _overtaken(scribe: Scribe, topic: Topic, incoming: DeskIncoming) -> int | None:
    """Who else has changed the case since the question that is being confirmed was shown."""
    source = incoming.source
    since = scribe.records.outbox.worded_at(incoming.group_id, source.message_id) if source else None
    if since is None or topic.case_ref is None:
        return None
    return scribe.records.desk.changed_by_others(topic.case_ref, since, incoming.person)


def _meant(scribe: Scribe, incoming: DeskIncoming) -> Topic | None:
    """The topic of the message that is answered, tapped, edited or marked, where Telegram tells only that message.

    So it is with every emoji, and with all that happens in a group without topics.
    """
    source, group = incoming.source, incoming.group_id
    if source is None:
        return None
    number = source.message_id if incoming.kind in _ON_A_MESSAGE else source.reply_to
    if number is None:
        return None
    entry = scribe.records.entries.in_group(group, number)
    topic = entry.topic_id if entry else scribe.records.outbox.topic_of(group, number)
    return scribe.records.desk.topic(topic) if topic else None


def _ask_back(incoming: DeskIncoming, scribe: Scribe) -> None:
    """In a group without topics an advisor has to say which buyer is meant: silence would look like sent."""
    advisor, source = scribe.roster.get(incoming.person), incoming.source
    is_written = incoming.kind in {Kind.TEXT, Kind.OTHER, Kind.COMMAND}
    if advisor and source and is_written and scribe.records.desk.is_plain(incoming.group_id):
        told = Say(phrase("which_message", advisor.language), reply_to=source.message_id)
        scribe.records.outbox.put(incoming.group_id, told, scribe.now)


def _unchanged(incoming: Incoming, scribe: Scribe) -> DeskDecision | None:
    """An advisor has looked at a case and nothing has changed, says a button under the digest."""
    advisor = scribe.roster.get(incoming.chat_id)
    ref = read(incoming.content)[1].removeprefix("same:")
    if advisor is None or ref not in scribe.records.cases.refs():
        return None
    case = scribe.records.cases.get(ref, to_change=True)
    if not (advisor.leads or case.advisor == advisor.name):
        return None
    scribe.records.cases.save(changes.checked(case, scribe.now))
    scribe.note(Note("checked", ref), f"advisor:{advisor.id}")
    told = phrase("noted", advisor.language, name=advisor.name, what=f"{ref} {phrase('checked', advisor.language)}")
    return DeskDecision((), told)


def _clients(scribe: Scribe, topic: Topic) -> tuple[Client, ...]:
    """The chats that belong to a topic: those of the case, or the one without; none of a case that was deleted."""
    chats, tickets = scribe.records.chats, scribe.records.tickets
    found = chats.of_case(topic.case_ref) if topic.case_ref else [chats.get(topic.chat_id)] if topic.chat_id else []
    return tuple(Client(chat, tickets.live(chat.id)) for chat in found)


def _apply(action: DeskAction, situation: DeskSituation, scribe: Scribe) -> None:
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
            scribe.person_says(action.chat, action.parcel, action.entry)
        case ToTopic():
            scribe.post(situation.topic, action.parcel)
        case KeepNote():
            scribe.records.desk.note(situation.topic.id, situation.advisor.id, action, scribe.now)
            if action.album:
                scribe.dropped(scribe.records.outbox.drop_album(action.album))
        case Reword():
            scribe.records.entries.reworded(action.entry, action.text)
        case TakeBack():
            scribe.take_back(action.entry)
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
            scribe.farewell(action.chat, action.ticket, scribe.standing(action.chat))
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
    scribe.dropped(dropped)
    for letter in dropped:
        scribe.note(Note("answer_dropped", chat.case_ref, {"letter": str(letter.id)}), f"chat:{chat.id}")


def _change(action: ChangeCase, situation: DeskSituation, scribe: Scribe) -> None:
    records, now = scribe.records, scribe.now
    case = records.cases.get(action.after.ref, to_change=True)
    assert case == action.before
    records.cases.save(action.after)
    letters = _tell(action, situation, scribe) if action.event.event != "checked" else []
    number = records.desk.changed(action.before, action.after, situation.advisor.id, now, letters)
    scribe.note(replace(action.event, case_ref=case.ref), _actor(situation))
    language = situation.advisor.language
    told = phrase("noted", language, name=escape(situation.advisor.name), what=escape(action.what))
    undo = (Button(phrase("undo", language), tap(UNDO, number)),)
    instead = action.instead_of
    scribe.post(situation.topic, Rewrite(instead, told, undo) if instead else Say(told, undo))


def _tell(action: ChangeCase, situation: DeskSituation, scribe: Scribe) -> list[int]:
    """The buyers hear how things stand now, and not how they stood for some seconds before."""
    earlier = scribe.records.desk.last_told(action.after.ref)
    scribe.dropped(scribe.records.outbox.drop(earlier.letters if earlier else (), OUTDATED))
    due = scribe.now + timedelta(seconds=UNDO_SECONDS)
    return scribe.tell_of_change([client.chat for client in situation.clients], action.after, due)


def _undo(action: Undo, situation: DeskSituation, scribe: Scribe) -> None:
    """Nobody hears of the change; who has heard of it, or not of what came before it, hears how it is without it."""
    records, change = scribe.records, action.change
    taken_back = records.outbox.drop(change.letters)
    scribe.dropped(taken_back)
    records.cases.save(change.before)
    records.desk.undone(change.id, scribe.now)
    earlier = records.desk.last_told(change.case_ref)
    was_heard = len(taken_back) < len(change.letters)
    if was_heard or (earlier and records.outbox.are_outdated(earlier.letters)):
        # What came before may be taken back too: it waits for its own minute to end.
        held = earlier.at + timedelta(seconds=UNDO_SECONDS) if earlier and not was_heard else scribe.now
        chats = [client.chat for client in situation.clients]
        letters = scribe.tell_of_change(chats, change.before, max(held, scribe.now))
        if earlier:
            records.desk.told(earlier.id, letters)
    scribe.note(Note("change_undone", change.case_ref, {"change": str(change.id)}), _actor(situation))


def _invite(role: Role, situation: DeskSituation, scribe: Scribe) -> None:
    """A one-time link for a party of the case, for the advisor to hand over."""
    case = situation.standing.case if situation.standing else None
    party = case.party(role) if case else None
    assert case is not None
    assert party is not None
    token, _ = invite(scribe.records, case.ref, role, scribe.now, _actor(situation))
    shown = address(token, scribe.room.bot_name)
    scribe.post(situation.topic, Say(phrase("link", situation.advisor.language, name=escape(party.name), link=shown)))


def _disconnect(action: Disconnect, situation: DeskSituation, scribe: Scribe) -> None:
    """No chat is bound to the case any more, and no link opens it."""
    scribe.shut_out(action.chats)
    if situation.topic.case_ref:
        scribe.records.chats.revoke_links(situation.topic.case_ref, scribe.now)


def _actor(situation: DeskSituation) -> str:
    return f"advisor:{situation.advisor.id}"
