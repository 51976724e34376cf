"""What does a message mean after the one before, and in this case?"""

from dataclasses import replace

from bot.dialogue.content import Content
from bot.dialogue.context.arrival import comes_at, hands_in_papers
from bot.dialogue.context.gravity import calls_a_person, may_be_grave
from bot.dialogue.context.last_answer import doubts, is_after_answer, said_after
from bot.dialogue.context.lengths import BESIDE_A_DAY, FRAGMENT, SHORT
from bot.dialogue.context.steps import ASKS_ITSELF, about, only_asked_of
from bot.dialogue.intent import BESIDE, Intent
from bot.dialogue.readers.addition import is_added
from bot.dialogue.readers.follow_up import FAILING
from bot.dialogue.readers.manner import supposes, whose
from bot.dialogue.readers.named_day import named_day
from bot.dialogue.situation import Situation
from bot.matching.match import Match, Verdict
from bot.matching.phrasing import Phrasing
from bot.matching.said import ELSEWHERE
from bot.matching.understanding import Understanding
from bot.wording.conditions import WHOSE
from bot.wording.subject import ITS_DAY

# "is Saturday ok", 3号行不行: who asks so would rather move it.
_WOULD_MOVE = Phrasing(r"行[不吗]|可以|成[吗不]|\b(?:ok|okay|possible|works?|free|fine|suits?)\b")


def in_context(understood: Understanding, situation: Situation, content: Content) -> Understanding:
    """The same, once fragments are completed by the last question and a tie is broken by the case.

    What calls a person is never a fragment of anything else.
    """
    understood = _without_doubts(understood, content)
    if calls_a_person(understood, content):
        after = _calls_nobody_after(understood, situation, content)
        return replace(understood, asked=(after,)) if after else understood
    asked = (
        said_after(understood.whole, situation, content)
        or hands_in_papers(understood, situation, content)
        or comes_at(understood, situation, content)
        or _same_of_another(understood.whole, situation, content)
    )
    if asked is None and not understood.asked:
        asked = _tie_broken(understood.whole, situation, content) or _of_one_step(understood.whole, content)
    if asked is None and _is_waved_off(understood, situation, content):
        return replace(understood, asked=())
    return replace(understood, asked=(asked,)) if asked else understood


def _calls_nobody_after(understood: Understanding, situation: Situation, content: Content) -> Match | None:
    """What is no danger, where editors have written it: 电话关机 after 卖家一直拖; a likeness to one, in few words."""
    dangers = [match for match in understood.asked if match.intent in content.matcher.tiers.urgent]
    is_short = understood.whole.telling_units <= FRAGMENT
    is_calm = not dangers or (is_short and not any(match.fired for match in dangers))
    return said_after(understood.whole, situation, content) if is_calm else None


def _without_doubts(understood: Understanding, content: Content) -> Understanding:
    """真不用？ and "copies ok?" are no yes and no no."""
    return replace(understood, asked=tuple(match for match in understood.asked if not doubts(match, content)))


def _of_one_step(match: Match, content: Content) -> Match | None:
    """合同草稿核对了吗, where no question is sure: how that one step stands."""
    telling = content.of_any_step
    is_open = match.verdict != Verdict.SURE and not may_be_grave(match, content)
    if telling is None or not is_open or not only_asked_of(match):
        return None
    # By its form, and not by any likeness.
    others = tuple(entry for entry in match.candidates if entry.intent != telling)
    return replace(match, candidates=others).led_by(telling)


def _same_of_another(match: Match, situation: Situation, content: Content) -> Match | None:
    """那过户呢, 卖家呢, 那25号呢, 要是没办成呢: the last question again, about what is named or supposed now."""
    last = content.last(situation.chat)
    # Of what somebody was called for, the person hears the rest.
    is_called = last is not None and last.id in situation.promised
    if last is None or is_called or not situation.chat.is_fresh(situation.now):
        return None
    if _knows_a_day(last.id, content) and _only_names_a_day(match, situation, content):
        return match.led_by(last.id)
    if _only_supposes(match, content) and any(manner.supposed for manner in content.manners(last.id)):
        return match.led_by(last.id)
    if not _has_no_question(match):
        return None
    is_of_step = last.follows_slot and len(match.slots.milestones) == 1
    is_of_person = content.replies[last.id].asks(WHOSE) and not match.slots.milestones and whose(match)
    if is_of_step or (is_of_person and match.other_units <= 1):
        return match.led_by(last.id)
    return _how_that_stands(match, last, content)


def _how_that_stands(match: Match, last: Intent, content: Content) -> Match | None:
    """那网签呢, after a question of the transfer alone, and known by no rule: how that other step stands."""
    named, telling = match.slots.milestones, content.of_any_step
    is_another = last.about is not None and len(named) == 1 and last.about not in named
    is_known = match.fired is not None
    return match.led_by(telling) if telling and is_another and _is_mere_addition(match) and not is_known else None


def _only_names_a_day(match: Match, situation: Situation, content: Content) -> bool:
    """那25号呢, "before the 10th?": does it say hardly anything beside a day, of no step, and ask nothing itself?"""
    message = match.message
    says_more = match.telling_units > SHORT or match.slots.milestones
    if says_more or _WOULD_MOVE.search(message) or ASKS_ITSELF.search(message):
        return False
    named = named_day(message, situation.today)
    if named is None or (ELSEWHERE in match.said.concepts and not named.is_by):
        return False
    return content.matcher.match(named.rest).telling_units <= BESIDE_A_DAY


def _only_supposes(match: Match, content: Content) -> bool:
    """Is it so short, does it only fear that something fails, and could it be nothing grave, nor what a rule knows?"""
    message = match.message
    is_known = match.verdict == Verdict.SURE and match.fired
    is_of_failing = supposes(message) and FAILING.search(message) is not None
    return is_of_failing and match.telling_units <= SHORT and not is_known and not may_be_grave(match, content)


def _has_no_question(match: Match) -> bool:
    """Is it so short, and either put as a mere addition to what is named, or known by no rule?"""
    message = match.message
    if match.telling_units > FRAGMENT or ASKS_ITSELF.search(message):
        return False
    return _is_mere_addition(match) or match.fired is None


def _is_mere_addition(match: Match) -> bool:
    """Is it put as an addition, with hardly a word beside what is named?"""
    return is_added(match.message) and match.other_units <= 1


def _tie_broken(match: Match, situation: Situation, content: Content) -> Match | None:
    """Of two or more that are equally likely, the one about the step that is being worked on.

    Where a day is named, whatever a rule knows that can say something of it.
    """
    if match.verdict != Verdict.UNSURE or situation.standing is None:
        return None
    if named_day(match.message, situation.today):
        fired = (entry.intent for entry in match.candidates if entry.fired)
        if knowing := next((intent for intent in fired if _knows_a_day(intent, content)), None):
            return match.led_by(knowing)
    current, tied = situation.standing.current, content.matcher.tied(match)
    meant = {entry.intent: about(content.intents[entry.intent], situation, match) for entry in tied}
    fitting = [intent for intent, step in meant.items() if current and step == current]
    return match.led_by(fitting[0]) if len(fitting) == 1 else None


def _knows_a_day(intent: str, content: Content) -> bool:
    """Does its answer say whether it is then?"""
    return any(manner.named == ITS_DAY for manner in content.manners(intent))


def _is_waved_off(understood: Understanding, situation: Situation, content: Content) -> bool:
    """Would a few words right after a question of ours be called none of ours, because of a mere likeness?"""
    match, best = understood.whole, understood.whole.best
    is_likened = len(understood.asked) == 1 and best is not None and best.intent == BESIDE and not best.fired
    is_known = best is not None and best.likeness is not None and best.likeness.score == 1
    if is_known or not is_likened or ELSEWHERE in match.said.concepts:
        return False
    return match.telling_units <= SHORT and is_after_answer(situation, content)
