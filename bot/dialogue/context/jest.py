"""Is a grave matter only named in jest?"""

from dataclasses import replace

from bot.dialogue.content import Content
from bot.dialogue.context.gravity import calls_a_person
from bot.dialogue.readers.jest import in_jest
from bot.dialogue.readers.signs import in_words
from bot.dialogue.situation import Situation
from bot.matching.understanding import understand

# Nothing else is said: it is taken for an "ok".
_AGREED = "👌"


def without_jest(situation: Situation, content: Content) -> Situation:
    """The same, without what would call a person and is taken back at once; money and life are no joke to us."""
    jest = in_jest(situation.words)
    if jest is None:
        return situation
    meant = understand(content.matcher, jest.said)
    tiers = content.matcher.tiers
    is_of_danger = any(match.intent in tiers.urgent | tiers.life for match in meant.asked)
    if is_of_danger or not calls_a_person(meant, content):
        return situation
    return replace(situation, read_as=jest.rest or in_words(_AGREED, meant.whole.heard.language))
