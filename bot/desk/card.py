"""What does an advisor see of a chat that is handed over? One screen, twelve lines at most."""

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.cases.case import day_of
from bot.cases.office import Priority
from bot.cases.progress import Standing
from bot.desk.advisors import Roster, mentions
from bot.desk.entries import Author, Entry
from bot.desk.phrases import phrase
from bot.desk.tickets import Ticket
from bot.dialogue.house import House
from bot.dialogue.messages import Button, Chat, Say
from bot.dialogue.taps import CHOOSE, CONFIRM, TICKET, tap
from bot.wording import dates
from bot.wording.replies import NEEDED

_MARKS = {Priority.P0: "🔴", Priority.P1: "🟠", Priority.P2: "🟡", Priority.P3: "⚪"}
_LONGEST_QUOTE = 120
_MOST_QUOTES = 3


@dataclass(frozen=True)
class Handed:
    """What a card tells of: the ticket, the chat, its last messages (oldest first), the case, who is called.

    `recent` counts the buyer's messages of the last day.
    """

    ticket: Ticket
    chat: Chat
    entries: Sequence[Entry]
    standing: Standing | None
    roster: Roster
    now: datetime
    recent: int = 0


def card(handed: Handed, house: House, language: str, suggestions: tuple[Button, ...]) -> Say:
    """The card with its buttons; the gravest calls whoever is on duty by name."""
    lines = [*_head(handed, house, language), *_talk(handed, language), *_foot(handed, house, language)]
    number = handed.ticket.id
    acts = [
        Button(phrase("claim", language), tap(TICKET, number, "claim")),
        Button(phrase("pass_on", language), tap(TICKET, number, "to")),
        Button(phrase("give_back", language), tap(TICKET, number, "back")),
        Button(phrase("note", language), tap(TICKET, number, "note")),
    ]
    work = (
        Button(phrase("case", language), tap(CHOOSE, "menu")),
        Button(phrase("same", language), tap(CONFIRM, "same")),
    )
    return Say("\n".join(lines), (*acts, *(work if handed.standing else ()), *suggestions), columns=2)


def name(chat: Chat, standing: Standing | None) -> str:
    """What a buyer is called: by the case, else by the number of the chat."""
    party = standing.case.party(chat.role) if standing and chat.role else None
    return party.name if party else f"#{chat.id}"


def hour(at: datetime | None, language: str, now: datetime) -> str:
    """An hour as advisors read it."""
    return dates.hour(at, language, day_of(now)) if at else "–"


def title(reason: str, house: House, language: str) -> str:
    """Why the chat was handed over: what the question is called, or when a reply of the bot's own is said."""
    if intent := house.content.intents.get(reason):
        return intent.titles[language]
    if purpose := NEEDED.get(reason):
        return purpose.zh if language == "zh" else purpose.en
    return phrase("wrote_first", language)


def state(standing: Standing, house: House, language: str) -> list[str]:
    """Where a case stands: its step and whose turn it is, its deadlines, the next agreed hour, what is in the way."""
    agreed = standing.appointment
    booked = (
        phrase(
            "booked",
            language,
            step=house.content.names.say("milestones", agreed.milestone, language),
            at=hour(agreed.at, language, standing.now),
        )
        if agreed
        else ""
    )
    lines = [_case(standing, house, language), " · ".join(_deadlines(standing, language)), html.escape(booked)]
    return [line for line in (*lines, *_blocked(standing, house, language)) if line]


def _head(handed: Handed, house: House, language: str) -> Iterator[str]:
    ticket, standing = handed.ticket, handed.standing
    known = phrase("verified" if handed.chat.case_ref else "unverified", language)
    who = html.escape(name(handed.chat, standing))
    yield f"{_MARKS[ticket.priority]} <b>{ticket.priority} · {who}</b>（{known}） #{ticket.id}"
    yield _case(standing, house, language) if standing else _without_standing(handed.chat, language)
    if standing and (dated := list(_deadlines(standing, language))):
        yield " · ".join(dated)
    why = html.escape(title(ticket.reason, house, language))
    yield f"❗ {why} · {phrase('answer_by', language, at=hour(ticket.reply_by, language, handed.now))}"
    people = handed.roster.on_duty or handed.roster.leads
    if ticket.priority == Priority.P0 and people:
        yield phrase("urgent", language, who=mentions(people), what=why)


def _without_standing(chat: Chat, language: str) -> str:
    ref = html.escape(chat.case_ref or "")
    return phrase("lost_case", language, ref=ref) if ref else phrase("no_case", language)


def _case(standing: Standing, house: House, language: str) -> str:
    names, case = house.content.names, standing.case
    step = names.say("milestones", standing.current, language) if standing.current else "–"
    turn = names.say("roles", standing.waiting_for, language) if standing.waiting_for else "–"
    says = phrase("case_says", language, step=step, who=turn)
    days = dates.working_days(standing.overdue, language)
    late = f" · {phrase('late', language, days=days)}" if standing.overdue.days > 0 else ""
    return html.escape(f"{case.ref} · {standing.city.name(language)} · {says}{late}")


def _deadlines(standing: Standing, language: str) -> Iterator[str]:
    if standing.case.contract.sign_by and not standing.is_signed:
        yield phrase("sign_by", language, day=dates.day(standing.case.contract.sign_by, language, standing.today))
    if standing.approval_left_days is not None and standing.case.loan and standing.case.loan.valid_until:
        yield phrase("approval", language, day=dates.day(standing.case.loan.valid_until, language, standing.today))


def _talk(handed: Handed, language: str) -> Iterator[str]:
    """The buyer's last three messages, and what the bot said last."""
    buyers = [entry for entry in handed.entries if entry.author == Author.BUYER][-_MOST_QUOTES:]
    for entry in buyers:
        yield phrase("buyer_said", language, text=quoted(entry))
    bots = [entry for entry in handed.entries if entry.author == Author.BOT]
    if bots:
        yield phrase("bot_said", language, text=quoted(bots[-1]))


def quoted(entry: Entry) -> str:
    """A message in one short line."""
    words = " ".join(entry.words.split())
    return html.escape(words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}…")


def _blocked(standing: Standing, house: House, language: str) -> Iterator[str]:
    if found := standing.blocker:
        what = house.content.names.say("blockers", found.code, language)
        who = house.content.names.say("roles", found.owner, language)
        check = phrase("next_check", language, at=hour(found.next_check, language, standing.now))
        yield phrase("blocker", language, what=what, who=who) + (check if found.next_check else "")


def _foot(handed: Handed, house: House, language: str) -> Iterator[str]:
    if handed.standing:
        yield from _blocked(handed.standing, house, language)
    if handed.recent > 1:
        yield phrase("repeats", language, count=handed.recent)
    told = [f"{title(why, house, language)} → {hour(at, language, handed.now)}" for why, at in handed.ticket.promises]
    if len(told) > 1:
        yield phrase("promised", language, what=html.escape("; ".join(told)))
