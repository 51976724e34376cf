"""Does a buyer tell what the records may not know yet?"""

from bot.cases.milestones import Milestone, Role
from bot.cases.progress import Standing
from bot.dialogue.content import Content
from bot.dialogue.context.appointment import is_near_the_hour
from bot.dialogue.context.gravity import calls_somebody
from bot.dialogue.context.lengths import SHORT
from bot.dialogue.promises import NEWS
from bot.dialogue.readers.manner import supposes
from bot.dialogue.readers.news import corrects, is_late, is_to_be_told, tells, tells_of_others
from bot.dialogue.readers.payment import has_paid
from bot.dialogue.situation import Situation
from bot.matching.bygones import told_and_asked
from bot.matching.clauses import phrases
from bot.matching.said import ELSEWHERE
from bot.matching.understanding import Understanding

# From this score on, a likeness alone says what is told about.
_LIKE_ENOUGH = 0.75
# Of the signing there is least else to say, and a place or an hour that has changed costs most.
_LIKELY = 0.5
_PAYMENTS = {Milestone.ESCROW, Milestone.TAX}


def is_news(text: str, situation: Situation, understood: Understanding, content: Content) -> bool:
    """Does the buyer tell something, or put right what was told just now?"""
    if has_told(situation) and (tells(text) or corrects(text) or _goes_on_supposing(understood)):
        return not calls_somebody(understood, content)
    if is_late(text) and situation.standing and _is_awaited(situation.standing):
        return (tells(text) or is_near_the_hour(situation)) and not calls_somebody(understood, content)
    if is_to_be_told(text):
        return not calls_somebody(understood, content)
    is_told = tells(text) or _is_settled(text, understood)
    return is_told and (_is_of_the_case(understood, content) or _may_be_done(understood, situation, content))


def _is_settled(text: str, understood: Understanding) -> bool:
    """房东闹着涨价，后来谈拢了: what might have called a person is over, and nothing is asked."""
    return not understood.asked and told_and_asked(phrases(text)) is not None


def _may_be_done(understood: Understanding, situation: Situation, content: Content) -> bool:
    """弄好了, "sent": may it be what everybody waits for, and is it nothing else that a rule knows?"""
    is_open = not any(match.fired for match in understood.asked)
    is_aside = content.matcher.tiers.asides.issuperset(match.best.intent for match in understood.asked if match.best)
    is_due = situation.standing is not None and _is_awaited(situation.standing)
    return is_due and is_open and is_aside and not _is_astray(understood)


def _is_awaited(standing: Standing) -> bool:
    """Does anybody wait for the buyer, at an agreed hour, with papers or with money?"""
    is_their_turn = standing.waiting_for == Role.BUYER or bool(standing.missing_papers())
    return is_their_turn or standing.appointment is not None


def _is_astray(understood: Understanding) -> bool:
    return ELSEWHERE in understood.whole.said.concepts


def _goes_on_supposing(understood: Understanding) -> bool:
    """周四要是也不行呢: of what was told just now the records know nothing."""
    match = understood.whole
    is_known = any(entry.fired for entry in match.candidates)
    return supposes(match.message) and match.telling_units <= SHORT and not is_known


def newly_told(situation: Situation) -> str:
    """The words in which something may be told: not those of the message before once more, if that was passed on.

    "i paid this morning", "how do i know it arrived": read together they are understood, but one of them is no news.
    """
    return situation.incoming.words if situation.was_answered_by(NEWS) else situation.words


def tells_of_payment(situation: Situation) -> bool:
    """Has the buyer paid, whatever else they ask, while the file still waits for money?"""
    standing = situation.standing
    return standing is not None and bool(_PAYMENTS - standing.view.settled) and has_paid(newly_told(situation))


def is_unsettled(situation: Situation) -> bool:
    """Is it still being checked what others are said to have said a moment ago? What is booked may not stand."""
    return NEWS in situation.promised and any(map(tells_of_others, situation.lately))


def has_told(situation: Situation) -> bool:
    """Was other news of this chat passed on a moment ago?"""
    return NEWS in situation.promised and situation.chat.is_fresh(situation.now)


def _is_of_the_case(understood: Understanding, content: Content) -> bool:
    """Is it about the purchase, and called nobody yet? A faint likeness does not say what it is about."""
    if _is_astray(understood):
        return False
    best = [match.best for match in understood.asked if match.best]
    known = [entry.intent for entry in best if entry.fired or entry.score >= _least(entry.intent, content)]
    known = known or [entry.intent for entry in content.matcher.offers(understood.whole) if entry.fired]
    # "seller just arrived! thank you" is more than thanks.
    if content.matcher.tiers.asides.issuperset(known) and not understood.whole.said.is_homely:
        return False
    return not calls_somebody(understood, content)


def _least(intent: str, content: Content) -> float:
    """From which score on a likeness says that this is told about."""
    return _LIKELY if intent in content.matcher.tiers.signing else _LIKE_ENOUGH
