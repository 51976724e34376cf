"""How is passed on to a person what the records do not answer?"""

from collections.abc import Sequence
from dataclasses import replace

from bot.cases.forecast import missing_papers
from bot.cases.milestones import Role
from bot.cases.progress import Standing
from bot.dialogue.context.awaiting import asks_beside, asks_what_to_do, is_sigh, is_warned_of
from bot.dialogue.context.fragments import SHORT
from bot.dialogue.context.further import FURTHER, UNSURE
from bot.dialogue.handlers.answering import answered, answers, decided
from bot.dialogue.intent import STATUS, Escalate, Intent
from bot.dialogue.messages import Button, Chat, OpenTicket
from bot.dialogue.readers.correcting import meant
from bot.dialogue.readers.manner import supposes
from bot.dialogue.readers.news import NEWS, asks_about_it, corrects, is_again, is_late, is_to_be_told, tells
from bot.dialogue.situation import Content, Decision, Outcome, Situation
from bot.dialogue.speech import Speaker, Spoken
from bot.matching.clauses import phrases
from bot.matching.said import ELSEWHERE
from bot.matching.understanding import Understanding
from bot.wording.subject import Untold

# From this score on, a likeness alone says what is told about.
_LIKE_ENOUGH = 0.75
# From here on, what is not like the last question at all is about another.
_LIKE_ANOTHER = 0.7
# Below this score five of six buttons are of something else (tests/utterances/turns*.tsv).
_WORTH_A_BUTTON = 0.4


def pass_more(intent: Intent, situation: Situation, speaker: Speaker, understood: Understanding) -> Decision:
    """More about what a person was called for: what insists or was warned of is said again, all else is passed on.

    The half hour goes on as it was, or nobody would ever get out of it.
    """
    is_over = intent.id == situation.chat.called_off
    if not is_over and (intent.insists or is_warned_of(understood, intent)):
        chat = replace(situation.chat, misses=0)
        spoken = speaker.insist() or replace(speaker, passes_on=intent.id).answer(intent, intent.about)
        if not _is_idle(spoken, situation):
            return decided(Outcome.HANDOFF, chat, speaker, spoken, understood)
    return pass_on(situation, speaker, understood)


def pass_called_off(situation: Situation, speaker: Speaker) -> Decision:
    """There is nothing to be warned of: the person who was called comes all the same."""
    spoken = replace(speaker, situation=situation.promising("_called_off")).say("_called_off")
    return decided(Outcome.ANSWER, situation.chat, speaker, spoken)


def take_back(decision: Decision, speaker: Speaker) -> Decision:
    """The same, behind a line that nothing more is said of the warning."""
    spoken = replace(speaker, language=decision.language).say("_called_off")
    first = (say.first_line for say in spoken.says)
    return replace(decision, actions=(*first, *decision.actions))


def pass_on(
    situation: Situation, speaker: Speaker, understood: Understanding, outcome: Outcome = Outcome.ANSWER
) -> Decision:
    """The person who is awaited gets it too, by the next hour that was promised; where all are over, by a new one."""
    chat = replace(situation.chat, misses=0)
    offers = [] if is_sigh(situation.incoming.words) else _harmless(understood, speaker.house.content)
    passed = replace(speaker, situation=situation.promising("_passed_on"))
    # Who is in danger reads whom to call, and not only that somebody comes.
    insisted = speaker.insist()
    if insisted and not _is_idle(insisted, situation):
        return decided(outcome, chat, speaker, insisted, understood)
    spoken = passed.say("_passed_on", buttons=tuple(map(speaker.button, offers)))
    return decided(outcome, chat, speaker, spoken, understood)


def _is_idle(warning: Spoken, situation: Situation) -> bool:
    """Was the very same said just now, and is something else asked, or told of oneself, and nothing of paying?"""
    words = situation.incoming.words
    asks_for_help = any(map(asks_what_to_do, phrases(words)))
    return situation.was_just_said(warning.says) and not asks_for_help and (asks_beside(words) or is_sigh(words))


def pass_further(decision: Decision, situation: Situation, speaker: Speaker, understood: Understanding) -> Decision:
    """To read the same again would not help: the advisor gets what was added, by the hour promised before or now.

    What holds for everybody is said first, where the editors know something.
    """
    opened = {action.reason for action in decision.actions if isinstance(action, OpenTicket)}
    reply = decision.chosen.reply if decision.chosen else FURTHER
    spoken = what_holds(reply, FURTHER, speaker)
    is_promised = {FURTHER, *opened} & situation.promised.keys() and not _is_news_to(situation, spoken)
    if is_promised or speaker.is_on_alarm:
        return pass_on(situation, speaker, understood)
    if opened and not situation.was_just_said(decision.answer):
        return decision
    return decided(Outcome.ANSWER, _gone_on(situation), speaker, spoken, understood)


def pass_unsure(situation: Situation, speaker: Speaker, understood: Understanding) -> Decision:
    """Any answer would be a guess: what holds for everybody is said of the last question, and a person looks at it.

    What it may mean else are buttons.
    """
    offers = _harmless(understood, speaker.house.content)
    reply = _about_what(understood, situation, speaker.house.content)
    spoken = what_holds(reply, UNSURE, speaker, tuple(map(speaker.button, offers)))
    is_promised = {FURTHER, UNSURE} & situation.promised.keys() and not _is_news_to(situation, spoken)
    if is_promised or speaker.is_on_alarm:
        return pass_on(situation, speaker, understood, Outcome.CLARIFY)
    return decided(Outcome.CLARIFY, _gone_on(situation), speaker, spoken, understood)


def _about_what(understood: Understanding, situation: Situation, content: Content) -> str:
    """The last question; but what is rather like another, or said to be of another, is not said of it."""
    last, whole = situation.chat.last_intent, understood.whole
    if last is None or meant(situation.incoming.words) or _is_of_another_step(understood, situation, content):
        return UNSURE
    if whole.best is None:
        return last
    is_like_it = any(entry.intent == last for entry in whole.candidates)
    is_faint = whole.best.score < _LIKE_ANOTHER
    return last if is_like_it or is_faint or content.matcher.is_rather_of(whole, last, whole.best.intent) else UNSURE


def _is_of_another_step(understood: Understanding, situation: Situation, content: Content) -> bool:
    """Is a step named, and another one than was spoken of?"""
    last, named = content.intents.get(situation.chat.last_intent or ""), {*understood.whole.slots.milestones}
    spoken_of = {situation.chat.last_about, last.about if last else None} - {None}
    return bool(named and spoken_of) and named.isdisjoint(spoken_of)


def what_holds(reply: str, otherwise: str, speaker: Speaker, buttons: Sequence[Button] = ()) -> Spoken:
    """More about a question, where the editors know something that holds for everybody; the promise stays as it is.

    Of a warning that was called off, nothing more is said.
    """
    situation = speaker.situation
    intent = None if reply == situation.chat.called_off else speaker.house.content.intents.get(reply)
    if ahead := situation.open_promises.values():
        same = dict.fromkeys((FURTHER, UNSURE), min(ahead))
        speaker = replace(speaker, situation=replace(situation, promised={**situation.promised, **same}))
    if intent and speaker.house.content.replies[reply].is_for(Untold.FURTHER):
        return replace(speaker, passes_on=otherwise).answer(intent, None, buttons)
    return speaker.say(otherwise, buttons=buttons)


def _is_news_to(situation: Situation, spoken: Spoken) -> bool:
    """Does it say anything of the matter, and not what was said just now?"""
    return not spoken.chosen.reply.startswith("_") and not situation.was_just_said(spoken.says)


def _gone_on(situation: Situation) -> Chat:
    return replace(situation.chat, misses=0, last_at=situation.now)


def _harmless(understood: Understanding, content: Content) -> list[str]:
    """What it may well mean, but for what would call a person at a tap."""
    grave = content.matcher.tiers.grave
    offers = (offer for offer in content.matcher.offers(understood.whole) if offer.score >= _WORTH_A_BUTTON)
    return [offer.intent for offer in offers if offer.intent not in grave]


def is_news(text: str, situation: Situation, understood: Understanding, content: Content) -> bool:
    """Does the buyer tell something, or put right what was told just now?"""
    if _has_told(situation) and (tells(text) or corrects(text) or _goes_on_supposing(understood)):
        return not calls_somebody(understood, content)
    if is_late(text) and situation.standing and _is_awaited(situation.standing):
        return tells(text) and not calls_somebody(understood, content)
    if is_to_be_told(text):
        return not calls_somebody(understood, content)
    return tells(text) and (_is_of_the_case(understood, content) or _may_be_done(understood, situation, content))


def _may_be_done(understood: Understanding, situation: Situation, content: Content) -> bool:
    """弄好了, "sent": may it be what everybody waits for, and is it nothing else that a rule knows?"""
    is_open = not any(match.best.fired for match in understood.asked if match.best)
    is_aside = content.matcher.tiers.asides.issuperset(match.best.intent for match in understood.asked if match.best)
    is_due = situation.standing is not None and _is_awaited(situation.standing)
    return is_due and is_open and is_aside and not _is_astray(understood)


def _is_awaited(standing: Standing) -> bool:
    """Does anybody wait for the buyer, at an agreed hour, with papers or with money?"""
    is_their_turn = standing.waiting_for == Role.BUYER or bool(missing_papers(standing.case))
    return is_their_turn or standing.appointment is not None


def _is_astray(understood: Understanding) -> bool:
    return ELSEWHERE in understood.whole.said.concepts


def _goes_on_supposing(understood: Understanding) -> bool:
    """周四要是也不行呢: of what was told just now the records know nothing."""
    match = understood.whole
    is_known = any(entry.fired for entry in match.candidates)
    return supposes(match.utterance.original) and match.telling_units <= SHORT and not is_known


def _has_told(situation: Situation) -> bool:
    """Was other news of this chat passed on a moment ago?"""
    return NEWS in situation.promised and situation.chat.is_fresh(situation.now)


def calls_somebody(understood: Understanding, content: Content) -> bool:
    """Does it surely ask for a person by itself?"""
    known = [match.best.intent for match in understood.asked if match.best and (match.best.fired or match.alarm)]
    return any(content.intents[intent].escalate == Escalate.NOW for intent in known)


def _is_of_the_case(understood: Understanding, content: Content) -> bool:
    """Is it about the purchase, and called nobody yet? A faint likeness does not say what it is about."""
    if _is_astray(understood):
        return False
    best = [match.best for match in understood.asked if match.best]
    known = [entry.intent for entry in best if entry.fired or entry.score >= _LIKE_ENOUGH]
    known = known or [entry.intent for entry in content.matcher.offers(understood.whole) if entry.fired]
    # "seller just arrived! thank you" is more than thanks.
    if content.matcher.tiers.asides.issuperset(known) and not understood.whole.said.is_homely:
        return False
    return not calls_somebody(understood, content)


def pass_news(situation: Situation, speaker: Speaker, understood: Understanding) -> Decision:
    """What a buyer knows and the records do not yet is passed on; what they say is told only to who asks about it.

    Right after "the seller is not coming", nobody wants to read that the seller is not waited for.
    """
    if _has_told(situation) or speaker.is_on_alarm:
        return pass_on(situation, speaker, understood)
    content, news, text = speaker.house.content, speaker.say(NEWS), situation.incoming.words
    intents = [content.intents[match.best.intent] for match in understood.asked if match.best]
    # Of a file in doubt there is nothing to say to it.
    is_told = situation.standing is not None and situation.standing.may_be_told
    if not intents or not is_told or not (asks_about_it(text) or is_again(text)):
        about = intents[0] if intents else content.intents[STATUS]
        return answered((about,), about.about, situation, speaker, (), understood, news)
    return answers(understood, situation, speaker, news)
