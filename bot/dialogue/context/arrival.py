"""When does somebody mean to come, or to hand in papers? It is held against what is agreed, or due."""

from dataclasses import replace

from bot.cases.case import day_of
from bot.cases.milestones import Milestone
from bot.dialogue.content import Content
from bot.dialogue.context.lengths import BESIDE_A_DAY, FRAGMENT
from bot.dialogue.readers.hand_in import comes_late, hand_in_day, hands_in, is_sent, names_papers
from bot.dialogue.readers.named_day import named_day
from bot.dialogue.readers.when import When, comes_when, is_it_so, said_when, will_it_do
from bot.dialogue.situation import Situation
from bot.matching.clauses import asks, phrases
from bot.matching.match import Match
from bot.matching.phrasing import Phrasing
from bot.matching.said import ELSEWHERE
from bot.matching.understanding import Understanding
from bot.wording.conditions import PAPERS
from bot.wording.follow_up import FollowUp
from bot.wording.subject import Manner

_SUITS = Phrasing(r"可以|行|没问题|有空|方便|\b(?:works?|ok|okay|fine|good|suits?|perfect|great)\b")
_BUT = Phrasing(r"[不别改换推]|没(?!问题)|\b(?:not?|can'?t|cannot|won'?t|instead|but|or|rather|better|change|move)\b")
_SIGNING = {None, Milestone.SIGN_BOOKED, Milestone.ONLINE_SIGN}


def hands_in_papers(understood: Understanding, situation: Situation, content: Content) -> Match | None:
    """明天交行吗, "is Friday ok for the papers", 晚两天要紧吗: held against the hour by which they are due.

    Where nothing but a day is named, only right after a question about them.
    """
    match, standing, message = understood.whole, situation.standing, understood.whole.message
    if standing is None or not standing.missing_papers():
        return None
    asks_for = content.of_papers
    last = situation.chat.last_intent if situation.chat.is_fresh(situation.now) else None
    is_after_papers = last is not None and _is_of_papers(last, content)
    is_of_papers = hands_in(message) and (names_papers(message) or last in {None, asks_for})
    today = situation.today
    is_open = names_papers(message) or is_after_papers or (last is None and will_it_do(message, today))
    if asks_for and comes_late(message) and is_open:
        return match.led_by(asks_for)
    if not is_of_papers and (last != asks_for or not will_it_do(message, today)):
        return None
    return match.led_by(asks_for) if asks_for and hand_in_day(message, today) else None


def _is_of_papers(intent: str, content: Content) -> bool:
    """Does its answer depend on the papers, and is it no greeting, which reminds of them?"""
    return content.replies[intent].asks(PAPERS) and intent not in content.matcher.tiers.asides


def comes_at(understood: Understanding, situation: Situation, content: Content) -> Match | None:
    """三点见, "I will just go at 2 pm", 2点对吧: whether that is what is agreed, of the next agreed hour if any is."""
    match, standing = understood.whole, situation.standing
    if standing is None:
        return None
    is_meant = (
        _comes_when(understood, situation, content)
        or _confirms_the_hour(understood, situation)
        or _agrees_to_the_day(understood, situation, content)
    )
    if not is_meant:
        return None
    if hands_in(match.message):
        return None
    booked = standing.appointment
    hears = content.of_hours
    if hears is None or (booked is None and standing.is_signed):
        return None
    step = booked.milestone if booked else Milestone.ONLINE_SIGN
    return replace(match, slots=replace(match.slots, milestones=(step,))).led_by(hears)


def _comes_when(understood: Understanding, situation: Situation, content: Content) -> bool:
    """Does it say hardly anything beside an hour, or a day to come on, and is it no question that a rule knows?"""
    match, today = understood.whole, situation.today
    # Where nothing is agreed, "is the 25th ok" moves nothing; of another step the signing's day is no answer.
    of_another = situation.chat.is_fresh(situation.now) and situation.chat.last_about not in _SIGNING
    is_open = situation.standing is not None and situation.standing.appointment is None and not of_another
    message = match.message
    named = comes_when(message, today)
    if ELSEWHERE in match.said.concepts:
        return False
    if named and situation.agreed and named == When.of(situation.agreed):
        # "wed 2pm ok" moves nothing, though "wed 3pm ok" would.
        return True
    if _knows_better(understood, content) or (named and _was_told(named, situation)):
        return False
    if named:
        return True
    day = named_day(message, today) if is_open else None
    return day is not None and content.matcher.match(day.rest).telling_units <= BESIDE_A_DAY


def _was_told(named: When, situation: Situation) -> bool:
    """所以是九点？ Is it another hour, which the last answer named? Nobody means to come then."""
    is_agreed = situation.agreed is not None and named.is_meant_by(situation.agreed)
    was_named = situation.last_said is not None and named.is_in(situation.last_said.plain)
    return named.on is None and was_named and not is_agreed


def _confirms_the_hour(understood: Understanding, situation: Situation) -> bool:
    """明天我自己去，2点对吧，要带啥: is the agreed hour asked to be right, beside what is not understood?"""
    booked, today = situation.agreed, situation.today
    if understood.asked or booked is None:
        return False
    said = (is_it_so(phrase, today) for phrase in phrases(understood.whole.message))
    return any(named and named.at == booked.hour and named.on in {None, booked.day} for named in said)


def _agrees_to_the_day(understood: Understanding, situation: Situation, content: Content) -> bool:
    """周三可以的, "wed works for me": is the agreed day said to suit, in a few words?"""
    message, booked = understood.whole.message, situation.agreed
    said = said_when(message, situation.today) if booked and not asks(message) else None
    if said is None or booked is None or said.on != booked.day:
        return False
    is_short = content.matcher.match(said.rest).telling_units <= FRAGMENT
    return is_short and _SUITS.search(message) is not None and not _BUT.search(message)


def _knows_better(understood: Understanding, content: Content) -> bool:
    """Does a rule know what is asked, and is it more than a greeting?"""
    fired = [match.intent for match in understood.asked if match.fired]
    return not content.matcher.tiers.asides.issuperset(fired)


def of_papers(put: Manner, message: str, situation: Situation) -> Manner:
    """The same of papers: a day is held against the hour by which they are due; without one, late is not in time."""
    standing, today = situation.standing, situation.today
    put = replace(put, hands_in=put.hands_in or will_it_do(message, today))
    if standing is None or not standing.missing_papers() or not comes_late(message):
        return put
    if (put.named is None or not put.hands_in) and (handed := hand_in_day(message, today)):
        put = replace(put, named=handed.on, hour=handed.at, hands_in=True)
    dues = map(day_of, standing.due_hours)
    # What is posted on the last day is there too late.
    is_under_way = is_sent(message) and put.named is not None and put.named <= max(dues, default=today)
    is_held = put.hands_in and standing.may_be_told and not is_under_way
    return put if is_held else replace(put, follow_up=FollowUp.ENOUGH)
