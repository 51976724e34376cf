"""Is a detail of a question answered by itself, and what the file does not hold asked of a person?"""

import pytest

from tests.samples import STORY
from tests.talks import Talk, talk_of


@pytest.mark.parametrize(
    ("case", "message", "line"),
    [
        ("C-DEMO-01", "要带什么，我只有护照", "没有内地身份证的，一般用护照或通行证的原件；有的窗口还要翻译件、公证。"),
        (
            "C-DEMO-01",
            "What do I bring? I only have a PASSPORT.",
            "Next step: your advisor asks whether yours will do and tells you, no later than today at 17:00.",
        ),
        ("C-DEMO-04", "戶口本要原件還是複印件", "下一步：周顾问去问您这一样要哪种，最晚今天 17:00 告诉您。"),
        ("C-DEMO-04", "身份证昨天刚丢，签约咋办", "补办不用等我们。"),
        ("C-DEMO-06", "首付能手机转吗", "首付存进专门账户，记录里的日子是 11 月 24 日（周二）。"),
        ("C-DEMO-06", "契税几个点", "几个点，税务局核定才算数，我不替您算。"),
        ("C-DEMO-06", "合同原件在谁手里", "您那份在谁手里、什么时候能拿，记录里没有写。"),
    ],
)
def test_detail_has_an_answer_of_its_own(case: str, message: str, line: str) -> None:
    assert line in talk_of(case).say(message).says[0].plain.splitlines()


def test_word_is_looked_for_in_all_that_was_said() -> None:
    said = talk_of("C-DEMO-01").say("Only an ID card on the list? I'm British, I only have a passport. Is that fine?")
    assert "Some counters want a translation or a notary's copy too." in said.says[0].plain


def test_stranger_who_mentions_it_is_promised_nothing() -> None:
    said = Talk(STORY["C-EDGE-08"]).say("签约要带什么，我只有护照")
    assert (said.says[0].plain.splitlines()[0], len(said.says)) == ("签约一般用到这些：", 1)
