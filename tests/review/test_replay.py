"""Is a message that is taken for another question told from one that is answered in other words?"""

import pytest

from bot.dialogue.account import Account, HeardQuestion
from bot.dialogue.decision import Outcome
from bot.dialogue.messages import Chat, Incoming, Kind
from bot.dialogue.situation import Situation
from bot.review.replay import Difference, Version
from tests.samples import at

SITUATION = Situation(Incoming(1, 1, Kind.TEXT, "车位要签吗"), Chat(1), at("2026-11-23 10:00"))


def version(intent: str, outcome: Outcome) -> Version:
    return Version(outcome, (Account(HeardQuestion("车位要签吗", intent), "", "_stale", 0, {}),), ("这份资料旧了。",))


@pytest.mark.parametrize(("outcome", "is_decision"), [(Outcome.ANSWER, True), (Outcome.FALLBACK, False)])
def test_another_question_is_another_decision_only_where_it_is_answered(outcome: Outcome, *, is_decision: bool) -> None:
    change = Difference(SITUATION, version("status_now", outcome), version("parking", outcome))
    assert change.is_decision == is_decision
