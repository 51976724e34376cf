"""Under which conditions may an answer be given? The names and values that `when` knows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.cases.case import LoanStage
from bot.cases.forecast import Certainty, missing_papers
from bot.cases.milestones import BlockerCode, Deal, Milestone, Role
from bot.cases.progress import Standing, State
from bot.wording import telling
from bot.wording.subject import Subject

YES_NO = ("yes", "no")
_LOAN_KINDS = ("commercial", "provident", "combo")


@dataclass(frozen=True)
class Condition:
    """Something a `when` may ask, the answers it may name, and how to find the answer."""

    values: tuple[str, ...]
    meaning_zh: str
    meaning_en: str
    find: Callable[[Subject, Standing], str]


def _yes(holds: object) -> str:
    return "yes" if holds else "no"


def _asked(subject: Subject, _: Standing) -> str:
    return subject.asked.certainty if subject.asked else Certainty.ABSENT


def _loan_kind(_: Subject, standing: Standing) -> str:
    loan = standing.case.loan
    return "none" if loan is None else loan.kind if loan.kind in _LOAN_KINDS else "other"


CONDITIONS: Mapping[str, Condition] = {
    "state": Condition(
        tuple(State),
        "网签到哪一步：已签、系统停、差材料、被别的事卡住、约好了、在办",
        "where the signing stands",
        lambda _, standing: standing.state,
    ),
    "waiting_for": Condition(
        (*Role, "nobody"),
        "现在轮到谁",
        "whose turn it is",
        lambda _, standing: standing.waiting_for or "nobody",
    ),
    "blocker": Condition(
        (*BlockerCode, "none"),
        "被什么事卡住",
        "what is in the way",
        lambda _, standing: standing.blocker.code if standing.blocker else "none",
    ),
    "asked": Condition(
        tuple(Certainty),
        "问的那一步：办完、约好、有人答应了日子、算得出、只知道大概、不知道、没有这一步",
        "how the day of the step asked about is known",
        _asked,
    ),
    "about": Condition(
        tuple(Milestone),
        "问的是哪一步",
        "which step is asked about",
        lambda subject, _: subject.about or "",
    ),
    "whose": Condition(
        (*Role, "nobody"),
        "问的是谁那边：话里只点了这一位",
        "whose part is asked about: the only person named",
        lambda subject, _: subject.whose or "nobody",
    ),
    "current": Condition(
        (*Milestone, "none"),
        "正在办哪一步",
        "which step is being worked on",
        lambda _, standing: standing.current or "none",
    ),
    "overdue": Condition(
        YES_NO,
        "有没有一步过了期",
        "has the day of any step passed",
        lambda _, standing: _yes(standing.overdue.days > 0),
    ),
    "at_risk": Condition(
        YES_NO,
        "照现在看会不会错过签约截止日或批贷到期日",
        "will the signing miss the contract's last day, or the approval's",
        lambda _, standing: _yes(standing.is_at_risk),
    ),
    "papers": Condition(
        ("missing", "complete"),
        "买家的材料齐不齐",
        "are the buyer's papers complete",
        lambda _, standing: "missing" if missing_papers(standing.case) else "complete",
    ),
    "deal": Condition(tuple(Deal), "二手房还是新房", "resale or new build", lambda _, standing: standing.case.deal),
    "loan": Condition(
        (*LoanStage, "none"),
        "银行说到哪一步",
        "what the bank has said",
        lambda _, standing: standing.case.loan.stage if standing.case.loan else "none",
    ),
    "loan_kind": Condition(
        (*_LOAN_KINDS, "other", "none"),
        "哪一种贷款：商贷、公积金、组合贷",
        "commercial, provident fund or a combination of both",
        _loan_kind,
    ),
    "rejected": Condition(
        YES_NO,
        "有没有材料被退回或过期",
        "was a paper rejected, or has one expired",
        lambda subject, standing: _yes(telling.rejected_papers(subject, standing)),
    ),
    "loan_first": Condition(
        YES_NO,
        "这个城市先批贷再网签吗",
        "does the bank decide before the signing here",
        lambda _, standing: _yes(standing.view.profile.loan_first()),
    ),
}


def holds(when: Mapping[str, frozenset[str]], subject: Subject) -> bool:
    """Does everything hold that a `when` asks? Without a case to speak of, only an empty one does."""
    if not when:
        return True
    standing = subject.standing
    if standing is None:
        return False
    return all(CONDITIONS[name].find(subject, standing) in values for name, values in when.items())
