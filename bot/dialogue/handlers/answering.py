"""How is what was understood answered? From questions to a decision; nothing is done here."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from bot.cases.case import day_of
from bot.cases.forecast import due_hours, missing_papers
from bot.cases.milestones import Milestone
from bot.dialogue.account import HeardQuestion, heard
from bot.dialogue.context.asked_at_once import part_of_its_step
from bot.dialogue.context.last import is_after_answer
from bot.dialogue.context.steps import about, of_step
from bot.dialogue.intent import HUMAN, Does, Escalate, Intent
from bot.dialogue.messages import Action, Chat, Note, OpenTicket, Remember, Say
from bot.dialogue.promises import NEWS
from bot.dialogue.readers.another_time import names_another_time
from bot.dialogue.readers.hand_in import comes_late, hand_in_day, is_sent, only_names_a_day
from bot.dialogue.readers.manner import asks_to_come, manner
from bot.dialogue.readers.warned import names_money
from bot.dialogue.situation import Content, Decision, House, Outcome, Situation
from bot.dialogue.speech import Speaker, Spoken
from bot.matching.match import Match
from bot.matching.phrasing import Phrasing
from bot.matching.understanding import Understanding
from bot.wording.conditions import HAND_IN
from bot.wording.follow_up import FollowUp
from bot.wording.subject import Manner

# In turn, so that nobody reads the same thing three times running; the second one offers a person.
_FALLBACKS = ("_fallback", "_fallback_person", "_fallback_again")

# "ok", "thx": who writes so goes on in the language of the chat.
_OF_ANY_LANGUAGE = Phrasing(r"\W*(?:\b(?:ok(?:ay)?|k+|thx|ty|bye|yes|no|wow|pls|lol|emm+)\b\W*)+")
# And who writes "my 网签 my 定金?".
_HAN, _LATIN = re.compile(r"[㐀-鿿]"), re.compile(r"[A-Za-z]{2,}")
_FEWEST_WORDS = 2
# "what is happening with my 网签": who writes so many more speaks English.
_MOST_WORDS_FOR_A_SIGN = 2
# "whats 网签", "is it same as 过户": an English sentence about a Chinese word, and no 我要 sign.
_ENGLISH = Phrasing(
    r"\b(?:what'?s?|is|are|the|when|how|why|where|who|do|does|did|can|could|should|will|my|it|this|that)\b"
)
_CHINESE = Phrasing("[的了吗呢吧么是要我你他怎什几哪多没不能会还在给]")


def answer(intent: Intent, situation: Situation, speaker: Speaker) -> Decision:
    """One question, asked by a button or a command."""
    spoken = replace(speaker, heard=HeardQuestion(intent=intent.id)).answer(intent, intent.about)
    return answered((intent,), intent.about, situation, speaker, (spoken,))


def answers(understood: Understanding, situation: Situation, speaker: Speaker, first: Spoken | None = None) -> Decision:
    """Each question gets its own message; what would be too many at once is named, with buttons. `first`: as below."""
    intents = speaker.house.content.intents
    asked = [
        (*_of_its_step(intents[match.best.intent], match, speaker), match) for match in understood.asked if match.best
    ]
    spoken = [_hearing(match, intent, speaker).answer(intent, step) for intent, step, match in asked]
    spoken = _without_repeats(spoken)
    if understood.left:
        spoken.append(speaker.say("_more", buttons=tuple(speaker.button(intent) for intent in understood.left)))
    every = [intent for intent, _, _ in asked]
    if again := _in_this_language(every, situation, speaker):
        spoken.append(again)
    return answered(every, asked[0][1], situation, speaker, spoken, understood, first)


def _of_its_step(intent: Intent, match: Match, speaker: Speaker) -> tuple[Intent, Milestone | None]:
    """The question as it is meant, and the step; what has an answer to the very words of the buyer stays what it is."""
    content, step = speaker.house.content, about(intent, speaker.situation, match)
    meant = of_step(intent, step, content.intents)
    if meant != intent:
        own = _hearing(match, intent, speaker).say(intent.id, about=intent.about)
        if content.is_of_the_words(own.chosen):
            return intent, intent.about
    return meant, step


def _in_this_language(asked: Sequence[Intent], situation: Situation, speaker: Speaker) -> Spoken | None:
    """What was answered a moment ago, for who asks for another language than it was in."""
    chat, content = situation.chat, speaker.house.content
    is_wanted = any(intent.does == Does.LANGUAGE for intent in asked) and chat.last_language != speaker.language
    if chat.last_intent is None or not is_wanted or not is_after_answer(situation, content):
        return None
    return speaker.answer(content.intents[chat.last_intent], chat.last_about)


def _without_repeats(spoken: Sequence[Spoken]) -> list[Spoken]:
    """What the first answer has said, line for line, the second does not say again."""
    said: set[str] = set()
    shortened = []
    for one in spoken:
        actions = [_shortened(action, said) if isinstance(action, Say) else action for action in one.actions]
        shortened.append(replace(one, actions=tuple(action for action in actions if action is not None)))
        said.update(line for say in one.says for line in say.text.split("\n"))
    return shortened


def _shortened(say: Say, said: AbstractSet[str]) -> Say | None:
    """Without the lines that were said; None where nothing is left."""
    lines = [line for line in say.text.split("\n") if line not in said]
    return replace(say, text="\n".join(lines)) if lines else None


def _hearing(match: Match, intent: Intent, speaker: Speaker) -> Speaker:
    """The speaker, about one of the questions in the message."""
    content, today, message = speaker.house.content, speaker.situation.today, match.message
    # A passport may be spoken of in one sentence and what to bring in the next.
    put = replace(manner(match, today), said=speaker.manner.said)
    own = heard(message, match, content.matcher)
    # Who names the step is told no more than who asks on about it.
    if asks_to_come(message) and content.is_asked(FollowUp.GO, intent.id):
        put = replace(put, follow_up=FollowUp.GO)
    elif content.is_asked(FollowUp.TIMES, intent.id) and names_another_time(message, today, speaker.situation.agreed):
        put = replace(put, follow_up=FollowUp.TIMES)
    elif (part := part_of_its_step(match, content)) and content.is_asked(part, intent.id):
        put = replace(put, follow_up=part)
    if content.replies[intent.id].asks(HAND_IN):
        put = _of_papers(put, message, speaker.situation)
    return replace(speaker, heard=replace(own, question=speaker.heard.question), manner=put)


def _of_papers(put: Manner, message: str, situation: Situation) -> Manner:
    """The same of papers: a day is held against the hour by which they are due; without one, late is not in time."""
    standing, today = situation.standing, situation.today
    put = replace(put, hands_in=put.hands_in or only_names_a_day(message, today))
    if standing is None or not missing_papers(standing.case) or not comes_late(message):
        return put
    if (put.named is None or not put.hands_in) and (handed := hand_in_day(message, today)):
        put = replace(put, named=handed.on, hour=handed.at, hands_in=True)
    dues = map(day_of, due_hours(standing.case))
    # What is posted on the last day is there too late.
    is_under_way = is_sent(message) and put.named is not None and put.named <= max(dues, default=today)
    is_held = put.hands_in and standing.may_be_told and not is_under_way
    return put if is_held else replace(put, follow_up=FollowUp.ENOUGH)


def answered(
    intents: Sequence[Intent],
    meant: Milestone | None,
    situation: Situation,
    speaker: Speaker,
    spoken: Sequence[Spoken],
    understood: Understanding | None = None,
    first: Spoken | None = None,
) -> Decision:
    """Answers that are worded already; about the first question, and the step `meant`, the next message may go on.

    `first` calls a person before them, unless an answer does: nobody has to be called twice. Where a danger is not
    settled, no answer from the case goes without the warning; nor, where news is being checked, without saying so.
    """
    chat = replace(situation.chat, misses=0)
    # Thanks, an "ok" or another language between two questions of one matter end nothing.
    is_beside = intents[0].id in speaker.house.content.matcher.tiers.asides or intents[0].does == Does.LANGUAGE
    if not is_beside or chat.last_intent is None:
        chat = replace(chat, last_intent=intents[0].id, last_about=meant, last_at=situation.now)
    if any(intent.id == chat.called_off for intent in intents):
        chat = replace(chat, called_off=None)
    feared = next((one.chosen.reply for one in spoken if _is_only_feared(one, speaker.house.content)), None)
    # What was called off before stays so: no fear wakes a false alarm.
    chat = replace(chat, called_off=chat.called_off or feared)
    is_called = any(isinstance(action, OpenTicket) for one in spoken for action in one.actions)
    every = [first, *spoken] if first and not is_called else spoken
    said = Spoken(every[0].chosen, forewarned(every, situation, speaker))
    handed_over = any(intent.escalate == Escalate.NOW for intent in intents)
    return decided(Outcome.HANDOFF if handed_over else Outcome.ANSWER, chat, speaker, said, understood)


def _is_only_feared(spoken: Spoken, content: Content) -> bool:
    """Is a person called for what might happen? Until they have answered, nothing has to stop for it."""
    intent = content.intents.get(spoken.chosen.reply)
    return intent is not None and intent.until_then is not None and content.is_of_a_fear(spoken.chosen)


def forewarned(spoken: Sequence[Spoken], situation: Situation, speaker: Speaker) -> tuple[Action, ...]:
    """All that they do; before anything of the case what has to be read first: a warning, or that news is checked.

    The warning stands before what is said of money and of the signing, too: "into escrow, then?", 25号还用去吗.
    """
    holds_case_data = any(say.holds_case_data for one in spoken for say in one.says)
    said = map(speaker.house.content.intents.get, (one.chosen.reply for one in spoken))
    is_warning = any(intent and intent.insists for intent in said)
    is_of_money = names_money(situation.words) and not is_warning
    is_of_signing = any(one.chosen.reply in speaker.house.content.matcher.tiers.signing for one in spoken)
    reminded = speaker.remind() if holds_case_data or is_of_money or is_of_signing else None
    before = reminded or (_beforehand(spoken, situation, speaker) if holds_case_data else None)
    every = (before, *spoken) if before else spoken
    return tuple(action for one in every for action in one.actions)


def _beforehand(spoken: Sequence[Spoken], situation: Situation, speaker: Speaker) -> Spoken | None:
    """What holds until somebody has come. Or the records do not know what was told: who has paid must not pay again."""
    # An hour that is over without an answer changes nothing of it.
    called = map(speaker.house.content.intents.get, situation.unanswered)
    if held := next((intent.until_then for intent in called if intent and intent.until_then), None):
        return speaker.say(held.reply)
    if NEWS not in situation.open_promises:
        return None
    is_of_money = any(names_money(say.plain) for one in spoken for say in one.says)
    return speaker.say("_unchecked_money" if is_of_money else "_unchecked")


def guess(intent: Intent, situation: Situation, speaker: Speaker, understood: Understanding) -> Decision:
    """The one question that it is like, said to be a guess; the editors find it among what was asked back."""
    step = about(intent, situation, understood.whole)
    spoken = _hearing(understood.whole, intent, speaker).answer(intent, step)
    chat = replace(situation.chat, misses=0, last_intent=intent.id, last_about=step, last_at=situation.now)
    actions = forewarned((speaker.say("_guess"), spoken), situation, speaker)
    return decided(Outcome.CLARIFY, chat, speaker, Spoken(spoken.chosen, actions), understood)


def clarify(intents: list[str], situation: Situation, speaker: Speaker, understood: Understanding) -> Decision:
    """Up to three meanings as buttons, and beside them the way to a person."""
    buttons = tuple(speaker.button(intent) for intent in dict.fromkeys([*intents, HUMAN]))
    spoken = speaker.say("_clarify", buttons=buttons)
    return decided(Outcome.CLARIFY, situation.chat, speaker, spoken, understood)


def miss(situation: Situation, speaker: Speaker, understood: Understanding | None = None) -> Decision:
    """Nothing is understood; right after an answer a person is offered at once."""
    misses = situation.chat.misses
    reply = _FALLBACKS[misses] if misses < len(_FALLBACKS) else _FALLBACKS[2 - misses % 2]
    if not misses and is_after_answer(situation, speaker.house.content):
        reply = "_fallback_further"
    chat = replace(situation.chat, misses=misses + 1)
    return decided(Outcome.FALLBACK, chat, speaker, speaker.say(reply), understood)


def system_reply(reply: str, situation: Situation, speaker: Speaker) -> Decision:
    """What belongs to no question."""
    return decided(Outcome.ANSWER, situation.chat, speaker, speaker.say(reply))


def silence(situation: Situation, house: House) -> Decision:
    """Nothing is said."""
    return Decision(Outcome.SILENCE, speaker_of(situation, house).language, ())


def decided(
    outcome: Outcome, chat: Chat, speaker: Speaker, spoken: Spoken, understood: Understanding | None = None
) -> Decision:
    """The decision, with the chat as it is to be remembered and a line for the audit."""
    kept = Remember(replace(chat, last_language=speaker.language, unreachable=False))
    decision = Decision(outcome, speaker.language, (*spoken.actions, kept), understood, spoken.chosen)
    detail = {"reply": spoken.chosen.reply, "answer": str(spoken.chosen.answer + 1)}
    if decision.match and decision.match.best:
        detail |= {"intent": decision.match.best.intent, "score": f"{decision.match.best.score:.2f}"}
    return replace(decision, actions=(*decision.actions, Note(outcome, chat.case_ref, detail)))


def speaker_of(situation: Situation, house: House, spoken: str | None = None) -> Speaker:
    """In the language that is pinned, else of this message, else of the last, else of the person's Telegram."""
    chat, hint, words = situation.chat, situation.incoming.language_hint, situation.words
    if _is_english_about_a_word(words):
        spoken = "en"
    elif chat.last_language and _is_of_any_language(words):
        spoken = None
    language = chat.pinned_language or spoken or chat.last_language or hint or house.default_language
    return Speaker(house, situation, language)


def _is_english_about_a_word(message: str) -> bool:
    return bool(_HAN.search(message) and _ENGLISH.search(message) and not _CHINESE.search(message))


def _is_of_any_language(message: str) -> bool:
    latin, han = len(_LATIN.findall(message)), len(_HAN.findall(message))
    is_mixed = max(han, _FEWEST_WORDS) <= latin <= han * _MOST_WORDS_FOR_A_SIGN
    return _OF_ANY_LANGUAGE.fullmatch(message) is not None or is_mixed
