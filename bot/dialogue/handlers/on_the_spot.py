"""Does somebody stand at the counter, at the agreed hour, and nothing happens?"""

from datetime import timedelta

from bot.cases.office import Priority
from bot.dialogue.content import Content
from bot.dialogue.context.appointment import is_near_the_hour
from bot.dialogue.context.gravity import calls_somebody
from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.deciding import decided
from bot.dialogue.handlers.relay import pass_on
from bot.dialogue.promises import NEWS, ON_THE_SPOT
from bot.dialogue.readers.courtesy import is_only_thanks
from bot.dialogue.readers.manner import supposes
from bot.dialogue.readers.news import asks_about_it
from bot.dialogue.readers.presence import has_forgotten, is_over, is_there, nobody_comes
from bot.dialogue.readers.what_to_do import asks_what_to_do
from bot.dialogue.situation import Situation
from bot.dialogue.speech import Speaker
from bot.matching.clauses import asks
from bot.matching.understanding import Understanding

# Nobody is told to stay for longer than that.
_A_SHORT_WAIT = timedelta(minutes=45)


def call_to_the_spot(understood: Understanding, speaker: Speaker) -> Decision | None:
    """Of who stands at the counter at the agreed hour: a person is called, or hears the rest."""
    if _is_on_the_spot(understood, speaker):
        return _called(understood, speaker)
    if _adds_to_it(understood, speaker.situation, speaker.content):
        return pass_on(understood, speaker)
    return None


def _is_on_the_spot(understood: Understanding, speaker: Speaker) -> bool:
    """Near an agreed hour: is nobody there, or does the buyer only say that they are? However old the file is."""
    situation = speaker.situation
    text, standing = situation.words, situation.standing
    if standing is None or not is_near_the_hour(situation) or supposes(text):
        return False
    if is_over(text) or calls_somebody(understood, speaker.content):
        return False
    if _is_called(situation) and asks_what_to_do(text):
        return True
    if found := nobody_comes(text):
        # 人呢, "can I leave now" ask by themselves: nobody but a person can answer.
        return not asks(text) or asks_about_it(text) or asks(found)
    return has_forgotten(text) or (is_there(text) and not asks(text))


def _adds_to_it(understood: Understanding, situation: Situation, content: Content) -> bool:
    """2nd floor yes: is it for the person who was called to the spot, and no question, nor mere thanks?"""
    text, asked = situation.words, {match.best.intent for match in understood.asked if match.best}
    if not (_is_called(situation) and is_near_the_hour(situation)) or understood.whole.telling_units <= 1:
        return False
    return asked <= content.matcher.tiers.asides and not asks(text) and not is_only_thanks(text)


def _is_called(situation: Situation) -> bool:
    return ON_THE_SPOT in situation.open_promises


def _called(understood: Understanding, speaker: Speaker) -> Decision:
    """A person is called within minutes, and the buyer stays.

    Before the hour being there is only news; so is all of it where nobody comes so soon.
    """
    situation = speaker.situation
    is_soon = speaker.urgency.by(Priority.P0).at <= situation.now + _A_SHORT_WAIT
    has_begun = situation.standing is not None and situation.standing.has_begun
    is_in_trouble = has_begun or nobody_comes(situation.words) is not None
    reply = ON_THE_SPOT if is_soon and is_in_trouble else NEWS
    spoken = speaker.say(reply, Priority.P0, hand_over=True)
    return decided(Outcome.HANDOFF, situation.chat, speaker, spoken, understood)
