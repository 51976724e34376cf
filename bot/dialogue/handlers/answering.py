"""How is what was understood answered? From questions to a decision; nothing is done here."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from bot.cases.milestones import Milestone
from bot.dialogue.account import HeardQuestion, heard
from bot.dialogue.context.arrival import of_papers
from bot.dialogue.context.last_answer import is_after_answer
from bot.dialogue.context.part import part_of_its_step
from bot.dialogue.context.steps import about, of_step
from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.deciding import decided
from bot.dialogue.handlers.forewarning import forewarned
from bot.dialogue.intent import Does, Escalate, Intent
from bot.dialogue.messages import OpenTicket, Say
from bot.dialogue.readers.another_time import names_another_time
from bot.dialogue.readers.manner import asks_to_come, manner
from bot.dialogue.speech import Speaker, Spoken
from bot.matching.match import Match
from bot.matching.understanding import Understanding
from bot.wording.conditions import HAND_IN
from bot.wording.follow_up import FollowUp


def answer(intent: Intent, speaker: Speaker) -> Decision:
    """One question, asked by a button or a command."""
    spoken = replace(speaker, heard=HeardQuestion(intent=intent.id)).answer(intent, intent.about)
    return answered((intent,), intent.about, speaker, (spoken,))


def answers(understood: Understanding, speaker: Speaker, first: Spoken | None = None) -> Decision:
    """Each question gets its own message; what would be too many at once is named, with buttons. `first`: as below."""
    intents = speaker.content.intents
    asked = [
        (*_of_its_step(intents[match.best.intent], match, speaker), match) for match in understood.asked if match.best
    ]
    spoken = [_hearing(match, intent, speaker).answer(intent, step) for intent, step, match in asked]
    spoken = _without_repeats(spoken)
    if understood.left:
        spoken.append(speaker.say("_more", buttons=tuple(speaker.button(intent) for intent in understood.left)))
    every = [intent for intent, _, _ in asked]
    if again := _in_this_language(every, speaker):
        spoken.append(again)
    return answered(every, asked[0][1], speaker, spoken, understood, first)


def _of_its_step(intent: Intent, match: Match, speaker: Speaker) -> tuple[Intent, Milestone | None]:
    """The question as it is meant, and the step; what has an answer to the very words of the buyer stays what it is."""
    content, step = speaker.content, about(intent, speaker.situation, match)
    meant = of_step(intent, step, content.intents)
    if meant != intent:
        own = _hearing(match, intent, speaker).say(intent.id, about=intent.about)
        if content.is_of_the_words(own.chosen):
            return intent, intent.about
    return meant, step


def _in_this_language(asked: Sequence[Intent], speaker: Speaker) -> Spoken | None:
    """What was answered a moment ago, for who asks for another language than it was in."""
    situation, content = speaker.situation, speaker.content
    chat = situation.chat
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
    content, today, message = speaker.content, speaker.situation.today, match.message
    # A passport may be spoken of in one sentence and what to bring in the next.
    put = replace(manner(match, today), paid=speaker.manner.paid, said=speaker.manner.said)
    own = heard(message, match, content.matcher)
    # Who names the step is told no more than who asks on about it.
    if asks_to_come(message) and content.is_asked(FollowUp.GO, intent.id):
        put = replace(put, follow_up=FollowUp.GO)
    elif content.is_asked(FollowUp.TIMES, intent.id) and names_another_time(message, today, speaker.situation.agreed):
        put = replace(put, follow_up=FollowUp.TIMES)
    elif (part := part_of_its_step(match, content)) and content.is_asked(part, intent.id):
        put = replace(put, follow_up=part)
    if content.replies[intent.id].asks(HAND_IN):
        put = of_papers(put, message, speaker.situation)
    return replace(speaker, heard=replace(own, question=speaker.heard.question), manner=put)


def answered(
    intents: Sequence[Intent],
    meant: Milestone | None,
    speaker: Speaker,
    spoken: Sequence[Spoken],
    understood: Understanding | None = None,
    first: Spoken | None = None,
) -> Decision:
    """Answers that are worded already; about the first question, and the step `meant`, the next message may go on.

    `first` calls a person before them, unless an answer does: nobody has to be called twice. Where a danger is not
    settled, no answer from the case goes without the warning; nor, where news is being checked, without saying so.
    """
    situation = speaker.situation
    chat = replace(situation.chat, misses=0)
    # Thanks, an "ok" or another language between two questions of one matter end nothing.
    is_beside = intents[0].id in speaker.content.matcher.tiers.asides or intents[0].does == Does.LANGUAGE
    if not is_beside or chat.last_intent is None:
        chat = replace(chat, last_intent=intents[0].id, last_about=meant, last_at=situation.now)
    feared = {one.chosen.reply for one in spoken if _is_only_feared(one, speaker)}
    chat = replace(chat, called_off=_still_off(intents, speaker) | feared)
    is_called = any(isinstance(action, OpenTicket) for one in spoken for action in one.actions)
    every = [first, *spoken] if first and not is_called else spoken
    said = Spoken(every[0].chosen, forewarned(every, speaker))
    handed_over = any(intent.escalate == Escalate.NOW for intent in intents)
    return decided(Outcome.HANDOFF if handed_over else Outcome.ANSWER, chat, speaker, said, understood)


def _still_off(intents: Sequence[Intent], speaker: Speaker) -> frozenset[str]:
    """What was called off, but for what is raised anew; no fear wakes a false alarm."""
    is_of_one = speaker.content.is_of_one_story
    off = speaker.situation.chat.called_off
    return frozenset(one for one in off if not any(is_of_one(one, intent.id) for intent in intents))


def _is_only_feared(spoken: Spoken, speaker: Speaker) -> bool:
    """Is a person called for what might happen, and was not before? Until they have answered, nothing has to stop."""
    content, reply = speaker.content, spoken.chosen.reply
    intent = content.intents.get(reply)
    is_feared = intent is not None and intent.until_then is not None and content.is_of_a_fear(spoken.chosen)
    return is_feared and reply not in speaker.situation.promised


def guess(intent: Intent, speaker: Speaker, understood: Understanding) -> Decision:
    """The one question that it is like, said to be a guess; the editors find it among what was asked back."""
    situation = speaker.situation
    step = about(intent, situation, understood.whole)
    spoken = _hearing(understood.whole, intent, speaker).answer(intent, step)
    chat = replace(situation.chat, misses=0, last_intent=intent.id, last_about=step, last_at=situation.now)
    actions = forewarned((speaker.say("_guess"), spoken), speaker)
    return decided(Outcome.CLARIFY, chat, speaker, Spoken(spoken.chosen, actions), understood)
