"""How is passed on to a person what the records do not answer?"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from bot.dialogue.content import Content
from bot.dialogue.context.gravity import insists_by_name, is_rather_grave
from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.deciding import decided
from bot.dialogue.intent import Escalate
from bot.dialogue.messages import Button
from bot.dialogue.promises import FURTHER, UNSURE
from bot.dialogue.readers.called_help import is_of_the_help
from bot.dialogue.readers.courtesy import is_only_thanks, is_sigh
from bot.dialogue.readers.going_on import calls_again, is_done_already
from bot.dialogue.readers.manner import supposes
from bot.dialogue.readers.what_to_do import asks_what_to_do, is_whether, names_money
from bot.dialogue.situation import Situation
from bot.dialogue.speech import Speaker, Spoken
from bot.matching.clauses import phrases
from bot.matching.understanding import Understanding
from bot.wording.subject import Untold

# Below this score five of six buttons are of something else (tests/utterances/turns*.tsv).
_WORTH_A_BUTTON = 0.4
# Who has written so often since, and only thanks, has read the warning.
_OFTEN = 3
# Whether to pay, who is called and does not come, who calls again, what is done already: the warning is the answer.
_FOR_HELP = (is_whether, is_of_the_help, calls_again, is_done_already)


def pass_on(understood: Understanding, speaker: Speaker, outcome: Outcome = Outcome.ANSWER) -> Decision:
    """The person who is awaited gets it too, by the next hour that was promised; where all are over, by a new one."""
    situation = speaker.situation
    chat = replace(situation.chat, misses=0)
    # Beside something grave no button is of use.
    is_grave = speaker.alarms.halts or speaker.alarms.is_on_the_way
    offers = [] if is_grave or is_sigh(situation.words) else harmless(understood, speaker.content)
    # Who is in danger reads whom to call, and not only that somebody comes.
    insisted = speaker.insist()
    if insisted and not is_idle(insisted, understood, speaker):
        return decided(outcome, chat, speaker, insisted, understood)
    if more := _more_of_the_called(speaker):
        return decided(outcome, chat, speaker, _in_company(more, speaker), understood)
    spoken = _discreet(understood, speaker).say_as_promised("_passed_on", tuple(map(speaker.button, offers)))
    return decided(outcome, chat, speaker, _in_company(spoken, speaker), understood)


def _more_of_the_called(speaker: Speaker) -> Spoken | None:
    """What the editors have to say to these very words, of what people were called for; not twice running."""
    calls = (intent for intent in speaker.alarms.called if intent.escalate == Escalate.NOW and not intent.insists)
    answers = (replace(speaker, passes_on=intent.id).answer(intent, intent.about) for intent in calls)
    of_the_words = (spoken for spoken in answers if speaker.content.is_of_the_words(spoken.chosen))
    return next((spoken for spoken in of_the_words if not speaker.situation.was_just_said(spoken.says)), None)


def _discreet(understood: Understanding, speaker: Speaker) -> Speaker:
    """The same, without the case where only a person talks about it, or what is feared may be grave."""
    is_of_a_fear = supposes(speaker.situation.words) or is_rather_grave(understood.whole, speaker.content)
    is_quiet = speaker.situation.is_for_people or is_of_a_fear or speaker.alarms.is_of_life
    return speaker.without_case if is_quiet else speaker


def _in_company(spoken: Spoken, speaker: Speaker) -> Spoken:
    """Nobody whose money or life is at risk only reads that it was passed on; where to call, whatever they write."""
    before = speaker.remind()
    if before is None or (not speaker.alarms.is_of_life and _was_reminded(before, speaker.situation)):
        return spoken
    return replace(spoken, actions=(*before.actions, *spoken.actions))


def _was_reminded(before: Spoken, situation: Situation) -> bool:
    """Is it read a moment ago, and not about money, or do they only thank?"""
    is_known = before.chosen.reply in situation.replied and not names_money(situation.words)
    return is_known or is_only_thanks(situation.words)


def is_idle(warning: Spoken, understood: Understanding, speaker: Speaker) -> bool:
    """Would the warning help nobody, as it was just read, or only a likeness had asked for it?

    Who asks for help, or speaks of money, reads it again, and whoever a rule knows to raise an alarm.
    """
    situation = speaker.situation
    words = situation.words
    if is_only_thanks(words) and len(situation.lately) >= _OFTEN:
        return True
    asks_for_help = any(map(asks_what_to_do, phrases(words))) or any(asks(words) for asks in _FOR_HELP)
    if asks_for_help or names_money(words) or insists_by_name(understood, speaker.content):
        return False
    return situation.was_just_said(warning.says) or speaker.alarms.is_by_likeness(warning.chosen.reply)


def what_holds(
    reply: str, otherwise: str, understood: Understanding, speaker: Speaker, buttons: Sequence[Button] = ()
) -> Spoken:
    """More about a question, where the editors know something that holds for everybody; the promise stays as it is.

    Of a warning that was called off, nothing more is said.
    """
    situation = speaker.situation
    intent = None if reply in situation.chat.called_off else speaker.content.intents.get(reply)
    if ahead := situation.open_promises.values():
        same = dict.fromkeys((FURTHER, UNSURE), min(ahead))
        speaker = replace(speaker, situation=replace(situation, promised={**situation.promised, **same}))
    if intent and speaker.content.replies[reply].is_for(Untold.FURTHER):
        return replace(speaker, passes_on=otherwise).answer(intent, None, buttons)
    return _discreet(understood, speaker).say(otherwise, buttons=buttons)


def is_all_said(spoken: Spoken, promises: AbstractSet[str], speaker: Speaker) -> bool:
    """Is nothing left but to pass it on: such a promise is open and this no news to them, or somebody is on the way?"""
    situation = speaker.situation
    is_promised = not promises.isdisjoint(situation.promised) and not _is_news_to(situation, spoken)
    return is_promised or speaker.alarms.is_on_the_way


def _is_news_to(situation: Situation, spoken: Spoken) -> bool:
    """Does it say anything of the matter, and not what was said just now?"""
    return not spoken.chosen.reply.startswith("_") and not situation.was_just_said(spoken.says)


def harmless(understood: Understanding, content: Content) -> list[str]:
    """What it may well mean, but for what would call a person at a tap."""
    grave = content.matcher.tiers.grave
    offers = (offer for offer in content.matcher.offers(understood.whole) if offer.score >= _WORTH_A_BUTTON)
    return [offer.intent for offer in offers if offer.intent not in grave]
