"""Is something told in several messages, none of which says it alone?"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, islice, takewhile

from bot.dialogue.content import Content
from bot.dialogue.context.gravity import calls_a_person, is_called_by_name
from bot.dialogue.context.lengths import FRAGMENT
from bot.dialogue.readers.manner import whose
from bot.dialogue.situation import Situation
from bot.dialogue.unmatched import MISUNDERSTOOD
from bot.matching.clauses import asks, asks_anything, without_not_asked
from bot.matching.match import Match
from bot.matching.understanding import Understanding, understand
from bot.wording.conditions import WHOSE

# Below that, what is put together by us is hardly what was said.
_CLEAR = 0.7
# Who tells something in pieces sends short ones; so many characters are no story any more.
_LONGEST = 300


def told_together(situation: Situation, content: Content) -> Situation:
    """The same, with the last messages read as one, where only together they say it.

    Either they call a person ("bank called", "they took it back") or say whose it is; or none of them was understood
    ("how many", "more days"). What a person was called for already is not said anew.
    """
    if not situation.words or not situation.lately:
        return situation
    alone = understand(content.matcher, situation.words)
    is_called = calls_a_person(alone, content)
    for story in _stories(situation):
        told = understand(content.matcher, story)
        says_more = _is_rather(told, alone, content) if is_called else _says_more(told, alone, situation, content)
        if says_more and _is_of_both(told, alone.whole):
            return replace(situation, read_as=story)
    return situation


def _is_rather(told: Understanding, alone: Understanding, content: Content) -> bool:
    """Is it known as something else for which a person is called, where the message alone is only like it?

    "somebody added me on wechat", "says he works with my advisor" is no complaint about the advisor.
    """
    if _names_whose(told, alone, content):
        return True
    is_other = told.whole.intent != alone.whole.intent
    return is_other and is_called_by_name(told, content) and not is_called_by_name(alone, content)


def _names_whose(told: Understanding, alone: Understanding, content: Content) -> bool:
    """Is it the same, and does only the message before say whose it is? "the seller", "had a stroke"."""
    reply = content.replies.get(told.whole.intent)
    is_same = told.whole.intent == alone.whole.intent and reply is not None and reply.asks(WHOSE)
    return is_same and whose(alone.whole) is None and whose(told.whole) is not None


def _says_more(told: Understanding, alone: Understanding, situation: Situation, content: Content) -> bool:
    """Does it call a person, which nobody was promised yet; or is it known, where the message alone is not?

    A longer message that is a clearer question by itself is no part of a story.
    """
    last, best = alone.whole, told.whole.best
    is_clearer = last.best and best and last.best.score > best.score and last.telling_units > FRAGMENT
    if told.whole.intent in situation.promised or is_clearer:
        return False
    # Who waits, and asks on word for word, calls nobody else; nor does what is plainly asked, by a likeness.
    is_plain = _is_plain(alone) or _takes_leave(alone, situation, content)
    calls = is_called_by_name(told, content) if is_plain else calls_a_person(told, content)
    calls = calls and content.follow_ups.part(situation.words) is None
    return calls or (_is_known(told, content) and _is_open(alone, situation, content))


def _is_plain(alone: Understanding) -> bool:
    """Is it surely a question by itself, or a word on how the last one was understood?"""
    return alone.whole.intent == MISUNDERSTOOD or (bool(alone.asked) and asks(alone.whole.message))


def _takes_leave(alone: Understanding, situation: Situation, content: Content) -> bool:
    """Is it nothing but "ok good night", after a question? Behind what was told, a farewell may be one for good."""
    return alone.is_only(content.matcher.tiers.asides) and any(map(asks_anything, situation.lately[-1:]))


def _stories(situation: Situation) -> Iterator[str]:
    """The message with the last before it, with the last two, and so on, as long as it is short."""
    words, before = without_not_asked(situation.words), reversed(situation.lately)
    stories = accumulate(before, lambda told, earlier: f"{earlier} {told}", initial=words)
    return takewhile(lambda story: len(story) <= _LONGEST, islice(stories, 1, None))


def _is_open(alone: Understanding, situation: Situation, content: Content) -> bool:
    """Does no rule know what is asked, and was the last message no question that was answered?"""
    past, asides = situation.past, content.matcher.tiers.asides
    was_answered = past is not None and past.is_answer and past.account.reply not in asides
    return not was_answered and not any(match.fired for match in alone.asked)


def _is_known(told: Understanding, content: Content) -> bool:
    """Does a rule know what is asked, and is it of the matter?"""
    best = told.whole.best
    return best is not None and best.fired is not None and best.intent not in content.matcher.tiers.asides


def _is_of_both(told: Understanding, last: Match) -> bool:
    """Is it one question, and clear, by words of the last message and of those before it?"""
    best = told.whole.best
    if best is None or told.asked != (told.whole,) or best.score < _CLEAR:
        return False
    border = len(told.whole.utterance.texts) - len(last.utterance.texts)
    # A likeness is one to all of it.
    words = best.fired.words if best.fired else told.whole.found
    return any(word.start < border for word in words) and any(word.end > border for word in words)
