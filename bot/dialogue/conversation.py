"""What happens next in a chat? From a situation to a decision; nothing is done here."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.cases.languages import LANGUAGES
from bot.dialogue.account import heard
from bot.dialogue.context.awaiting import for_the_person
from bot.dialogue.context.calling_off import called_off
from bot.dialogue.context.fragments import is_after_answer, of_the_last
from bot.dialogue.context.further import is_further, is_guess, says_again
from bot.dialogue.context.hearing import hear
from bot.dialogue.context.story import told_together
from bot.dialogue.handlers import verification
from bot.dialogue.handlers.answering import answer, answers, decided, miss, speaker_of, system_reply
from bot.dialogue.handlers.following import go_on
from bot.dialogue.handlers.on_the_spot import on_the_spot
from bot.dialogue.handlers.owning_up import own_up
from bot.dialogue.handlers.passing import (
    is_news,
    pass_called_off,
    pass_further,
    pass_more,
    pass_news,
    pass_unsure,
    take_back,
)
from bot.dialogue.handlers.unclear import has_to_be_ours, unclear
from bot.dialogue.intent import HELP, HUMAN, STATUS, Escalate
from bot.dialogue.messages import Chat, Kind, Note, Rate, Remember
from bot.dialogue.readers.choosing import chosen
from bot.dialogue.readers.news import tells_of_oneself
from bot.dialogue.redact import reveals_papers
from bot.dialogue.situation import Decision, Held, House, Outcome, Situation
from bot.dialogue.speech import Speaker
from bot.dialogue.taps import ASK, LANGUAGE, RATE, UNBIND, read
from bot.matching.text import even
from bot.matching.understanding import Understanding, understand
from bot.wording.subject import Manner

SCORES = ("1", "2", "3")
# No ticket has a number beyond this; nor do the books.
_LONGEST_NUMBER = 18
# What holds words of the buyer's own.
_WRITTEN = {Kind.TEXT, Kind.OTHER}


def decide(situation: Situation, house: House) -> Decision:
    """What to do about one thing that somebody did in a private chat."""
    if situation.held and not _is_for_the_bot(situation):
        return _while_held(situation, house, situation.held)
    return _BY_KIND[situation.incoming.kind](situation, house)


def apologise(situation: Situation, house: House) -> Decision:
    """Something broke while deciding: say so, and hand the chat to a person."""
    return system_reply("_trouble", situation, speaker_of(situation, house))


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


def _while_held(situation: Situation, house: House, held: Held) -> Decision:
    """A person has the chat: the bot only answers danger, and says once that somebody is reading."""
    if danger := _danger(situation, house):
        return danger
    if situation.incoming.kind not in _WRITTEN or situation.chat.told_ticket == held.ticket_id:
        return _silence(situation, house)
    told = replace(situation.chat, told_ticket=held.ticket_id)
    promised = replace(situation, chat=told, promised={"_held": held.reply_by})
    return system_reply("_held", promised, speaker_of(promised, house))


def _danger(situation: Situation, house: House) -> Decision | None:
    """What is answered in any case, be it that a person has the chat or that the words were changed afterwards."""
    if situation.incoming.kind not in {*_WRITTEN, Kind.EDIT}:
        return None
    understood = understand(house.content.matcher, situation.incoming.words)
    if not any(map(house.content.matcher.is_danger, understood.asked)):
        return None
    return answers(understood, situation, speaker_of(situation, house, understood.whole.utterance.language))


def _edited(situation: Situation, house: House) -> Decision:
    """An answer was given to the words as they were."""
    return _danger(situation, house) or system_reply("_edited", situation, speaker_of(situation, house))


def _gone(situation: Situation, house: House) -> Decision:
    """The buyer has blocked the bot."""
    gone = Remember(replace(situation.chat, unreachable=True))
    return Decision(Outcome.SILENCE, house.default_language, (gone, Note("chat_blocked", situation.chat.case_ref)))


def _silence(situation: Situation, house: House) -> Decision:
    return Decision(Outcome.SILENCE, speaker_of(situation, house).language, ())


def _texted(situation: Situation, house: House) -> Decision:
    """Where somebody calls a warning off, what is said besides is answered like anything else."""
    calmed = called_off(situation, house.content)
    if calmed is situation:
        return _written(told_together(situation, house.content), house)
    speaker = speaker_of(calmed, house)
    decision = _written(calmed, house) if calmed.incoming.words.strip() else None
    if decision is None or decision.outcome == Outcome.FALLBACK:
        return pass_called_off(calmed, speaker)
    return take_back(decision, speaker)


def _written(situation: Situation, house: House) -> Decision:
    """A text, or the words under a picture; of an album without words only the first picture is answered."""
    text = situation.incoming.words
    if situation.goes_on and not text:
        return _silence(situation, house)
    understood = hear(text, situation, house.content)
    speaker = speaker_of(situation, house, understood.whole.utterance.language)
    if verifying := _verifying(situation, speaker):
        return verifying
    offered = situation.last_said.buttons if situation.last_said else ()
    if picked := chosen(text, [button.data for button in offered]):
        pressed = replace(situation.incoming, kind=Kind.BUTTON, content=picked)
        return _button(replace(situation, incoming=pressed), house)
    speaker = replace(
        speaker, heard=heard(text, understood.whole, house.content.matcher), manner=Manner(said=even(text))
    )
    if there := on_the_spot(understood, situation, speaker):
        return there
    if reveals_papers(text):
        return _warned(understood, situation, speaker)
    return _understood(understood, situation, speaker)


def _verifying(situation: Situation, speaker: Speaker) -> Decision | None:
    """Digits for a link; those of a stranger who has opened none are told what comes first. Under a picture, none."""
    typed = situation.incoming.content
    if situation.chat.pending_link and verification.looks_like_digits(typed):
        return verification.check_digits(situation, speaker)
    is_too_early = situation.standing is None and verification.are_the_last_digits(typed)
    return system_reply("_unverified", situation, speaker) if is_too_early else None


def _warned(understood: Understanding, situation: Situation, speaker: Speaker) -> Decision:
    """The number of a card should not stand in a chat; what is asked beside it is answered after the warning."""
    warning = speaker.say("_keep_private")
    decision = _understood(understood, situation, speaker)
    if decision.outcome in {Outcome.FALLBACK, Outcome.CLARIFY}:
        return decided(Outcome.ANSWER, situation.chat, speaker, warning, understood)
    return replace(decision, actions=(*warning.actions, *decision.actions))


def _understood(understood: Understanding, situation: Situation, speaker: Speaker) -> Decision:
    """More for the person who is awaited, news, or questions: about the last answer, or of their own."""
    text, content = situation.incoming.words, speaker.house.content
    question = for_the_person(understood, situation, content) if text else None
    if question and question.escalate == Escalate.NOW:
        return pass_more(question, situation, speaker, understood)
    if text and (owned_up := own_up(understood, situation, speaker)):
        return owned_up
    if not question and situation.standing and is_news(text, situation, understood, content):
        return pass_news(situation, speaker, understood)
    if text and (going_on := go_on(understood, situation, speaker)):
        return going_on
    if question:
        return pass_more(question, situation, speaker, understood)
    return _answered(understood, situation, speaker)


def _answered(understood: Understanding, situation: Situation, speaker: Speaker) -> Decision:
    """Questions of their own, or what may be one."""
    text, content = situation.incoming.words, speaker.house.content
    # 我昨天已经存了: right after an answer it is of the case, though nobody knows what it is of.
    is_told = situation.standing is not None and is_after_answer(situation, content) and tells_of_oneself(text)
    is_open = is_told or (text and is_further(understood, situation, content))
    if is_open and is_guess(understood, situation, content):
        about = of_the_last(understood, situation)
        return pass_news(situation, speaker, understood) if is_told else pass_unsure(situation, speaker, about)
    if not understood.asked or has_to_be_ours(understood, situation):
        return unclear(situation, speaker, understood)
    decision = answers(understood, situation, speaker)
    if says_again(decision, situation, content):
        return pass_further(decision, situation, speaker, understood)
    return decision


def _button(situation: Situation, house: House) -> Decision:
    """A button may be older than the content: an unknown one is a question not understood."""
    action, value = read(situation.incoming.content)
    speaker = speaker_of(situation, house)
    if action == LANGUAGE and value in LANGUAGES:
        return _pin(value, situation, house)
    if action == UNBIND:
        return _unbind(situation, house, speaker.language)
    if action == RATE:
        return _rated(value, situation, speaker)
    if action == ASK and value in house.content.intents:
        return answer(house.content.intents[value], situation, speaker)
    return miss(situation, speaker)


def _command(situation: Situation, house: House) -> Decision:
    speaker = speaker_of(situation, house)
    command = _COMMANDS.get(situation.incoming.content)
    return command(situation, speaker) if command else miss(situation, speaker)


def _start(situation: Situation, speaker: Speaker) -> Decision:
    if verification.is_link(situation.incoming):
        return verification.open_link(situation, speaker)
    return system_reply("_welcome_back" if situation.standing else "_welcome", situation, speaker)


def _language(situation: Situation, speaker: Speaker) -> Decision:
    spoken = speaker.say("_language", buttons=speaker.languages())
    return decided(Outcome.ANSWER, situation.chat, speaker, spoken)


def _question(intent: str) -> Callable[[Situation, Speaker], Decision]:
    return lambda situation, speaker: answer(speaker.house.content.intents[intent], situation, speaker)


_COMMANDS: Mapping[str, Callable[[Situation, Speaker], Decision]] = {
    "start": _start,
    "progress": _question(STATUS),
    "help": _question(HELP),
    "human": _question(HUMAN),
    "language": _language,
}


_BY_KIND: Mapping[Kind, Callable[[Situation, House], Decision]] = {
    Kind.TEXT: _texted,
    Kind.BUTTON: _button,
    Kind.COMMAND: _command,
    Kind.OTHER: _written,
    Kind.EDIT: _edited,
    Kind.REACTION: _silence,
    Kind.BLOCKED: _gone,
}


def _pin(language: str, situation: Situation, house: House) -> Decision:
    pinned = replace(situation.chat, pinned_language=language)
    speaker = Speaker(house, replace(situation, chat=pinned), language)
    return decided(Outcome.ANSWER, pinned, speaker, speaker.say("_language_set"))


def _unbind(situation: Situation, house: House, language: str) -> Decision:
    """The chat forgets the case; the case itself stays as it is."""
    chat = unbound(situation.chat)
    speaker = Speaker(house, replace(situation, chat=chat, standing=None), language)
    said = decided(Outcome.ANSWER, chat, speaker, speaker.say("_unbound"))
    return replace(said, actions=(*said.actions, Note("chat_unbound", situation.chat.case_ref)))


def unbound(chat: Chat) -> Chat:
    """The chat without its case; how it speaks, and what it was asked and told about people's help, stays."""
    kept = ("pinned_language", "last_language", "surveyed_at", "told_ticket")
    return Chat(chat.id, **{name: getattr(chat, name) for name in kept})


def _rated(value: str, situation: Situation, speaker: Speaker) -> Decision:
    """`TICKET:SCORE`, from the question that follows a person's help."""
    ticket, _, score = value.partition(":")
    if not ticket.isdecimal() or len(ticket) > _LONGEST_NUMBER or score not in SCORES:
        return miss(situation, speaker)
    thanked = system_reply("_survey_thanks", situation, speaker)
    return replace(thanked, actions=(*thanked.actions, Rate(int(ticket), int(score))))
