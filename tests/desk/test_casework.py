"""Does an advisor note in three taps what happened to a case, and nothing that makes no sense?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.cases import changes
from bot.cases.case import Case
from bot.cases.milestones import BlockerCode, Milestone, Status
from bot.desk import casework
from bot.desk.casework import CaseTexts
from bot.desk.desk import decide
from bot.desk.situation import CaseChange, ChangeCase, DeskDecision, DeskSituation, ToTopic, Undo
from bot.dialogue.messages import Button, Kind, Note, Rewrite, Say
from tests.desk.people import FRIDAY, HELD, SUN, ZHOU, case, situation, standing, told
from tests.samples import STORY, at, cases
from tests.talks import house

CASE = case("C-1", "赵女士")
PAPERS = cases()["C-DEMO-04"]
MENU = ["✅ 办好一步", "📅 答应了日子", "⛔ 卡住了", "🟢 卡点没了", "🕐 约好时间", "📄 收到材料", "今天没变化"]


def _desk(purchase: Case = CASE, language: str = "zh") -> CaseTexts:
    return CaseTexts(standing(purchase, purchase.checked_at), house().content.names, language)


def _decide(situation: DeskSituation) -> DeskDecision:
    return decide(situation, house())


def _tap(content: str, **more: object) -> DeskDecision:
    return _decide(situation(Kind.BUTTON, content, **more))  # type: ignore[arg-type]


def _buttons(decision: DeskDecision) -> list[Button]:
    parcels = [action.parcel for action in decision.actions if isinstance(action, ToTopic)]
    return [button for parcel in parcels if isinstance(parcel, Say | Rewrite) for button in parcel.buttons]


def _changed(decision: DeskDecision) -> ChangeCase:
    return next(action for action in decision.actions if isinstance(action, ChangeCase))


def test_three_taps_lead_from_the_menu_to_the_change() -> None:
    menu = _buttons(_decide(situation(Kind.COMMAND, "case")))
    days = _buttons(_tap(menu[1].data))
    sure = _buttons(_tap(days[1].data))
    change = _changed(_tap(sure[0].data))
    assert ([button.label for button in menu], days[1].label, [button.label for button in sure]) == (
        MENU,
        "9 月 21 日（周一）",
        ["确认", "取消"],
    )
    assert (change.what, change.event) == (
        "网签 答应在 9 月 21 日（周一）",
        Note("milestone_promised", detail={"milestone": "ONLINE_SIGN", "on": "2026-09-21"}),
    )


def test_days_to_choose_from_are_working_days_with_the_made_up_sunday() -> None:
    labels = [button.label for button in casework.choices("promise", _desk())]
    assert labels[:4] == ["9 月 20 日（周日）", "9 月 21 日（周一）", "9 月 22 日（周二）", "9 月 23 日（周三）"]


@pytest.mark.parametrize("kind", casework.KINDS)
@pytest.mark.parametrize("ref", sorted(STORY))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_choice_fits_into_a_tap_and_can_be_confirmed(kind: str, ref: str, language: str) -> None:
    desk = _desk(cases()[ref], language)
    found = [button.data for button in casework.choices(kind, desk)]
    works = [casework.work(kind, data.removeprefix(f"c:{kind}:"), desk) for data in found]
    assert (all(works), len(found) <= 12, max((len(data.encode()) for data in found), default=0) <= 64) == (
        True,
        True,
        True,
    )


@pytest.mark.parametrize(
    ("kind", "value", "what", "event"),
    [
        (
            "done",
            "SIGN_BOOKED:2026-09-18",
            "预约签约时间 办好了，9 月 18 日（周五）\n不再卡住：约好的签约没到场，新的时间还没定",
            "milestone_done",
        ),
        ("free", "SELLER_NO_SHOW", "卡点没了：约好的签约没到场，新的时间还没定", "unblocked"),
        ("book", "ONLINE_SIGN:2026-09-22T14.00", "网签 约在 9 月 22 日（周二）14:00", "booked"),
        ("same", "", "核对过，没变化", "checked"),
    ],
)
def test_change_is_told_in_words_and_kept_as_an_event(kind: str, value: str, what: str, event: str) -> None:
    work = casework.work(kind, value, _desk())
    assert work is not None
    assert (work.what, work.event.event, work.change(CASE, FRIDAY).checked_at) == (what, event, FRIDAY)


def test_obstacle_is_looked_at_again_on_the_next_working_day() -> None:
    work = casework.work("block", "SELLER_UNREACHABLE", _desk())
    assert work is not None
    found = next(entry for entry in work.change(CASE, FRIDAY).blockers if entry.code == BlockerCode.SELLER_UNREACHABLE)
    assert found.next_check is not None
    assert f"{found.next_check:%m-%d %H:%M}" == "09-20 11:00"


def test_step_that_is_done_frees_what_it_was_blocked_by() -> None:
    work = casework.work("done", "SIGN_BOOKED:2026-09-18", _desk())
    assert work is not None
    changed = work.change(CASE, FRIDAY)
    step = changed.step(Milestone.SIGN_BOOKED)
    assert step is not None
    assert (step.status, step.done_on) == (Status.DONE, date(2026, 9, 18))


@pytest.mark.parametrize("button", ["c:paper:NOPE", "c:promise:x", "c:done:NOPE", "c:book:ONLINE_SIGN", "c:nope:1"])
def test_button_that_makes_no_sense_changes_nothing(button: str) -> None:
    assert told(_tap(button)) == ["这里没有要处理的单子。"]


def test_missing_paper_is_offered_by_its_name() -> None:
    labels = [button.label for button in casework.choices("paper", _desk(PAPERS))]
    assert labels == ["配偶的户口本页", "新的收入证明（上次那份过了 30 日有效期）"]


def test_nothing_to_choose_from_is_told() -> None:
    assert told(_tap("c:paper")) == ["这里没有可以选的。"]


def test_change_that_the_case_refuses_is_told_with_its_reason() -> None:
    past = "y:promise:ONLINE_SIGN:2026-09-01"
    assert told(_tap(past)) == ["没记：这个时间已经过了。"]


def test_without_a_case_there_is_nothing_to_change() -> None:
    assert told(_tap("c:menu", standing=None)) == ["没有绑定案子"]


def test_second_tap_on_a_confirmation_changes_nothing_more() -> None:
    free = "y:block:SELLER_UNREACHABLE"
    message = situation(Kind.BUTTON, free).incoming.source
    assert message
    taken = Rewrite(message.message_id, "已记下", (Button("撤销", "u:1"),))
    assert (told(_tap(free, now_reads=taken)), _changed(_tap(free)).what != "") == (["这个按钮已经按过了。"], True)


def test_cancelled_change_leaves_the_case_alone() -> None:
    assert told(_tap("c:stop")) == ["没有改。"]


def test_no_change_is_noted_with_one_tap_under_the_card() -> None:
    change = _changed(_tap("y:same"))
    assert (change.after, change.event.event, change.instead_of) == (replace(CASE, checked_at=FRIDAY), "checked", None)


def _change(seconds: int, **more: object) -> CaseChange:
    before = replace(CASE, checked_at=FRIDAY - timedelta(days=1))
    made = CaseChange(5, CASE.ref, ZHOU.id, FRIDAY - timedelta(seconds=seconds), before, CASE, (8,), None)
    return replace(made, **more)  # type: ignore[arg-type]


def test_change_is_taken_back_within_its_minute() -> None:
    decision = _tap("u:5", change=_change(59))
    assert (decision.actions[0], told(decision)) == (Undo(_change(59)), ["↩️ 撤销了，买家不会收到。"])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (None, "这里没有要处理的单子。"),
        (_change(5, undone_at=FRIDAY), "这个按钮已经按过了。"),
        (_change(5, after=replace(CASE, advisor="吴顾问")), "后来又改过，撤不了；请再改一次。"),
    ],
)
def test_change_is_not_taken_back_twice_or_over_another(change: CaseChange | None, said: str) -> None:
    assert told(_tap("u:5", change=change)) == [said]


def test_change_that_the_buyer_knows_is_taken_back_only_by_who_knows_that() -> None:
    asked = _tap("u:5", change=_change(60))
    sure, stop = _buttons(asked)
    decision = _tap(sure.data, change=_change(60))
    assert (told(asked), stop.data, decision.actions[0], told(decision)) == (
        ["过了 60 秒，买家已经知道了。撤销的话，会马上告诉买家现在的情况。"],
        "c:stop",
        Undo(_change(60)),
        ["↩️ 撤销了，已告诉买家现在的情况。"],
    )


def test_what_a_done_step_implies_is_shown_before_it_is_confirmed() -> None:
    work = casework.work("done", "ONLINE_SIGN:2026-09-18", _desk())
    assert work is not None
    assert work.what == (
        "网签 办好了，9 月 18 日（周五）\n也算办好：预约签约时间\n不再卡住：约好的签约没到场，新的时间还没定"
    )


def test_new_hour_keeps_the_place_of_the_old_one() -> None:
    purchase = cases()["C-DEMO-01"]
    work = casework.work("book", "ONLINE_SIGN:2026-11-26T10.00", _desk(purchase))
    assert work is not None
    before, after = purchase.appointments[-1], work.change(purchase, purchase.checked_at).appointments[-1]
    assert after == replace(before, at=at("2026-11-26 10:00"))
    assert work.what == f"网签 约在 11 月 26 日（周四）10:00\n地点不变：{before.place_zh}"


def test_who_confirms_what_a_colleague_has_changed_meanwhile_is_asked_again() -> None:
    decision = _tap("y:book:ONLINE_SIGN:2026-09-22T14.00", overtaken_by=SUN.id)
    assert (told(decision), [button.data for button in _buttons(decision)]) == (
        ["⚠️ 孙顾问 刚改过这个案子。\n确认吗？\n网签 约在 9 月 22 日（周二）14:00"],
        ["y:book:ONLINE_SIGN:2026-09-22T14.00", "c:stop"],
    )


@pytest.mark.parametrize(
    ("role", "invited"), [("", "Invite(role=<Role.BUYER: 'buyer'>)"), ("buyer", "Invite(role=<Role.BUYER: 'buyer'>)")]
)
def test_link_is_made_for_a_party_of_the_case(role: str, invited: str) -> None:
    decision = _decide(situation(Kind.COMMAND, "link", argument=role))
    assert [repr(action) for action in decision.actions] == [invited]


@pytest.mark.parametrize("role", ["spouse", "seller", "王五"])
def test_link_for_nobody_of_the_case_is_refused(role: str) -> None:
    assert told(_decide(situation(Kind.COMMAND, "link", argument=role))) == [f"这个案子没有 {role}。"]


def test_menu_tells_how_the_case_stands() -> None:
    said = told(_decide(situation(Kind.COMMAND, "case")))[0].splitlines()
    assert said == [
        "C-1 · 示例市山前区 · 预约签约时间，轮到卖家 · 晚了 2 个工作日",
        "签约截止 9 月 30 日（周三） · 批贷到期 12 月 9 日（周三）",
        "卡点：约好的签约没到场，新的时间还没定（卖家），今天 11:00 再问",
        "改什么？",
    ]


def test_who_notes_no_change_is_told_that_the_buyer_waits() -> None:
    waits = replace(HELD, waits_since=FRIDAY)
    assert (told(_tap("y:same", ticket=waits)), told(_tap("y:same", ticket=None))) == (
        ["买家不会收到这个，可是还在等答复：请在这里写一句。"],
        [],
    )


def test_every_list_to_pick_from_can_be_left() -> None:
    assert [button.data for button in _buttons(_tap("c:block"))][-1] == "c:stop"


@pytest.mark.parametrize(
    ("typed", "doubts"),
    [
        ("9月21日 10:00", []),
        ("9月26日 10:00", ["⚠️ 这天不上班（周末或放假）"]),
        ("10月8日 10:00", ["⚠️ 晚过合同的签约截止日 9 月 30 日（周三）"]),
        (
            "12月12日 10:00",
            [
                "⚠️ 晚过合同的签约截止日 9 月 30 日（周三）",
                "⚠️ 晚过批贷到期日 12 月 9 日（周三）",
                "⚠️ 这天不上班（周末或放假）",
            ],
        ),
        ("10月8日", ["⚠️ 晚过合同的签约截止日 9 月 30 日（周三）"]),
    ],
)
def test_day_that_contract_or_bank_or_office_do_not_allow_is_doubted_before_it_is_noted(
    typed: str, doubts: list[str]
) -> None:
    said = told(_decide(situation(Kind.COMMAND, "at", argument=typed)))[0].splitlines()
    assert [line for line in said if "⚠️" in line] == doubts


def test_what_is_announced_as_settled_with_a_step_is_settled_in_the_books() -> None:
    now = PAPERS.checked_at
    signed = casework.work("done", f"ONLINE_SIGN:{now.date()}", _desk(PAPERS))
    assert signed
    freed = [entry.code for entry in signed.change(PAPERS, now).blockers if entry.closed_on]
    assert ("不再卡住：您这边还差材料" in signed.what, freed) == (True, [BlockerCode.DOC_MISSING_BUYER])


def test_deadline_of_the_signing_does_not_bind_what_comes_after_it() -> None:
    signed = changes.done(CASE, Milestone.ONLINE_SIGN, date(2026, 9, 18), FRIDAY)
    later = casework.work("promise", "TRANSFER:2026-10-08", _desk(signed))
    assert later is not None
    assert later.what == "过户到您名下 答应在 10 月 8 日（周四）"


def test_who_answers_for_the_case_or_has_the_chat_is_called_when_a_colleague_changes_it() -> None:
    theirs = situation(ticket=HELD, who=SUN)
    own = situation(ticket=HELD)
    assert (theirs.colleagues, own.colleagues) == ((ZHOU,), ())
