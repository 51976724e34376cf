"""Which of the editors' replies can an advisor send, and what does it say for this case?"""

from bot.cases.milestones import BUYING_SIDE
from bot.cases.office import Priority
from bot.desk.phrases import phrase
from bot.desk.situation import DeskDecision, DeskSituation, ToTopic
from bot.desk.tickets import Ticket
from bot.desk.writing import client, reply, to_buyer
from bot.dialogue.house import House
from bot.dialogue.intent import STATUS, Escalate
from bot.dialogue.messages import Button, Chat, Say
from bot.dialogue.speech import Speaker, Spoken
from bot.dialogue.taps import TICKET, tap
from bot.dialogue.unasked import unasked
from bot.wording.replies import NothingFits

SAY = "say"
SEND = "send"
# What fits nearly every question while a case is under way.
_ALWAYS = (STATUS, "next_step")
_MOST = 3
# A tap can copy no more than this.
_LONGEST_COPY = 256
_NEAREST = 5


def suggested(ticket: Ticket, speaker: Speaker, *, has_case: bool) -> tuple[str, ...]:
    """Two or three replies that may answer: the one to the question itself, and where the case stands.

    The bot has said its own already where it called a person at once; and no ready words suit an emergency. What
    could only promise an answer is none.
    """
    house = speaker.house
    if ticket.priority == Priority.P0:
        return ()
    intent = house.content.intents.get(ticket.reason)
    own = (ticket.reason,) if intent and intent.escalate != Escalate.NOW else ()
    usual = _ALWAYS if has_case else ("how_long", "full_process")
    known = [name for name in dict.fromkeys((*own, *usual)) if name in house.content.intents and _fits(name, speaker)]
    return tuple(known[:_MOST])


def _fits(name: str, speaker: Speaker) -> bool:
    try:
        _spoken(speaker, name)
    except NothingFits:
        return False
    return True


def suggestions(ticket: Ticket, names: tuple[str, ...], house: House, language: str) -> tuple[Button, ...]:
    """A button for each, that shows it before it is sent."""
    return tuple(
        Button(f"💬 {house.content.intents[name].titles[language]}", tap(TICKET, ticket.id, SAY, name))
        for name in names
    )


def preview(situation: DeskSituation, name: str, house: House) -> DeskDecision:
    """What a reply says to this buyer now, with buttons to send it or to copy and change it."""
    found = client(situation)
    if isinstance(found, DeskDecision):
        return found
    if name not in house.content.replies or name.startswith("_"):
        near = [entry for entry in house.content.intents if name and name in entry][:_NEAREST]
        return reply(situation, "unknown_reply", name=name, hint=" ".join(near))
    try:
        said = _worded(found.chat, name, house, situation)
    except NothingFits:
        return reply(situation, "needs_promise", name=name)
    number = found.ticket.id if found.ticket else 0
    send = Button(phrase("send", situation.advisor.language), tap(TICKET, number, SEND, found.chat.id, situation.today))
    label = "copy" if len(said.plain) <= _LONGEST_COPY else "copy_start"
    copy = Button(phrase(label, situation.advisor.language), copies=said.plain[:_LONGEST_COPY])
    return DeskDecision((ToTopic(Say(said.text, (send, copy), columns=2)),))


def send(situation: DeskSituation, value: str) -> DeskDecision:
    """Send exactly what was shown today, to the buyer for whom it was worded; a second tap sends nothing more.

    `value`: chat and day.
    """
    chat_id, _, day = value.partition(":")
    found = next((entry for entry in situation.clients if str(entry.chat.id) == chat_id), None)
    if found is None or situation.shown is None:
        return reply(situation, "not_open")
    if situation.own:
        return DeskDecision(toast=phrase("sent", situation.advisor.language))
    if day != str(situation.today):
        return reply(situation, "shown_earlier")
    shown = Say(situation.shown.text, holds_case_data=situation.standing is not None)
    return to_buyer(situation, found, shown, shown.plain, toast=phrase("sent", situation.advisor.language))


def _worded(chat: Chat, name: str, house: House, situation: DeskSituation) -> Say:
    """The reply with this case's facts; nothing of it is promised until a person sends it."""
    standing = situation.standing if chat.served_as in BUYING_SIDE else None
    return _spoken(unasked(chat, standing, house, situation.now), name).says[0]


def _spoken(speaker: Speaker, name: str) -> Spoken:
    """A reply by name, of the step that its question is about."""
    intent = speaker.house.content.intents.get(name)
    return speaker.say(name, about=intent.about if intent else None)
