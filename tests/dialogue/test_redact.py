"""Is every number of a person taken out, however it is typed?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.redact import redact, redact_people, reveals


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
        ("138－1234－5678", "[手机号]"),
        ("１３８　１２３４　５６７８", "[手机号]"),
        ("138\u00a01234\u00a05678", "[手机号]"),
        ("138\u20111234\u20115678", "[手机号]"),
        ("138–1234—5678", "[手机号]"),
        ("138——1234——5678", "[手机号]"),
        ("138\u200b1234\u200b5678", "[手机号]"),
        ("138  1234  5678", "[手机号]"),
        ("138\n1234\n5678", "[手机号]"),
        ("+86(138)12345678", "[手机号]"),
        ("＋８６（１３８）１２３４５６７８", "[手机号]"),
        ("１１０１０５１９４９１２３１００２Ｘ", "[身份证号]"),
        ("110105－19491231－002X", "[身份证号]"),
        ("6222－0000－1111－2222－333", "[卡号]"),
        ("6222\u00a00000\u00a01111\u00a02222", "[卡号]"),
        ("021-5888 1234", "[电话号]"),
        ("电话(021)58881234", "电话([电话号]"),
        ("2026-11-23 10:00 签", "2026-11-23 10:00 签"),
        ("等３天，还差２样", "等３天，还差２样"),
        ("2026-11-23 – 2026-11-24", "2026-11-23 – 2026-11-24"),
        ("2026－11－23－2026－11－24", "2026－11－23－2026－11－24"),
        ("2026/11/23 2026/11/24", "2026/11/23 2026/11/24"),
        ("11月23日　14：00–16：00", "11月23日　14：00–16：00"),
        ("0930 1130 1400", "0930 1130 1400"),
        ("5000  3000  2000  1000", "5000  3000  2000  1000"),
        ("5000\n3000\n2000\n1000", "5000\n3000\n2000\n1000"),
        ("3200000　1500000", "3200000　1500000"),
        ("9 月 30 日，5 个工作日，总价 3200000 元", "9 月 30 日，5 个工作日，总价 3200000 元"),
    ],
)
def test_numbers_of_people_are_taken_out_and_others_stay(typed: str, kept: str) -> None:
    assert redact(typed) == kept


def test_people_are_taken_out_and_our_own_numbers_stay() -> None:
    assert redact_people("letter 100001: 138－1234－5678") == "letter 100001: [手机号]"


@given(st.text(st.sampled_from("0123456789 .-Xx签　－–()+"), max_size=60))
def test_what_is_redacted_once_has_nothing_left_to_redact(text: str) -> None:
    assert redact(redact(text)) == redact(text)


@given(st.text(st.sampled_from("0123456789 .-+Xx签３　－–()"), max_size=60))
def test_a_text_reveals_a_number_just_where_one_is_taken_out_that_is_no_code(text: str) -> None:
    assert reveals(text) == any(mark in redact(text) for mark in ("[身份证号]", "[卡号]", "[手机号]", "[电话号]"))
