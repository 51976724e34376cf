"""Which answer fits the case as it stands?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from bot.wording.conditions import OF_CASE, UNTOLD, holds
from bot.wording.facts import BY_NAME
from bot.wording.render import Rendered, Template, UnknownFact
from bot.wording.spacing import spaced
from bot.wording.subject import PLAIN, Chosen, Manner, Subject, Untold
from bot.wording.tried import manners
from bot.wording.validity import Validity

# Which step is asked about stands in the question; all else that is asked of a case, in its file.
_ON_FILE = {name: frozenset(condition.values) for name, condition in OF_CASE.items() if name != "about"}


@dataclass(frozen=True)
class Purpose:
    """What a file is for that the program asks for by name."""

    zh: str
    en: str


# Replies that belong to no question; each is a file of this name.
NEEDED: Mapping[str, Purpose] = {
    "_welcome": Purpose("没绑定的人点开始", "somebody without a case presses start"),
    "_welcome_back": Purpose("绑定过的人点开始", "a bound buyer presses start"),
    "_unverified": Purpose("没确认身份就问自己的事", "a case question before verification"),
    "_ask_digits": Purpose("点了链接，请输后四位", "the link was opened; asks for four digits"),
    "_link_failed": Purpose("链接或后四位没通过（原因一律不说）", "link or digits failed; never says why"),
    "_linked": Purpose("确认好了", "verified"),
    "_person_only": Purpose("这种情况只由顾问来说", "what only a person may talk about"),
    "_unconfirmed": Purpose("这页规定过了复核期，或不是这个城市的", "a page past its review, or for another city"),
    "_stale": Purpose("资料太久没核对", "the file was not checked for too long"),
    "_conflict": Purpose("两边记录对不上", "two records disagree"),
    "_free_day": Purpose(
        "问那天要不要去，而那天什么也没约", "asked whether to come on a day on which nothing is agreed"
    ),
    "_booked_day": Purpose("问那天要不要去，而那天正约了", "asked whether to come on a day that is agreed"),
    "_what_if": Purpose(
        "问卡着的事要是哪天才好，还来得及吗", "asked what follows if what is in the way is over on a day"
    ),
    "_fallback": Purpose("没听懂，第一次", "not understood, first time"),
    "_fallback_further": Purpose("刚答过一个问题，接着的一句没听懂", "not understood, right after an answer"),
    "_fallback_person": Purpose("没听懂，第二次，请顾问", "not understood, second time; offers a person"),
    "_fallback_again": Purpose("没听懂，第三次起轮流用", "not understood, third time and on, in turn"),
    "_clarify": Purpose("有两三种可能，请点一个", "two or three meanings; asks to pick"),
    "_more": Purpose("一条消息问了三件以上", "more than two questions in one message"),
    "_unbound": Purpose("断开好了", "the chat is disconnected from the case"),
    "_language": Purpose("选语言", "choose a language"),
    "_language_set": Purpose("语言换好了", "the language is changed"),
    "_not_text": Purpose("发来的不是文字", "the message is no text"),
    "_trouble": Purpose("程序出了错，请顾问接手", "the program failed; a person takes over"),
    "_edited": Purpose("改了以前的消息", "an earlier message was edited"),
    "_held": Purpose("顾问已接手，买家又写来", "a person has the chat and the buyer writes again"),
    "_passed_on": Purpose("刚答应请人来答，买家又写来", "a person was promised just now and the buyer writes again"),
    "_broken_promise": Purpose(
        "答应的钟点过了还没人答，买家来问", "the hour that was promised is over, and the buyer says so"
    ),
    "_hold_off": Purpose(
        "出了大事还没答复，买家问签不签、付不付", "nothing is to be signed or paid yet, and the buyer asks whether to"
    ),
    "_hold_papers": Purpose(
        "工作、收入有变，还没答复，买家问材料：收入证明先别交，别的照交",
        "job or income has changed, and papers are asked about: all but the proof of income",
    ),
    "_called_off": Purpose("买家说没有被骗，警告到此为止", "the buyer says that nothing is wrong: the warning ends"),
    "_news": Purpose("买家告诉我们一件事，先转给顾问", "the buyer tells what has happened: it is passed on first"),
    "_unchecked": Purpose(
        "买家说的还在核实，先说一声，再照记录答", "told, not checked yet: said before an answer from the file"
    ),
    "_unchecked_money": Purpose(
        "买家说的还在核实，照记录答的又说到钱：别付两次",
        "told, not checked yet: said before an answer from the file that speaks of money",
    ),
    "_being_checked": Purpose("买家问还在核实的是什么", "the buyer asks what is still being checked"),
    "_until_then_rest": Purpose(
        "家里出了大事，顾问还没来：照记录答之前，先说不用付、不用签",
        "a death in the family, and nobody has come yet: said before an answer from the file",
    ),
    "_until_then_papers": Purpose(
        "工作、收入有变，顾问还没来：收入证明先别交，先别签、别付",
        "job or income has changed, and the advisor has not come yet: no proof of income, no signing, no payment",
    ),
    "_until_then_stop": Purpose(
        "房子、卖家、贷款出了大事，顾问还没来：照记录答之前，先说别付、别签",
        "grave news of the home, the seller or the loan, and nobody has come yet: said before an answer from the file",
    ),
    "_keep_private": Purpose("买家发来证件号、卡号", "the buyer has sent the number of an ID card or a bank card"),
    "_on_the_spot": Purpose(
        "约好的钟点，买家在现场没人接应，马上叫人",
        "at the agreed hour, nobody is there for the buyer: a person is called",
    ),
    "_guess": Purpose("只像一件事、又没把握：先说是猜的", "like one question only, and not sure: that it is a guess"),
    "_unsure": Purpose("答过之后又问一句，拿不准，转给顾问", "not sure of what follows an answer: passed on"),
    "_further": Purpose("答过了，买家又多问了一点，转给顾问", "answered, and the buyer asks something more: passed on"),
    "_follow_up": Purpose("刚答完，只追问一句：几号、确定吗、谁办", "right after an answer: when, sure, who"),
    "_requeued": Purpose("顾问没回或请假，换人接", "the advisor is silent or on leave; others take over"),
    "_returned": Purpose("顾问把聊天交回", "the advisor hands the chat back"),
    "_survey": Purpose("顾问帮过之后问一次", "asked once after a person has helped"),
    "_survey_thanks": Purpose("买家点了评价", "the buyer has rated the help"),
    "_case_changed": Purpose("顾问改了进度", "the advisor has changed the case"),
}


@dataclass(frozen=True)
class Answer:
    """One way to answer: `when` it fits, the text in each language, the questions on its buttons."""

    when: Mapping[str, frozenset[str]]
    texts: Mapping[str, Template]
    buttons: tuple[str, ...] = ()

    @property
    def is_of_case(self) -> bool:
        """Does it ask anything of the case, and not only how the question is put?"""
        return not OF_CASE.keys().isdisjoint(self.when)

    @property
    def tells_of_case(self) -> bool:
        """Does what is on file decide whether it fits, and not only that there is a case? Then its words tell of it."""
        return any(values < _ON_FILE[name] for name, values in self.when.items() if name in _ON_FILE)


@dataclass(frozen=True)
class Piece:
    """A sentence shared by several replies, used like a fact; where no answer fits, it is not said at all."""

    names: Mapping[str, str]
    answers: tuple[Answer, ...]

    def say(self, subject: Subject) -> Rendered | None:
        """The first answer whose conditions hold and whose facts are all known."""
        said = (rendered for _, rendered in _fitting(self.answers, subject, ()))
        return next((one for one in said if isinstance(one, Rendered) and one.text), None)


@dataclass(frozen=True)
class Reply:
    """All ways to answer one question, the last one fitting always; a page of information says when it holds.

    `file`: where an editor finds it, such as `replies/progress/how_long.yaml`.
    """

    id: str
    answers: tuple[Answer, ...]
    validity: Validity | None = None
    file: str = ""

    def asks(self, condition: str) -> bool:
        """Does any answer depend on it?"""
        return any(condition in answer.when for answer in self.answers)

    def is_for(self, untold: Untold) -> bool:
        """Has it an answer of its own for those to whom the case may not be told?"""
        return any(untold in answer.when.get(UNTOLD, ()) for answer in self.answers)

    def manners(self, pieces: Iterable[Piece]) -> tuple[Manner, ...]:
        """Every manner to put the question that some answer, or a piece in one, asks for; the plain one first."""
        asked = (manners(answer.when) for answer in self.with_pieces(pieces))
        return tuple(dict.fromkeys((PLAIN, *chain.from_iterable(asked))))

    def with_pieces(self, pieces: Iterable[Piece]) -> Iterator[Answer]:
        """Its answers, and those of the pieces in them."""
        names = frozenset[str]().union(*(text.names for answer in self.answers for text in answer.texts.values()))
        used = (piece for piece in pieces if not names.isdisjoint(piece.names.values()))
        return chain(self.answers, *(piece.answers for piece in used))

    def choose(self, subject: Subject, pieces: Sequence[Piece]) -> Chosen:
        """The first answer whose conditions hold and whose facts are all known."""
        lacked: list[str] = []
        for place, said in _fitting(self.answers, subject, pieces):
            if isinstance(said, UnknownFact):
                lacked.append(said.fact)
                continue
            text = spaced(said.text) if subject.language == "zh" else said.text
            buttons = self.answers[place].buttons
            return Chosen(text, buttons, self.id, place, said.printed, tuple(lacked), said.tells_of_case)
        raise NothingFits(self.id)


def _fitting(
    answers: Sequence[Answer], subject: Subject, pieces: Sequence[Piece]
) -> Iterator[tuple[int, Rendered | UnknownFact]]:
    """The answers that fit, each with its place, said; or the fact for want of which one cannot be said."""
    for place, answer in enumerate(answers):
        if holds(answer.when, subject):
            template = answer.texts[subject.language]
            names = {piece.names[subject.language]: piece for piece in pieces} if template.names else {}
            said = {name: names[name].say(subject) for name in template.names if name in names}
            known = BY_NAME[subject.language]
            facts = {name: known[name].say(subject) for name in template.names if name in known}
            tells = answer.tells_of_case or any(piece.tells_of_case for piece in said.values() if piece)
            try:
                yield place, replace(template.render(facts, said), tells_of_case=tells)
            except UnknownFact as missing:
                yield place, missing


class NothingFits(LookupError):
    """A reply has no last resort; `signpost check` refuses such a file."""

    def __init__(self, reply: str) -> None:
        super().__init__(f"replies/{reply}.yaml has no answer that always fits. Run `signpost check`.")
