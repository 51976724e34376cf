"""What is a buyer told where the case may not be spoken of? What holds for everybody, and how to get to the rest."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cases.case import Blocker, Case
from bot.cases.milestones import BlockerCode, Milestone, Role
from bot.cases.progress import stand
from bot.dialogue.decision import Decision
from bot.dialogue.messages import Chat, Incoming, Kind, OpenTicket
from bot.dialogue.situation import Situation
from bot.dialogue.speech import Speaker, Spoken
from bot.wording.subject import Untold
from tests.samples import STORY, at, cases, config
from tests.talks import Talk, house, talk_of

STALE, CONFLICT = "C-EDGE-09", "C-EDGE-10"
# Of these nothing holds for everybody; whether something is done has no "mostly" for somebody who has a file.
OWN = {"second_case", "subscribe"}
LACKING = {
    Untold.STRANGER: OWN | {"advisor_contact"},
    Untold.STALE: OWN | {"status_now"},
    Untold.CONFLICT: OWN | {"status_now"},
}
OF_A_CASE = {name for name, intent in house().content.intents.items() if intent.needs_case}


def answer(name: str, language: str = "en", case: Case | None = None) -> Spoken:
    """What a stranger reads, or the buyer of a case at the moment of its story."""
    now = STORY[case.ref] if case else STORY["C-DEMO-01"]
    chat = Chat(1, case_ref=case.ref, role=Role.BUYER) if case else Chat(1)
    standing = stand(case, config().process, config().calendar, now) if case else None
    speaker = Speaker(house(), Situation(Incoming(1, 1, Kind.TEXT), chat, now, standing), language)
    return speaker.answer(house().content.intents[name], None)


def text(spoken: Spoken) -> str:
    return spoken.says[0].plain


@pytest.mark.parametrize("untold", LACKING)
def test_every_question_of_a_case_has_something_that_holds_for_everybody(untold: Untold) -> None:
    lacking = {name for name in OF_A_CASE if not house().content.replies[name].is_for(untold)}
    assert lacking == LACKING[untold]


@pytest.mark.parametrize(("language", "way"), [("zh", "专用链接"), ("en", "personal link")])
def test_stranger_reads_what_holds_for_everybody_and_the_way_to_their_own(language: str, way: str) -> None:
    assert {name for name in OF_A_CASE if way not in text(answer(name, language))} == set()


def test_stranger_reads_who_has_the_old_loan_removed() -> None:
    assert "The seller and his bank see to it" in text(answer("seller_mortgage"))


@pytest.mark.parametrize("ref", [STALE, CONFLICT])
def test_file_that_has_to_be_looked_into_is_looked_into_once(ref: str) -> None:
    spoken = [answer(name, case=cases()[ref]) for name in OF_A_CASE]
    opened = [[entry.reason for entry in one.actions if isinstance(entry, OpenTicket)] for one in spoken]
    assert opened == [["_stale" if ref == STALE else "_conflict"]] * len(OF_A_CASE)


def test_nobody_in_mourning_reads_how_it_usually_goes() -> None:
    known = cases()[STALE]
    loss = Blocker(BlockerCode.BEREAVEMENT, Milestone.ONLINE_SIGN, Role.SELLER, STORY[STALE].date())
    spoken = answer("seller_delay", case=replace(known, blockers=(*known.blockers, loss)))
    assert spoken.chosen.reply == "_stale"


def test_more_than_the_file_holds_is_answered_with_what_holds_for_everybody_and_passed_on() -> None:
    talk = talk_of("C-DEMO-06")
    talk.say("什么时候交房拿钥匙")
    decision = talk.say("物业费水电咋算")
    opened = [entry.reason for entry in decision.actions if isinstance(entry, OpenTicket)]
    assert ("之前欠的，一般不由您出" in decision.says[0].plain, opened) == (True, ["_further"])


def answer_at(typed: str, case: str, *messages: str) -> str:
    """What the last of these is answered at that moment, whenever the file was checked."""
    talk = Talk(at(typed))
    talk.bind(cases()[case])
    return [text_of(talk.say(message)) for message in messages][-1]


def text_of(decision: Decision) -> str:
    return "\n".join(say.plain for say in decision.says)


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("批贷什么时候到期", "批复上写的是到 2027 年 2 月 18 日（周四），还有 85 个日历日"),
        ("when does my approval expire", "letter of approval says until Thu 18 Feb 2027, in 85 calendar days"),
        ("最晚什么时候要签", "合同约定最晚 12 月 4 日（周五）签，还有 7 个工作日"),
        ("deadline in the contract?", "The contract's last day to sign is Fri 4 Dec, in 7 working days"),
        ("几点签", "11 月 23 日（周一）核对时，网签（把合同录进政府系统）约在今天 14:00，城东政务服务中心 2 楼"),
        (
            "where do i go",
            "When the file was last checked, on Mon 23 Nov, the signing was to be at East Service Center",
        ),
        ("要带什么", "没人通知您改，就照约好的来：今天 14:00，城东政务服务中心 2 楼"),
        ("说好的日子过了怎么办", "银行的批复上写的是到 2027 年 2 月 18 日（周四）"),
    ],
)
def test_what_stands_in_a_paper_or_was_agreed_is_told_from_an_old_file(message: str, told: str) -> None:
    assert told in answer_at("2026-11-25 11:00", "C-DEMO-01", message)


def test_what_was_agreed_is_asked_on_about_in_an_old_file() -> None:
    answered = [answer_at("2026-11-25 09:00", "C-DEMO-01", "几点签", further) for further in ("那去不去", "在哪来着")]
    assert answered == [
        (
            "没人通知您改，就照约好的去：今天 14:00，城东政务服务中心 2 楼。\n"
            "这是 11 月 23 日（周一）核对的；有没有变，周顾问最晚今天 11:00 告诉您。"
        ),
        "城东政务服务中心 2 楼，今天 14:00。\n这是 11 月 23 日（周一）核对的；没人通知您改，就照这个来。",
    ]


@pytest.mark.parametrize("message", ["几点签", "在哪签", "要带什么", "what time do we sign"])
def test_an_hour_with_something_in_its_way_is_not_read_from_an_old_file(message: str) -> None:
    # The government's system was down when the file was checked.
    answered = answer_at("2026-11-24 12:30", "C-DEMO-05", message)
    assert [said for said in ("15:30", "港湾") if said in answered] == []


@pytest.mark.parametrize("message", ["批贷什么时候到期", "最晚什么时候要签"])
def test_where_records_disagree_no_paper_is_read_from(message: str) -> None:
    answered = answer_at("2026-11-23 10:00", CONFLICT, message)
    assert [day for day in ("2 月 16 日", "12 月 3 日") if day in answered] == []


@pytest.mark.parametrize(
    ("typed", "case", "by"),
    [
        # The signing is at 14:00, and two hours of office time end then.
        ("2026-11-25 11:00", "C-DEMO-01", "最晚今天 11:15"),
        # It is today, nobody knows at what time; or tomorrow, and tomorrow at 17:00 would be too late.
        ("2026-11-25 09:30", "C-EDGE-09", "最晚今天 11:30"),
        ("2026-11-24 15:30", "C-EDGE-09", "最晚今天 17:30"),
        ("2026-11-24 10:00", "C-EDGE-09", "最晚今天 17:00"),
    ],
)
def test_an_old_file_is_looked_into_before_the_signing(typed: str, case: str, by: str) -> None:
    assert by in answer_at(typed, case, "几点签来着")


def test_a_promise_is_made_sooner_where_the_next_question_needs_it() -> None:
    asked = ("批贷什么时候到期", "几点签来着")
    first, then = (answer_at("2026-11-25 11:00", "C-DEMO-01", *asked[:count]) for count in (1, 2))
    assert ("最晚今天 17:00" in first, "最晚今天 11:15" in then) == (True, True)


def test_an_hour_that_nobody_looked_at_for_a_week_is_not_told() -> None:
    talk, case = Talk(at("2026-11-24 20:00")), cases()["C-DEMO-01"]
    talk.bind(case)
    with talk.turn.books.transaction() as records:
        records.cases.save(replace(case, checked_at=case.checked_at - timedelta(days=10)))
    assert "14:00" not in text_of(talk.say("明天几点签"))
