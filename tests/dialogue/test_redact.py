"""Is every number of a person taken out, however it is typed?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.redact import redact, reveals


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("我电话13812345678", "我电话[手机号]"),
        ("138.1234.5678", "[手机号]"),
        ("+86 138 1234 5678", "[手机号]"),
        ("１３８１２３４５６７８", "[手机号]"),
        ("11010519491231002X", "[身份证号]"),
        ("110105 19491231 002X", "[身份证号]"),
        ("110105491231002", "[身份证号]"),
        ("6222 0000 1111 2222 333", "[卡号]"),
        ("010-62345678", "[电话号]"),
        ("验证码是123456吗", "验证码是[验证码]吗"),
        ("2026-11-23 10:00 签", "2026-11-23 10:00 签"),
        ("9 月 30 日，5 个工作日，总价 3200000 元", "9 月 30 日，5 个工作日，总价 3200000 元"),
    ],
)
def test_numbers_of_people_are_taken_out_and_others_stay(typed: str, kept: str) -> None:
    assert redact(typed) == kept


@given(st.text(st.sampled_from("0123456789 .-Xx签"), max_size=60))
def test_what_is_redacted_once_has_nothing_left_to_redact(text: str) -> None:
    assert redact(redact(text)) == redact(text)


@given(st.text(st.sampled_from("0123456789 .-+Xx签３"), max_size=60))
def test_a_text_reveals_a_number_just_where_one_is_taken_out_that_is_no_code(text: str) -> None:
    assert reveals(text) == any(mark in redact(text) for mark in ("[身份证号]", "[卡号]", "[手机号]", "[电话号]"))
