"""Is the person in this chat who they say they are? A one-time link, then four digits."""

import hmac
import unicodedata
from dataclasses import replace
from datetime import datetime, timedelta

from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.deciding import system_reply
from bot.dialogue.messages import Action, Chat, Incoming, KeepLink, Kind, Link, Note, Remember, Verify
from bot.dialogue.situation import Situation
from bot.dialogue.speech import Speaker, Spoken

MOST_TRIES = 5
LOCK = timedelta(minutes=30)
_DIGITS = 4
# One or two digits pick a button, or count something.
_FEWEST, _MOST = 3, 8


def looks_like_digits(text: str) -> bool:
    """Did the buyer type a number of about the right length, in whatever digits a keyboard has?"""
    return _digits(text) is not None


def are_the_last_digits(text: str) -> bool:
    """Four digits and nothing else: what is asked for once a link is open."""
    return looks_like_digits(text) and len(text.strip()) == _DIGITS


def is_link(incoming: Incoming) -> bool:
    """Is a link being opened?"""
    return incoming.kind == Kind.COMMAND and incoming.content == "start" and bool(incoming.argument)


def verify(speaker: Speaker) -> Decision | None:
    """Digits for a link; those of a stranger who has opened none are told what comes first. Under a picture, none."""
    situation = speaker.situation
    typed = situation.incoming.content
    if situation.chat.pending_link and looks_like_digits(typed):
        return _check_digits(speaker)
    is_too_early = situation.standing is None and are_the_last_digits(typed)
    return system_reply("_unverified", speaker) if is_too_early else None


def awaits_digits(situation: Situation) -> bool:
    """Are these digits for a link that is still good? Then they are nobody's to read."""
    link = situation.invitation.link if situation.invitation else None
    typed = situation.incoming.kind == Kind.TEXT and looks_like_digits(situation.incoming.content)
    return typed and link is not None and not _is_over(link, situation.now)


def open_link(speaker: Speaker) -> Decision:
    """A link was opened: ask for the digits, or say the one thing that is said of every failure."""
    situation = speaker.situation
    link = situation.invitation.link if situation.invitation else None
    if link is None or not _is_open(link, situation.now):
        return _refused(speaker, link, "link_refused")
    chat = replace(situation.chat, pending_link=link.token_hash)
    asked = speaker.say("_ask_digits")
    return _decided(speaker, asked, chat, Note("link_opened", link.case_ref))


def _check_digits(speaker: Speaker) -> Decision:
    """Digits were typed for the link that this chat opened."""
    situation = speaker.situation
    invitation = situation.invitation
    link = invitation.link if invitation else None
    if invitation is None or link is None or not _is_open(link, situation.now):
        return _refused(speaker, link, "link_refused")
    typed = _digits(situation.incoming.content) or ""
    if not hmac.compare_digest(typed.encode(), (invitation.last_digits or "").encode()):
        return _refused(speaker, link, "digits_refused", KeepLink(_missed(link, situation.now)))
    # What was asked of another case goes on nowhere.
    before = situation.chat if situation.chat.case_ref in {None, link.case_ref} else situation.chat.unbound
    chat = replace(before, case_ref=link.case_ref, role=link.role, pending_link=None, misses=0)
    kept = KeepLink(replace(link, used_at=situation.now))
    verified = Verify(link.case_ref, link.role)
    return _decided(speaker, speaker.say("_linked"), chat, kept, verified, Note("chat_linked", link.case_ref))


def _digits(text: str) -> str | None:
    """A number of about the right length, in the digits that the books have.

    >>> _digits(" 6102 "), _digits("６１０２"), _digits("٦١٠٢"), _digits("61"), _digits("6102号")
    ('6102', '6102', '6102', None, None)
    """
    typed = text.strip()
    is_number = typed.isdecimal() and _FEWEST <= len(typed) <= _MOST
    return "".join(str(unicodedata.decimal(sign)) for sign in typed) if is_number else None


def _is_open(link: Link, now: datetime) -> bool:
    locked = link.locked_until is not None and now < link.locked_until
    return not _is_over(link, now) and not locked


def _is_over(link: Link, now: datetime) -> bool:
    return link.used_at is not None or now >= link.expires_at


def _missed(link: Link, now: datetime) -> Link:
    tries = link.tries + 1
    return replace(link, tries=0, locked_until=now + LOCK) if tries >= MOST_TRIES else replace(link, tries=tries)


def _refused(speaker: Speaker, link: Link | None, event: str, *more: Action) -> Decision:
    """Digits for a link that is over are awaited no longer: the next number is one like any."""
    situation = speaker.situation
    note = Note(event, link.case_ref if link else None)
    is_over = link is None or _is_over(link, situation.now)
    chat = situation.chat
    if is_over and not is_link(situation.incoming):
        chat = replace(chat, pending_link=None)
    return _decided(speaker, speaker.say("_link_failed"), chat, *more, note)


def _decided(speaker: Speaker, spoken: Spoken, chat: Chat, *more: Action) -> Decision:
    """Whoever writes can be reached again, and has shown a language; what is said is said about the new case."""
    remembered = Remember(replace(chat, last_language=speaker.language, unreachable=False))
    return Decision(Outcome.ANSWER, speaker.language, (remembered, *spoken.actions, *more), chosen=spoken.chosen)
