"""What happens next in a chat? From a situation to a decision; nothing is done here."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.dialogue.account import heard
from bot.dialogue.context.calling_off import called_off, without_unpaid
from bot.dialogue.context.hearing import hear, is_of_another
from bot.dialogue.context.jest import without_jest
from bot.dialogue.context.story import told_together
from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers import verification
from bot.dialogue.handlers.attendance import tell_of_attendance
from bot.dialogue.handlers.awaited import add_for_the_awaited, warn_again
from bot.dialogue.handlers.broken_promise import own_up
from bot.dialogue.handlers.buttons import named_button, press, tapped
from bot.dialogue.handlers.calling_off import settle_called_off
from bot.dialogue.handlers.card_numbers import warn_of_papers
from bot.dialogue.handlers.commands import run_command
from bot.dialogue.handlers.deciding import silence, system_reply
from bot.dialogue.handlers.follow_up import go_on
from bot.dialogue.handlers.guesses import pass_guess
from bot.dialogue.handlers.held import edited, while_held, while_lost
from bot.dialogue.handlers.holding_off import hold_off
from bot.dialogue.handlers.language import speaker_of
from bot.dialogue.handlers.news import pass_news, pass_own_news
from bot.dialogue.handlers.on_the_spot import call_to_the_spot
from bot.dialogue.handlers.questions import answer_all
from bot.dialogue.handlers.unclear import settle_unclear
from bot.dialogue.handlers.what_if import work_it_out
from bot.dialogue.house import House
from bot.dialogue.messages import HEARD, Kind, Note, Remember
from bot.dialogue.readers.payment import has_paid
from bot.dialogue.readers.signs import in_words
from bot.dialogue.redact import reveals_papers
from bot.dialogue.situation import Situation
from bot.dialogue.speech import Speaker
from bot.dialogue.taps import LANGUAGE, RATE, read
from bot.matching.script import even
from bot.matching.text import read as utterance
from bot.matching.understanding import Understanding
from bot.wording.subject import Manner

# The first of these that has anything to say to what is written answers it; else its questions are answered.
_HANDLERS: tuple[Callable[[Understanding, Speaker], Decision | None], ...] = (
    call_to_the_spot,  # 人呢, at the agreed hour
    hold_off,  # 那我签不签, where somebody has to answer first
    warn_again,  # 那我转不转, after a warning
    tell_of_attendance,  # 那我周四就不用去了吧
    own_up,  # 说好12点的
    pass_news,  # 卖家说明天不来了
    work_it_out,  # 核验20号才出来，来得及吗
    go_on,  # 几号到期, "sure?": about the last answer
    add_for_the_awaited,  # all else for who was called
    pass_own_news,  # 我昨天已经存了, right after an answer
    pass_guess,  # a few words right after it that nobody is sure of
    settle_unclear,  # nothing is surely asked
)
# By these something may be asked of the case.
_ASKING = HEARD | {Kind.BUTTON, Kind.COMMAND}


def decide(situation: Situation, house: House) -> Decision:
    """What to do about one thing that somebody did in a private chat."""
    if situation.held and not _is_for_the_bot(situation):
        return while_held(situation, house, situation.held)
    if situation.is_lost and situation.incoming.kind in _ASKING and not _is_for_the_bot(situation):
        return while_lost(situation, house)
    return _BY_KIND[situation.incoming.kind](situation, house)


def apologise(situation: Situation, house: House) -> Decision:
    """Something broke while deciding: say so, and hand the chat to a person."""
    return system_reply("_trouble", speaker_of(situation, house))


def _is_for_the_bot(situation: Situation) -> bool:
    """What no person can do for it: to prove who somebody is, to change its language, to be told or rated."""
    incoming = situation.incoming
    match incoming.kind:
        case Kind.BUTTON:
            return read(incoming.content)[0] in {RATE, LANGUAGE}
        case Kind.COMMAND:
            return incoming.content == LANGUAGE or verification.is_link(incoming)
        case _:
            return incoming.kind == Kind.BLOCKED or verification.awaits_digits(situation)


def _gone(situation: Situation, house: House) -> Decision:
    """The buyer has blocked the bot."""
    gone = Remember(replace(situation.chat, unreachable=True))
    return Decision(Outcome.SILENCE, house.default_language, (gone, Note("chat_blocked", situation.chat.case_ref)))


def _texted(situation: Situation, house: House) -> Decision:
    """Digits and the names of buttons are what they are; all else may go on with what was typed before."""
    return _taken_literally(situation, house) or _told(_spelt_out(situation, house), house)


def _taken_literally(situation: Situation, house: House) -> Decision | None:
    """Before anybody asks what it may mean."""
    speaker = speaker_of(situation, house, utterance(situation.words).language)
    if verified := verification.verify(speaker):
        return verified
    button = named_button(situation)
    return press(button, speaker) if button else None


def _spelt_out(situation: Situation, house: House) -> Situation:
    """The same; signs alone are read as their words, in the chat's language, pinyin in characters."""
    typed = situation.words
    words = in_words(typed, speaker_of(situation, house).language) or house.content.matcher.in_characters(typed)
    return replace(situation, read_as=words) if words else situation


def _told(situation: Situation, house: House) -> Decision:
    """Where somebody calls a warning off, what is said besides is answered like anything else."""
    calmed = called_off(situation, house.content)
    if calmed is None:
        asked = without_unpaid(without_jest(situation, house.content), house.content)
        return _written(told_together(asked, house.content), house)
    beside = _written(calmed, house) if calmed.words.strip() else None
    return settle_called_off(beside, speaker_of(calmed, house), situation.chat.called_off)


def _pictured(situation: Situation, house: House) -> Decision:
    """The words under a picture; of an album without words only the first picture is answered."""
    if situation.words:
        return _written(situation, house)
    if situation.goes_on:
        return silence(situation, house)
    return system_reply("_not_text", speaker_of(situation, house))


def _written(situation: Situation, house: House) -> Decision:
    """What is written is heard in its chat, and handled."""
    text = situation.words
    understood = hear(text, situation, house.content)
    speaker = speaker_of(situation, house, understood.whole.utterance.language)
    asked = heard(situation.incoming.words, understood.whole, house.content.matcher)
    speaker = replace(speaker, heard=asked, manner=Manner(paid=has_paid(text), said=even(text)))
    if is_of_another(text, situation):
        speaker = speaker.without_case
    decision = _handled(understood, speaker)
    return warn_of_papers(decision, speaker) if reveals_papers(text) else decision


def _handled(understood: Understanding, speaker: Speaker) -> Decision:
    """By the first handler that has anything to say to it; questions of their own by their answers."""
    decisions = (handler(understood, speaker) for handler in _HANDLERS)
    return next(filter(None, decisions), None) or answer_all(understood, speaker)


_BY_KIND: Mapping[Kind, Callable[[Situation, House], Decision]] = {
    Kind.TEXT: _texted,
    Kind.BUTTON: tapped,
    Kind.COMMAND: run_command,
    Kind.OTHER: _pictured,
    Kind.EDIT: edited,
    Kind.REACTION: silence,
    Kind.BLOCKED: _gone,
}
