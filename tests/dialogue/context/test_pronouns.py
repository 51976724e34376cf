"""Is he, of whom nothing else is said, the person whom the last question named?"""

import pytest

from bot.dialogue.decision import Outcome
from tests.talks import talk_of


@pytest.mark.parametrize(
    ("first", "then", "intent"),
    [
        ("卖家什么时候来签", "要是他明天还是不接电话呢", "seller_delay"),
        ("when will the seller sign", "and if he doesn't pick up tomorrow", "seller_delay"),
        ("我的顾问是谁", "他电话多少", "advisor_contact"),
        ("can i get my advisors number", "she never picks up tho", "advisor_no_reply"),
        # Nobody was named, or somebody is now.
        ("什么时候签", "他不接电话", "advisor_no_reply"),
        ("我的顾问是谁", "他说卖家不接电话", "seller_delay"),
    ],
)
def test_he_is_the_only_other_person_whom_the_last_question_named(first: str, then: str, intent: str) -> None:
    talk = talk_of("C-DEMO-03")
    talk.say(first)
    understood = talk.say(then).understood
    assert understood is not None
    assert [match.best and match.best.intent for match in understood.asked] == [intent]


def test_danger_is_heard_whoever_was_spoken_of() -> None:
    talk = talk_of("C-DEMO-03")
    talk.say("卖家什么时候来签")
    assert talk.say("他说不签就弄死我").outcome == Outcome.HANDOFF
