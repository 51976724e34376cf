"""Does a terminal show every answer once, with the cases that get it?"""

from bot.cli.gallery.groups import section
from bot.cli.gallery.lines import lines
from tests.exhibits import answer, answering, scene

PLACE = answer("在{{ 签约地点 }}\n等您", "at {{ signing_place }}\nwe wait", {"state": "booked"})
LAST = answer("不知道", "no idea")


def test_answers_are_told_with_cases_source_and_what_to_mend() -> None:
    found = section("how_long", [scene("C-DEMO-01"), scene("C-DEMO-03")], answering(PLACE, LAST))
    assert list(lines(found, "en")) == [
        "how_long  还要多久？  How much longer?",
        "",
        "C-DEMO-03",
        "  how_long.yaml, answer 2",
        "  ! only the last resort was left",
        "  签路 不知道",
        "  Signpost no idea",
        "",
        "C-DEMO-01",
        "  how_long.yaml, answer 1",
        "  签路 在城东政务服务中心 2 楼",
        "       等您",
        "  Signpost at East Service Center, 2nd floor",
        "           we wait",
    ]


def test_answer_that_cannot_be_said_shows_its_trouble() -> None:
    broken = answering(answer("{{ 系统停始 }}", "{{ outage_since }}"))
    told = list(lines(section("how_long", [scene("C-DEMO-03")], broken), "zh"))
    assert [line.partition("：")[0] for line in told[3:]] == [
        "  ! 说不出来",
        "  ! NothingFits: replies/how_long.yaml has no answer that always fits. Run `signpost check`.",
    ]
