"""Is the benchmark fair to repeat, and does it measure answers that are right?"""

import pytest

from benchmarks import product
from benchmarks.rules import corpus

INTENTS, MESSAGES = 60, 400

both_languages = pytest.mark.parametrize("language", ["zh", "en"])


@both_languages
def test_same_arguments_give_the_same_rules_and_messages(language: str) -> None:
    assert corpus(language, INTENTS, MESSAGES) == corpus(language, INTENTS, MESSAGES)


@both_languages
def test_three_quarters_of_the_messages_fulfil_a_rule(language: str) -> None:
    hits = [message for message in corpus(language, INTENTS, MESSAGES).messages if message.intent]
    assert len(hits) / MESSAGES == pytest.approx(0.75, abs=0.05)


@both_languages
def test_signpost_answers_hitting_messages_with_the_right_intent(language: str) -> None:
    given = corpus(language, INTENTS, MESSAGES)
    matcher = product.matcher(given)
    hits = [message for message in given.messages if message.intent]
    assert [message for message in hits if product.answer(matcher, message.text) != message.intent] == []
