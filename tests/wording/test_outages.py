"""Which of several announced outages is told?"""

from dataclasses import replace

import pytest

from bot.cases.case import Outage
from tests.samples import STORY, at, cases
from tests.talks import Talk, said

REF = "C-DEMO-05"
CASE = cases()[REF]
OF_JUNE = Outage("city_signing_system", at("2026-06-01 09:00"), at("2026-06-02 18:00"))


@pytest.mark.parametrize(
    ("outages", "told"),
    [((*CASE.outages, OF_JUNE), (False, True)), ((OF_JUNE,), (False, False))],
    ids=["beside the present one", "alone"],
)
def test_outage_that_was_over_long_before_is_not_told(outages: tuple[Outage, ...], told: tuple[bool, bool]) -> None:
    talk = Talk(STORY[REF])
    talk.bind(replace(CASE, outages=outages))
    text = said(talk.say("系统坏了什么时候好"))
    assert ("6 月" in text, "11 月 21 日" in text) == told
