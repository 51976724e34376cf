"""Under which conditions may an answer be given? The names and values that `when` knows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.cases.case import LoanStage
from bot.cases.forecast import Certainty
from bot.cases.milestones import BlockerCode, Deal, Milestone, Role
from bot.cases.progress import Standing
from bot.cases.states import Deadline, State
from bot.wording import telling
from bot.wording.fact import of_case
from bot.wording.follow_up import MEANINGS, FollowUp
from bot.wording.hand_in import HandIn, hand_in
from bot.wording.mentions import mentions
from bot.wording.named import Named, named
from bot.wording.subject import Subject, UntilThen, Untold
from bot.wording.supposing import deadline_then

YES, NO = YES_NO = ("yes", "no")
WHOSE, SUPPOSED, PAST, PAID, NAMED = "whose", "supposed", "past", "paid", "named_day"
HAND_IN, PAPERS, THEN = "hand_in", "papers", "then"
WORKED = "worked"
FOLLOW_UP, MENTIONS = "follow_up", "mentions"
UNTOLD, HALTED, UNTIL_THEN = "untold", "halted", "until_then"
NOBODY, NONE = "nobody", "none"
_OTHER_SIDE = (Role.SELLER, Role.CO_SELLER, Role.DEVELOPER)
_LOAN_KINDS = ("commercial", "provident", "combo")


def _is_among(found: str | None, values: frozenset[str]) -> bool:
    return found in values


@dataclass(frozen=True)
class Condition:
    """Something a `when` may ask, the answers it may name, and how to find the answer: None where none can be.

    `fits`: does what is found agree with what the `when` names? Where `values` are empty, the words are the editor's.
    """

    values: tuple[str, ...]
    meaning_zh: str
    meaning_en: str
    find: Callable[[Subject], str | None]
    fits: Callable[[str | None, frozenset[str]], bool] = _is_among


def _yes(holds: object) -> str:
    return YES if holds else NO


def _asked(subject: Subject, _: Standing) -> str:
    return subject.asked.certainty if subject.asked else Certainty.ABSENT


def _worked(subject: Subject) -> str | None:
    on, calendar = telling.named_on(subject), subject.calendar
    return _yes(calendar.is_working(on)) if on and calendar.knows_day(on) else None


def _their_papers(_: Subject, standing: Standing) -> str:
    if Milestone.DOCS_READY in standing.view.over:
        return "complete"
    return "missing" if any(standing.missing_papers(owner) for owner in _OTHER_SIDE) else "unmarked"


def _loan_kind(_: Subject, standing: Standing) -> str:
    loan = standing.case.loan
    return NONE if loan is None else loan.kind if loan.kind in _LOAN_KINDS else "other"


# How the question is put.
OF_MANNER: Mapping[str, Condition] = {
    WHOSE: Condition(
        (*Role, NOBODY),
        "问的是谁那边：话里只点了这一位",
        "whose part is asked about: the only person named",
        lambda subject: subject.manner.whose or NOBODY,
    ),
    SUPPOSED: Condition(
        YES_NO,
        "是不是还没发生、只是怕会发生（要是、万一、会不会）",
        "does the buyer only ask what would be if it happened (what if)",
        lambda subject: _yes(subject.manner.supposed),
    ),
    PAST: Condition(
        YES_NO,
        "问的是不是已经过去的事（上次为什么没签成）",
        "does the buyer ask about what is over (why was it not signed last time)",
        lambda subject: _yes(subject.manner.past),
    ),
    NAMED: Condition(
        tuple(Named),
        "买家点了一个日子：在它之前办好、那之前办不到；问的是不是那天：正是、不是；不是约好的那天：晚过合同截止日、那天不上班；没约的：要更晚、还没定",
        "the buyer names a day: done before it, or not by then; or asks whether it is on it: it is, or on another; not "
        "the agreed one: the contract ends before, nobody works then; nothing agreed: it comes later, or is open",
        named,
    ),
    WORKED: Condition(
        YES_NO,
        "买家点的那一天上不上班（放假、周末、补班都算进去）",
        "is the day that the buyer names a working day, with holidays and make-up days",
        _worked,
    ),
    HAND_IN: Condition(
        tuple(HandIn),
        "买家点了交材料的日子：赶得上、过了截止、那天不上班",
        "the buyer names a day on which to hand in the missing papers: in time, too late, nobody works then",
        of_case(hand_in),
    ),
    FOLLOW_UP: Condition(
        tuple(FollowUp),
        "刚答完，只追问一句：" + "、".join(zh for zh, _ in MEANINGS.values()),
        "right after the answer only this is asked of it: " + ", ".join(en for _, en in MEANINGS.values()),
        lambda subject: subject.manner.follow_up,
    ),
    PAID: Condition(
        YES_NO,
        "买家说没说自己已经付了钱（首付我打过去了）",
        "does the buyer say to have paid (I sent the down payment)",
        lambda subject: _yes(subject.manner.paid),
    ),
    MENTIONS: Condition(
        (),
        "话里说到这些词里的一个：护照、passport；几样都要说到的用加号：身份证 + 丢、过期",
        "the message holds one of these words: 护照、passport; "
        "a plus joins what must all be said: id card + lost / expired",
        lambda subject: subject.manner.said,
        mentions,
    ),
}
OF_CASE: Mapping[str, Condition] = {
    "state": Condition(
        tuple(State),
        "网签到哪一步：已签、系统停、差材料、被别的事卡住、约好了、在办",
        "where the signing stands",
        of_case(lambda _, standing: standing.state),
    ),
    "waiting_for": Condition(
        (*Role, NOBODY),
        "现在轮到谁",
        "whose turn it is",
        of_case(lambda _, standing: standing.waiting_for or NOBODY),
    ),
    "blocker": Condition(
        (*BlockerCode, NONE),
        "被什么事卡住",
        "what is in the way",
        of_case(lambda _, standing: standing.blocker.code if standing.blocker else NONE),
    ),
    "asked": Condition(
        tuple(Certainty),
        "问的那一步：办完、约好、有人答应了日子、算得出、只知道大概、不知道、没有这一步",
        "how the day of the step asked about is known",
        of_case(_asked),
    ),
    "about": Condition(
        tuple(Milestone),
        "问的是哪一步",
        "which step is asked about",
        of_case(lambda subject, _: subject.about or ""),
    ),
    "current": Condition(
        (*Milestone, NONE),
        "正在办哪一步",
        "which step is being worked on",
        of_case(lambda _, standing: standing.current or NONE),
    ),
    "begun": Condition(
        YES_NO,
        "约好的钟点是不是到了，办成没有还没登记",
        "has the agreed hour come, with nothing on file yet of how it went",
        of_case(lambda _, standing: _yes(standing.has_begun)),
    ),
    "overdue": Condition(
        YES_NO,
        "有没有一步过了期",
        "has the day of any step passed",
        of_case(lambda _, standing: _yes(standing.overdue.days > 0)),
    ),
    "at_risk": Condition(
        YES_NO,
        "照现在看会不会错过签约截止日或批贷到期日",
        "will the signing miss the contract's last day, or the approval's",
        of_case(lambda _, standing: _yes(standing.is_at_risk)),
    ),
    "deadline": Condition(
        tuple(Deadline),
        "合同约定最晚签的那天：没有、还赶得上、照现在看会晚过、已经过了",
        "the contract's last day: none, can be kept, will be missed as things stand, is over",
        of_case(lambda _, standing: standing.deadline),
    ),
    THEN: Condition(
        tuple(Deadline),
        "卡着的事要是买家点的那一天才好，合同最晚签的那天：没有、还赶得上、会晚过、已经过了",
        "the contract's last day, if what is in the way is over on the day that the buyer names",
        of_case(deadline_then),
    ),
    PAPERS: Condition(
        ("missing", "complete"),
        "买家的材料齐不齐",
        "are the buyer's papers complete",
        of_case(lambda _, standing: "missing" if standing.missing_papers() else "complete"),
    ),
    "their_papers": Condition(
        ("complete", "missing", "unmarked"),
        "卖家（开发商）的材料：两边都齐了、还差、没记着差什么",
        "the other side's papers: both sides' are complete, some are missing, none is noted as missing",
        of_case(_their_papers),
    ),
    "deal": Condition(
        tuple(Deal), "二手房还是新房", "resale or new build", of_case(lambda _, standing: standing.case.deal)
    ),
    "loan": Condition(
        (*LoanStage, NONE),
        "银行说到哪一步",
        "what the bank has said",
        of_case(lambda _, standing: standing.case.loan.stage if standing.case.loan else NONE),
    ),
    "loan_kind": Condition(
        (*_LOAN_KINDS, "other", NONE),
        "哪一种贷款：商贷、公积金、组合贷",
        "commercial, provident fund or a combination of both",
        of_case(_loan_kind),
    ),
    "rejected": Condition(
        YES_NO,
        "有没有材料被退回或过期",
        "was a paper rejected, or has one expired",
        of_case(lambda subject, standing: _yes(telling.rejected_papers(subject, standing))),
    ),
    "loan_first": Condition(
        YES_NO,
        "这个城市先批贷再网签吗",
        "does the bank decide before the signing here",
        of_case(lambda _, standing: _yes(standing.view.profile.loan_first())),
    ),
}
# What holds for everybody, too, whose case may not be spoken of.
_OF_CHAT: Mapping[str, Condition] = {
    HALTED: Condition(
        YES_NO,
        "出了大事、已经请人来看，还没答复：先别付钱、别签字",
        "was a person called for something grave and has not answered: nothing is to be paid or signed until then",
        lambda subject: _yes(subject.halted),
    ),
    "unsettled": Condition(
        YES_NO,
        "同上，或者买家刚转述的话（卖家说不来了）还在核实：约好的不一定作数",
        "the same, or is it still being checked what others told the buyer (the seller will not come): what is booked "
        "may not stand",
        lambda subject: _yes(subject.halted or subject.unsettled),
    ),
    UNTIL_THEN: Condition(
        (*UntilThen, NONE),
        "请来的人答复之前怎么办：先不用付、不用签（有人去世、病重）；先别付、别签；连收入证明也先别交；没有这样的事",
        "what holds until the person called has answered: no need to pay or sign (a death); pay and sign nothing; hand "
        "in no proof of income either; nothing of the kind",
        lambda subject: subject.until_then or NONE,
    ),
    "awaited": Condition(
        YES_NO,
        "出了大事、马上有人来，还没来",
        "was a person called at once for something grave, and has not come yet",
        lambda subject: _yes(subject.awaited),
    ),
    UNTOLD: Condition(
        tuple(Untold),
        "为什么不说这个案子：没确认是谁、太久没核对、两边记录对不上、刚说完又多问一点",
        "why the case is not spoken of: we do not know who asks; it was not checked for too long; records disagree; "
        "it was told a moment ago, and more is asked",
        lambda subject: subject.untold,
    ),
}
CONDITIONS: Mapping[str, Condition] = {**OF_CASE, **OF_MANNER, **_OF_CHAT}


def holds(when: Mapping[str, frozenset[str]], subject: Subject) -> bool:
    """Does everything hold that a `when` asks? Without a case to speak of, nothing that is asked of one does."""
    return all(CONDITIONS[name].fits(CONDITIONS[name].find(subject), values) for name, values in when.items())
