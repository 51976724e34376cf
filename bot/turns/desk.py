"""What happens to one update of the advisors' group? Gather, decide, apply, as for a buyer's."""

from dataclasses import dataclass
from datetime import datetime

from bot.cases import changes
from bot.desk.desk import decide
from bot.desk.phrases import phrase
from bot.desk.situation import (
    Client,
    DeskDecision,
    DeskIncoming,
    DeskSituation,
)
from bot.desk.topics import Topic
from bot.dialogue.messages import Chat, Incoming, Kind, Note, Say
from bot.dialogue.taps import CHOOSE, CONFIRM, SAME, TICKET, UNDO, read
from bot.store.outbox import Address
from bot.turns.buyer import Turn
from bot.turns.desk_acts import act
from bot.turns.scribe import Scribe


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
                act(action, situation, scribe)
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
            about_chat=_of_card(scribe, value) if tapped and action == TICKET else None,
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


def _of_card(scribe: Scribe, value: str) -> int | None:
    """The chat of the ticket that a button carries, though it may be over."""
    number = value.partition(":")[0]
    ticket = scribe.records.tickets.get(int(number)) if number.isdecimal() else None
    return ticket.chat_id if ticket else None


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
    number = source.reply_to if incoming.is_written else source.message_id
    if number is None:
        return None
    entry = scribe.records.entries.in_group(group, number)
    topic = entry.topic_id if entry else scribe.records.outbox.topic_of(group, number)
    return scribe.records.desk.topic(topic) if topic else None


def _ask_back(incoming: DeskIncoming, scribe: Scribe) -> None:
    """Silence would look like sent: who writes anonymously is nobody, and without topics no buyer is meant."""
    advisor, source, desk = scribe.roster.get(incoming.person), incoming.source, scribe.records.desk
    if source is None or not incoming.is_written or not (advisor or incoming.is_anonymous):
        return
    topic = desk.topic_at(incoming.group_id, incoming.thread_id)
    if not topic and not desk.is_plain(incoming.group_id):
        return
    key, language = ("which_message", advisor.language) if advisor else ("anonymous", scribe.house.default_language)
    told = Say(phrase(key, language), reply_to=source.message_id)
    scribe.records.outbox.put(Address.topic(topic) if topic else incoming.group_id, told, scribe.now)


def _unchanged(incoming: Incoming, scribe: Scribe) -> DeskDecision | None:
    """An advisor has looked at a case and nothing has changed, says a button under the digest."""
    advisor = scribe.roster.get(incoming.chat_id)
    ref = read(incoming.content)[1].removeprefix("same:")
    if advisor is None or ref not in scribe.records.cases.refs():
        return None
    case = scribe.records.cases.get(ref, to_change=True)
    if not advisor.answers_for(case):
        return None
    try:
        scribe.records.cases.save(changes.unchanged(case, scribe.now))
    except changes.HourUnnoted:
        why = phrase("hour_unnoted", advisor.language)
        return DeskDecision((), phrase("refused", advisor.language, why=f"{ref} {why}"))
    scribe.note(Note("checked", ref), f"advisor:{advisor.id}")
    told = phrase("noted", advisor.language, name=advisor.name, what=f"{ref} {phrase('checked', advisor.language)}")
    return DeskDecision((), told)


def _clients(scribe: Scribe, topic: Topic) -> tuple[Client, ...]:
    """The chats that belong to a topic: those of the case, or the one without; none of a case that was deleted."""
    chats, tickets = scribe.records.chats, scribe.records.tickets
    found = chats.of_case(topic.case_ref) if topic.case_ref else [chats.get(topic.chat_id)] if topic.chat_id else []
    return tuple(Client(chat, tickets.live(chat.id)) for chat in found)
