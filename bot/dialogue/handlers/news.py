"""What is said to who tells what the records do not know yet?"""

from bot.dialogue.context.telling import has_told, is_news
from bot.dialogue.decision import Decision
from bot.dialogue.handlers.answering import answered, answers
from bot.dialogue.handlers.passing import pass_on
from bot.dialogue.intent import STATUS
from bot.dialogue.promises import NEWS
from bot.dialogue.readers.news import asks_about_it, is_again
from bot.dialogue.situation import Situation
from bot.dialogue.speech import Speaker
from bot.matching.understanding import Understanding


def pass_news(understood: Understanding, situation: Situation, speaker: Speaker) -> Decision | None:
    """The person who keeps the records hears of it."""
    is_ours = situation.standing is not None
    is_told = is_ours and is_news(situation.words, situation, understood, speaker.content)
    return pass_told(understood, situation, speaker) if is_told else None


def pass_told(understood: Understanding, situation: Situation, speaker: Speaker) -> Decision:
    """What a buyer knows and the records do not yet is passed on; what they say is told only to who asks about it.

    Right after "the seller is not coming", nobody wants to read that the seller is not waited for.
    """
    if has_told(situation) or speaker.alarms.is_on_the_way:
        return pass_on(understood, situation, speaker)
    content, news, text = speaker.content, speaker.say(NEWS), situation.words
    intents = [content.intents[match.best.intent] for match in understood.asked if match.best]
    # Of a file in doubt there is nothing to say to it.
    is_told = situation.may_be_told
    if not intents or not is_told or not (asks_about_it(text) or is_again(text)):
        about = intents[0] if intents else content.intents[STATUS]
        return answered((about,), about.about, situation, speaker, (), understood, news)
    return answers(understood, situation, speaker, news)
