"""How does a chat come into people's hands, and back to the bot?"""

from dataclasses import replace
from datetime import datetime, timedelta
from html import escape

from bot.cases.office import Priority
from bot.desk import card, saying
from bot.desk.advisors import mentions
from bot.desk.entries import Author
from bot.desk.phrases import phrase
from bot.desk.tickets import Event, Ticket, What
from bot.dialogue.messages import Button, Chat, OpenTicket, Say
from bot.dialogue.speech import Speaker
from bot.dialogue.taps import RATE, SCORES, tap
from bot.turns import letters
from bot.turns.board import Board
from bot.turns.scribe import Scribe

_DAY = timedelta(hours=24)
_MOST_ENTRIES = 12
_REQUEUED = "_requeued"
_MOODS = ("👎", "👌", "👍")


def hand_over(board: Board, opening: OpenTicket) -> None:
    """A person is wanted: a new ticket gets a card, one more reason for an old one a line."""
    scribe, chat = board.scribe, board.chat
    before = scribe.records.tickets.live(chat.id)
    ticket, is_news = scribe.records.tickets.hand_over(chat, opening, scribe.now, scribe.hours)
    if before is None:
        post_card(board, ticket)
    elif is_news and opening.reason in scribe.house.content.intents:
        _post_reason(board, opening)


def post_card(board: Board, ticket: Ticket) -> None:
    """One screen with all that somebody needs who takes the chat now."""
    if board.topic is None:
        return
    scribe, chat, standing = board.scribe, board.chat, board.standing
    entries = scribe.records.entries.last(chat.id, most=_MOST_ENTRIES)
    written = scribe.records.entries.count(chat.id, Author.BUYER, scribe.now - _DAY)
    handed = card.Handed(ticket, chat, entries, standing, scribe.roster, scribe.now, written)
    names = saying.suggested(ticket, scribe.speaker(chat, standing), has_case=standing is not None)
    offers = saying.suggestions(ticket, names, scribe.house, board.language)
    board.post(card.card(handed, scribe.house, board.language, offers))


def _post_reason(board: Board, opening: OpenTicket) -> None:
    scribe, language = board.scribe, board.language
    what = card.title(opening.reason, scribe.house, language)
    if opening.priority == Priority.P0:
        people = scribe.roster.on_duty or scribe.roster.leads
        line = phrase("urgent", language, who=mentions(people), what=escape(what))
    else:
        line = phrase("again", language, what=escape(what), at=card.hour(opening.reply_by, language, scribe.now))
    board.post(Say(f"{line} {board.whose}".strip()))


def promise(scribe: Scribe, ticket: Ticket) -> datetime:
    """By when the buyer gets an answer from whoever has the chat next; an earlier promise still holds."""
    return scribe.hours.reply_by(ticket, scribe.now, ticket.reply_by)


def requeue(scribe: Scribe, ticket: Ticket, reason: str = "") -> None:
    """In nobody's hands; the buyer is told by when somebody answers."""
    by = promise(scribe, ticket)
    scribe.records.tickets.log(ticket, Event(What.REQUEUED, scribe.now, reason=reason, reply_by=by), scribe.hours)
    chat = scribe.records.chats.get(ticket.chat_id)
    if not chat.unreachable:
        speaker = scribe.speaker(chat, scribe.standing(chat), {_REQUEUED: by})
        for say in speaker.say(_REQUEUED).says:
            letters.bot_says(scribe, chat, say)


def farewell(board: Board, ticket: Ticket) -> None:
    """The bot answers from now on: the buyer is told what comes next, and asked now and then how it was."""
    scribe, chat, standing = board.scribe, board.chat, board.standing
    if chat.unreachable:
        return
    # Where no machine talks about the steps, or life was in danger, it says no more than that it is there.
    is_for_people = ticket.priority == Priority.P0 or bool(standing and standing.is_for_people)
    speaker = scribe.speaker(chat, None if is_for_people else standing)
    for say in speaker.say("_returned").says:
        letters.bot_says(scribe, chat, say)
    asked_lately = chat.surveyed_at and scribe.now - chat.surveyed_at < timedelta(days=scribe.room.survey_days)
    if ticket.answered_at and not is_for_people and not asked_lately:
        _ask_how_it_was(scribe, chat, ticket, speaker)


def _ask_how_it_was(scribe: Scribe, chat: Chat, ticket: Ticket, speaker: Speaker) -> None:
    """With a button for each mood."""
    buttons = tuple(Button(mood, tap(RATE, ticket.id, score)) for mood, score in zip(_MOODS, SCORES, strict=True))
    for say in speaker.say("_survey", buttons=buttons).says:
        letters.bot_says(scribe, chat, replace(say, columns=len(buttons)))
    scribe.records.chats.save(replace(scribe.records.chats.get(chat.id), surveyed_at=scribe.now))
