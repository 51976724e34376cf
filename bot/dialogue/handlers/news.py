"""What is said to who tells what the records do not know yet?"""

from bot.dialogue.context.arrival import hands_in_papers
from bot.dialogue.context.awaited import for_the_person
from bot.dialogue.context.guesswork import is_guess
from bot.dialogue.context.last_answer import is_after_answer, said_after
from bot.dialogue.context.news import has_told, is_news, newly_told, tells_of_payment
from bot.dialogue.decision import Decision
from bot.dialogue.handlers.answering import answered, answers
from bot.dialogue.handlers.relay import pass_on
from bot.dialogue.intent import STATUS
from bot.dialogue.promises import NEWS
from bot.dialogue.readers.news import asks_about_it, is_again, tells_of_oneself, tells_of_others
from bot.dialogue.readers.payment import is_told_to_pay
from bot.dialogue.speech import Speaker
from bot.matching.understanding import Understanding
from bot.wording.follow_up import FollowUp


def pass_news(understood: Understanding, speaker: Speaker) -> Decision | None:
    """The person who keeps the records hears of it, unless somebody reads it anyway, or it is of the last answer."""
    situation, content = speaker.situation, speaker.content
    is_told = situation.standing is not None and is_news(newly_told(situation), situation, understood, content)
    if not is_told or said_after(understood.whole, situation, content) is not None:
        return None
    if hands_in_papers(understood, situation, content) or _is_late_oneself(understood, speaker):
        # A person hears of it by that answer, which says what follows: papers that come later, 25号我来不了.
        return None
    if is_told_to_pay(situation.words) and understood.asked:
        # Who is told to pay wants to know whether to.
        return None
    is_news_to_us = for_the_person(understood, situation, content) is None
    return _pass_told(understood, speaker) if is_news_to_us else None


def _is_late_oneself(understood: Understanding, speaker: Speaker) -> bool:
    """Can the buyer, and nobody else, not come as agreed?"""
    situation, content = speaker.situation, speaker.content
    asked = [match.best.intent for match in understood.asked if match.best]
    moves = any(content.is_asked(FollowUp.TIMES, intent) for intent in asked)
    return moves and situation.agreed is not None and not tells_of_others(situation.words)


def pass_own_news(understood: Understanding, speaker: Speaker) -> Decision | None:
    """我昨天已经存了: right after an answer it is of the case, though nobody knows what it is of; money always is."""
    situation, content = speaker.situation, speaker.content
    is_told = situation.standing is not None and tells_of_oneself(situation.words)
    is_of_the_case = (is_told and is_after_answer(situation, content)) or tells_of_payment(situation)
    return _pass_told(understood, speaker) if is_of_the_case and is_guess(understood, situation, content) else None


def _pass_told(understood: Understanding, speaker: Speaker) -> Decision:
    """What a buyer knows and the records do not yet is passed on; what they say is told only to who asks about it.

    Right after "the seller is not coming", nobody wants to read that the seller is not waited for.
    """
    situation = speaker.situation
    is_known = has_told(situation) and not tells_of_payment(situation)
    if is_known or speaker.alarms.is_on_the_way:
        return pass_on(understood, speaker)
    content, news, text = speaker.content, speaker.say_as_promised(NEWS), situation.words
    asides = content.matcher.tiers.asides
    named = [match.best.intent for match in understood.asked if match.best]
    intents = [content.intents[name] for name in named if name not in asides]
    # Of a file in doubt there is nothing to say to it.
    is_told = situation.may_be_told
    if not intents or not is_told or not (asks_about_it(text) or is_again(text)):
        about = intents[0] if intents else content.intents[STATUS]
        return answered((about,), about.about, speaker, (), understood, news)
    return answers(understood, speaker, news)
