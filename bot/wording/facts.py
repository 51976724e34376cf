"""Which facts may a reply use, and what are they called?"""

from collections.abc import Mapping

from bot.cases.languages import LANGUAGES
from bot.cases.milestones import Milestone
from bot.wording import agreed, dates, office, telling, told_days
from bot.wording.fact import Fact, ageless, of_agreed, of_case

FACTS: tuple[Fact, ...] = (
    Fact("称呼", "name", "怎么称呼买家", "how the buyer is addressed", lambda subject: subject.buyer),
    Fact("顾问", "advisor", "负责的顾问", "the advisor in charge", telling.advisor, always=True),
    Fact(
        "顾问姓名", "advisor_name", "顾问在记录里的名字", "the advisor's name on file", lambda subject: subject.advisor
    ),
    Fact("截至", "as_of", "资料核对到什么时候", "when the file was last checked", telling.as_of),
    Fact(
        "今天", "today", "今天的日期", "today's date", lambda subject: telling.day(subject, subject.today), always=True
    ),
    Fact("核对日", "checked_day", "资料核对到哪天", "the day the file was last checked", telling.checked_day),
    Fact(
        "两处记录",
        "two_records",
        "对不上的两处记录各写着什么",
        "what the two records say that disagree",
        telling.two_records,
    ),
    Fact(
        "回复时限",
        "reply_by",
        "最晚何时有人答复；用了它就会给顾问开一张单",
        "when a person will have answered; using it opens a ticket for the advisor",
        lambda subject: dates.promise(subject.reply_by, subject.language, subject.today) if subject.reply_by else None,
        always=True,
    ),
    Fact("下次跟进", "next_contact", "顾问下次去问的时间", "when the advisor asks next", of_case(telling.next_contact)),
    Fact(
        "签约时间",
        "signing_time",
        "约好的签约时间",
        "the agreed hour of signing",
        of_agreed(agreed.hour(agreed.signing)),
    ),
    Fact("签约地点", "signing_place", "签约的地点", "where the signing is", of_agreed(agreed.place(agreed.signing))),
    Fact("要带", "bring", "签约要带什么", "what to bring to the signing", of_agreed(agreed.bring(agreed.signing))),
    Fact(
        "离签约",
        "until_signing",
        "离签约还有几个工作日",
        "working days to the signing",
        of_case(telling.until_signing),
    ),
    Fact(
        "预计签约日",
        "expected_signing",
        "算出来或约好的签约日",
        "the day signing is expected",
        of_case(telling.expected(Milestone.ONLINE_SIGN)),
    ),
    Fact(
        "签完日",
        "signed_on",
        "网签完成的日子",
        "the day the signing was done",
        of_case(telling.done(Milestone.ONLINE_SIGN)),
    ),
    Fact(
        "编号尾号",
        "number_tail",
        "网签编号的后四位",
        "the last four of the registration number",
        of_case(telling.number_tail),
    ),
    Fact(
        "说的日子",
        "named_day",
        "买家点的那一天",
        "the day that the buyer names",
        telling.named_day,
    ),
    Fact(
        "到那天",
        "until_named",
        "从明天数到买家点的那一天，有几个工作日、几个日历日",
        "working days and calendar days from tomorrow to the day that the buyer names",
        telling.until_named,
    ),
    Fact(
        "那天的事",
        "on_named_day",
        "买家点的那一天有什么安排，一件一行",
        "what falls on the day that the buyer names, a line each",
        told_days.on_named_day,
    ),
    Fact("原定日", "planned_day", "过了期的那一步原定哪天", "the day that has passed", of_case(telling.planned_day)),
    Fact("超期", "overdue", "超了几个工作日", "working days overdue", of_case(telling.overdue)),
    Fact("超期步骤", "overdue_step", "哪一步过了期", "the step that is overdue", of_case(telling.overdue_step)),
    Fact(
        "签约截止日",
        "sign_by",
        "合同约定最晚哪天签",
        "the contract's last day to sign",
        ageless(lambda subject, standing: telling.day(subject, standing.case.contract.sign_by)),
    ),
    Fact(
        "签约剩余",
        "sign_by_left",
        "离签约截止日还有几个工作日",
        "working days to that last day",
        ageless(telling.sign_by_left),
    ),
    Fact("卡点", "blocker", "卡在什么事上", "what is in the way", of_case(telling.blocker)),
    Fact("等谁", "waiting_for", "现在轮到谁", "whose turn it is", of_case(telling.waiting_for)),
    Fact(
        "卡点预计日",
        "blocker_until",
        "卡点预计哪天解决",
        "when the obstacle should be gone",
        of_case(telling.blocker_until),
    ),
    Fact("爽约日", "missed_days", "约好没到的日子", "the days that were missed", of_case(telling.missed_days)),
    Fact(
        "系统停始",
        "outage_since",
        "政府系统从什么时候停",
        "since when the system is down",
        of_case(telling.outage_since),
    ),
    Fact(
        "系统恢复", "outage_until", "公告说什么时候恢复", "until when, says the notice", of_case(telling.outage_until)
    ),
    Fact(
        "系统该恢复",
        "outage_due",
        "公告说的恢复时间，已经过了",
        "when the notice said that it is back, once that is over",
        of_case(telling.outage_due),
    ),
    Fact(
        "过了的跟进",
        "missed_check",
        "说好去问的时间过了，还没有结果",
        "when the advisor was to ask, once that is over and nothing is noted",
        ageless(telling.missed_check),
    ),
    Fact("缺的材料", "missing_papers", "买家还差的材料", "the buyer's missing papers", of_case(telling.missing_papers)),
    Fact("缺几样", "missing_count", "还差几样", "how many are missing", of_case(telling.missing_count)),
    Fact("材料截止", "papers_due", "材料最晚什么时候交", "when the papers are due", of_case(telling.papers_due)),
    Fact("批贷日", "approved_on", "银行哪天同意的", "the day the bank agreed", of_case(telling.approved_on)),
    Fact(
        "批贷到期日",
        "approval_until",
        "银行的同意到哪天",
        "the day the approval ends",
        ageless(telling.approval_until),
    ),
    Fact(
        "批贷剩余",
        "approval_left",
        "离批贷到期几个日历日",
        "calendar days to that day",
        ageless(telling.approval_left),
    ),
    Fact("放款条件", "release_rule", "银行等什么才放款", "what the bank waits for", of_case(telling.release_rule)),
    Fact(
        "问的步骤",
        "asked_step",
        "买家问的那一步",
        "the step asked about",
        lambda subject: telling.step(subject, subject.about),
    ),
    Fact(
        "问的日期",
        "asked_day",
        "那一步哪天完成或预计；约好了的，连钟点",
        "its day, past or expected; with the hour where one is agreed",
        telling.asked_day,
    ),
    Fact("问的地点", "asked_place", "那一步约在哪里", "the place agreed for it", of_case(agreed.place(agreed.asked))),
    Fact("问的要带", "asked_bring", "那一步要带什么", "what to bring to it", of_case(agreed.bring(agreed.asked))),
    Fact("问的步骤谁办", "asked_owner", "那一步由谁办", "who does it", of_case(telling.asked_owner)),
    Fact(
        "之前还差", "before_asked", "那一步之前还要办什么", "what has to come before it", of_case(telling.before_asked)
    ),
    Fact(
        "当前步骤",
        "current_step",
        "正在办的一步",
        "the step being worked on",
        of_case(lambda subject, standing: telling.step(subject, standing.current)),
    ),
    Fact("当前步骤日期", "current_day", "它预计哪天办好", "when it should be done", of_case(telling.current_day)),
    Fact(
        "当前步骤时间",
        "current_hour",
        "正在办的一步约好的钟点",
        "the hour agreed for it",
        of_case(agreed.hour(agreed.current)),
    ),
    Fact(
        "当前步骤地点", "current_place", "它约在哪里", "the place agreed for it", of_case(agreed.place(agreed.current))
    ),
    Fact("当前步骤要带", "current_bring", "它要带什么", "what to bring to it", of_case(agreed.bring(agreed.current))),
    Fact("后一步", "following_step", "再后面的一步", "the step after that", of_case(telling.following_step)),
    Fact(
        "后续日期",
        "later_dates",
        "后面各步的日期，一步一行",
        "the steps to come, a line each",
        of_case(telling.later_dates),
    ),
    Fact(
        "刚说的日子",
        "told_days",
        "上一句回答里说到的日子，一个一行",
        "the days that the last answer named, a line each",
        told_days.days,
    ),
    Fact(
        "记录的日子",
        "file_days",
        "记录里往后的日子，一个一行",
        "the days to come that are on file, a line each",
        of_case(told_days.on_file),
    ),
    Fact(
        "约好的",
        "every_hour",
        "约好要买家到场的，每件带日子和钟点",
        "all that is agreed with the buyer, each with its day and hour",
        of_case(agreed.every_hour),
    ),
    Fact(
        "答应的时限",
        "promised_by",
        "之前答应过最晚何时有人答复，还没到；用了它不会再开单",
        "by when an answer was promised before, if that is still to come; using it opens no ticket",
        told_days.promised,
    ),
    Fact(
        "刚说的旧日子",
        "told_past_days",
        "上一句回答里说到的、已经过去的日子，一个一行",
        "those that are over, a line each",
        told_days.past_days,
    ),
    Fact("上一步", "last_done", "最近办完的一步", "the step done last", of_case(telling.last_done)),
    Fact("上一步日期", "last_done_day", "它哪天办完的", "the day it was done", of_case(telling.last_done_day)),
    Fact("办公时间", "office_hours", "顾问几点到几点在", "when advisors are there", office.hours, always=True),
    Fact(
        "下班时间",
        "open_until",
        "现在有顾问在的话，在到几点；没人在就没有",
        "until when somebody is there now; unknown while nobody is",
        office.open_until,
    ),
    Fact("下次上班", "opens_at", "现在没人的话，几点起有人", "when somebody is there next", office.opens_at),
    Fact("下次放假", "next_holiday", "下一个假期从哪天到哪天", "the next public holiday", office.next_holiday),
    Fact("调休上班日", "make_up_days", "近两个月要上班的周末", "weekend days worked soon", office.make_up_days),
    Fact(
        "退回的材料",
        "rejected_papers",
        "被退回或过了期的材料",
        "papers that were rejected or have expired",
        of_case(telling.rejected_papers),
    ),
    Fact(
        "选项",
        "offers",
        "可以点的几个问题",
        "the questions offered as buttons",
        lambda subject: dates.listed(list(subject.offers), subject.language) or None,
    ),
)
ENGLISH: Mapping[str, str] = {fact.name(language): fact.en for fact in FACTS for language in LANGUAGES}
BY_NAME: Mapping[str, Mapping[str, Fact]] = {
    "zh": {fact.zh: fact for fact in FACTS},
    "en": {fact.en: fact for fact in FACTS},
}
