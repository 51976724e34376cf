"""Is who answers with a sign alone understood, in the language of the chat?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.readers.signs import in_words
from tests.talks import talk_of


@pytest.mark.parametrize(
    ("first", "sign", "reply", "language"),
    [
        ("几号签", "👍", "affirm", "zh"),
        ("when do i sign", "👌🏽", "affirm", "en"),
        ("几号签", "🙏🙏", "thanks_positive", "zh"),
        ("几号签", "😭", "worried", "zh"),
        ("when do i sign", "😡", "angry", "en"),
        ("我不想活了", "🙏", "self_harm", "zh"),
    ],
)
def test_a_sign_is_answered_as_the_words_for_which_it_stands(first: str, sign: str, reply: str, language: str) -> None:
    talk = talk_of("C-DEMO-01")
    talk.say(first)
    decision = talk.say(sign)
    assert decision.chosen is not None
    assert (decision.chosen.reply, decision.language) == (reply, language)


def test_what_was_typed_is_kept_and_not_the_words() -> None:
    says = talk_of("C-DEMO-01").say("👍").says
    assert [say.account.heard.question for say in says if say.account] == ["👍"]


@given(st.text(min_size=1, max_size=20))
def test_whatever_holds_a_letter_or_a_figure_is_no_sign(message: str) -> None:
    assert in_words(f"{message}a", "en") is None
