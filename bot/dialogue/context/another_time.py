"""Where another time was spoken of, do a few words name one?"""

from bot.dialogue.content import Content
from bot.dialogue.readers.another_time import names_another_time, offers_hours
from bot.dialogue.situation import Situation
from bot.matching.understanding import Understanding
from bot.wording.follow_up import FollowUp


def offered(situation: Situation, content: Content) -> FollowUp | None:
    """Are hours to come all that is said? "16:30 or 17:00"."""
    taken = {by.time() for by in situation.open_promises.values()}
    if situation.agreed:
        taken.add(situation.agreed.hour)
    is_offer = _is_spoken_of(situation, content) and offers_hours(situation.words, taken)
    return FollowUp.TIMES if is_offer else None


def named(understood: Understanding, situation: Situation, content: Content) -> FollowUp | None:
    """Is another time named, and nothing else asked that a rule knows? "thu 26 10am pls"."""
    if not _is_spoken_of(situation, content):
        return None
    known = {match.intent for match in understood.asked if match.fired}
    # When they sign is what all of this is about.
    if known - {situation.chat.last_intent, content.of_hours} - content.matcher.tiers.asides:
        return None
    is_named = names_another_time(situation.words, situation.today, situation.agreed)
    return FollowUp.TIMES if is_named else None


def _is_spoken_of(situation: Situation, content: Content) -> bool:
    last = content.last(situation.chat)
    return last is not None and situation.standing is not None and content.is_asked(FollowUp.TIMES, last.id)
