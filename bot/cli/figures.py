"""How are the figures of an evaluation shown, to people and to programs?"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from bot.matching.evaluation import (
    Alarms,
    Confusion,
    Point,
    Tally,
    alarms,
    confusions,
    point,
    row,
    tallies,
    tally,
    wanted,
)
from bot.matching.fitting import MOST_WRONG, wrong_share
from bot.matching.thresholds import Thresholds
from bot.matching.trial import Grade, Judged

_MOST_PAIRS = 20
_OUTCOMES = ("correct", "asked", "wrong", "declined")
_WORDS: Mapping[str, tuple[str, str]] = {
    "messages": ("条数", "messages"),
    "message": ("消息", "message"),
    "buttons": ("按钮", "buttons"),
    "correct": ("答对", "correct"),
    "asked": ("按钮里有", "asked"),
    "wrong": ("答错", "wrong"),
    "declined": ("没答", "declined"),
    "language": ("语言", "language"),
    "intent": ("问题", "question"),
    "wanted": ("应该是", "wanted"),
    "answered": ("答成了", "answered"),
    "count": ("次数", "count"),
    "sample": ("例如", "for example"),
    "sure": ("sure", "sure"),
    "share": ("回答的占", "answered"),
    "precision": ("其中答对", "precision"),
    "present": ("← 现在", "← now"),
    "all": ("合计", "all"),
    "thresholds": ("阈值", "thresholds"),
    "before": ("现在", "now"),
    "after": ("找到的", "found"),
}
_SENTENCES: Mapping[str, tuple[str, str]] = {
    "by_language": ("按语言", "By language"),
    "by_intent": ("没有全答对的问题（另有 {perfect} 个全对）", "Questions not always right ({perfect} more are)"),
    "confusions": ("混淆（共 {pairs} 对；全部见 --json）", "Confused pairs ({pairs}; all of them with --json)"),
    "missed": (
        "没有答对的 {missed} 条（最多列 {most} 条；全部见 --json）",
        "Not answered rightly: {missed} (the first {most}; all of them with --json)",
    ),
    "curve": (
        "换一个 sure 会怎样（alone 跟着一起移）",
        "What another `sure` would do (`alone` moves along)",
    ),
    "answered": (
        "现在的阈值：回答 {answered}，其中答对 {precision}，全部里答错 {wrong}。",
        "At the present thresholds {answered} are answered, {precision} of them right; {wrong} of all are wrong.",
    ),
    "not_ours": (
        "不归我们管的 {messages} 条：没答 {correct}，给了按钮 {asked}，答了 {wrong}。",
        "Not ours, {messages} messages: {correct} declined, {asked} asked, {wrong} answered.",
    ),
    "alarms": (
        "必须马上请人的 {wanted} 条：找到 {found}，误报 {false}。",
        "A person must come at once for {wanted} messages: {found} found, {false} false alarms.",
    ),
    "still_wrong": (
        "答错的仍然超过 {limit:.0%}：光靠阈值不够，要补规则和例句。",
        "More than {limit:.0%} are wrong still: no threshold cures that; rules and examples do.",
    ),
    "findings": ("有 {findings} 处写错，那几条消息没有算进去。", "{findings} findings: those messages are left out."),
}


@dataclass(frozen=True)
class Figures:
    """All messages judged, what other thresholds would do, and the intents that call a person at once."""

    judged: Sequence[Judged]
    points: Sequence[Point]
    thresholds: Thresholds
    escalating: AbstractSet[str]
    findings: int = 0

    @property
    def ours(self) -> list[Judged]:
        """The messages that ask something we know."""
        return [entry for entry in self.judged if entry.message.is_ours]

    @property
    def missed(self) -> list[Judged]:
        """The messages that were not answered rightly, in their order."""
        return [entry for entry in self.judged if entry.outcome != Grade.CORRECT]

    @property
    def not_ours(self) -> Tally:
        """What became of the others."""
        return tally(entry for entry in self.judged if not entry.message.is_ours)

    @property
    def present(self) -> Point:
        """The present place on the curve."""
        return point(self.thresholds.sure, self.judged)

    @property
    def alarms(self) -> Alarms:
        """How well urgent messages are found."""
        return alarms(self.judged, self.escalating)

    @property
    def languages(self) -> Mapping[str, Tally]:
        """Our messages by their language."""
        return tallies(self.ours, lambda entry: entry.language)

    @property
    def intents(self) -> Mapping[str, Tally]:
        """Our messages by their intent."""
        return tallies(self.ours, row)


def as_dict(figures: Figures) -> dict[str, object]:
    """For programs: always the same keys; shares go from 0 to 1."""
    return {
        "messages": len(figures.judged),
        "findings": figures.findings,
        "thresholds": asdict(figures.thresholds),
        "overall": asdict(tally(figures.ours)),
        "languages": {name: asdict(found) for name, found in figures.languages.items()},
        "intents": {name: asdict(found) for name, found in figures.intents.items()},
        "confusions": [asdict(pair) for pair in confusions(figures.judged)],
        "missed": [
            {"text": entry.message.text, "wanted": wanted(entry), "answered": entry.answered, "offered": entry.offered}
            for entry in figures.missed
        ],
        "present": asdict(figures.present),
        "curve": [asdict(found) for found in figures.points],
        "not_ours": asdict(figures.not_ours),
        "escalation": asdict(figures.alarms),
    }


def show(figures: Figures, spoken: str) -> None:
    """Print all tables."""
    telling = {name: found for name, found in figures.intents.items() if found.correct < found.messages}
    worst_first = sorted(telling.items(), key=lambda entry: (entry[1].correct / entry[1].messages, entry[0]))
    by_language = {**figures.languages, _word("all", spoken): tally(figures.ours)}
    perfect = len(figures.intents) - len(telling)
    _print(_sentence("by_language", spoken), _tallies("language", by_language, spoken))
    if telling:
        _print(_sentence("by_intent", spoken, perfect=perfect), _tallies("intent", dict(worst_first), spoken))
    if pairs := confusions(figures.judged):
        _print(_sentence("confusions", spoken, pairs=len(pairs)), _confusions(pairs[:_MOST_PAIRS], spoken))
    if missed := figures.missed:
        _print(_sentence("missed", spoken, missed=len(missed), most=_MOST_PAIRS), _missed(missed[:_MOST_PAIRS], spoken))
    _print(_sentence("curve", spoken), _curve(figures, spoken))
    _print(*_summary(figures, spoken))


def compare(before: Sequence[Judged], after: Sequence[Judged], spoken: str) -> None:
    """Print what becomes of the same messages under other thresholds."""
    found = {_word("before", spoken): tally(before), _word("after", spoken): tally(after)}
    _print(_tallies("thresholds", found, spoken))
    if wrong_share(after) > MOST_WRONG:
        _print(_sentence("still_wrong", spoken, limit=MOST_WRONG))


def _print(*parts: str | Table) -> None:
    """Sentences are not wrapped, tables fit the terminal."""
    console = Console(highlight=False)
    for part in parts:
        console.print(part, soft_wrap=isinstance(part, str), markup=False)


def _summary(figures: Figures, spoken: str) -> list[str]:
    present = figures.present
    shares = {name: f"{getattr(present, name):.1%}" for name in ("answered", "precision", "wrong")}
    lines = [
        _sentence("answered", spoken, **shares),
        _sentence("not_ours", spoken, **asdict(figures.not_ours)),
        _sentence("alarms", spoken, **asdict(figures.alarms)),
    ]
    return [*lines, _sentence("findings", spoken, findings=figures.findings)] if figures.findings else lines


def _tallies(first: str, found: Mapping[str, Tally], spoken: str) -> Table:
    table = _table([first, "messages", *_OUTCOMES], spoken)
    for name, entry in found.items():
        shares = [f"{count} ({count / (entry.messages or 1):.0%})" for count in list(asdict(entry).values())[1:]]
        table.add_row(name, str(entry.messages), *shares)
    return table


def _confusions(pairs: Sequence[Confusion], spoken: str) -> Table:
    table = _table(["wanted", "answered", "count", "sample"], spoken)
    table.columns[1].justify, table.columns[3].justify = "left", "left"
    for pair in pairs:
        table.add_row(pair.wanted, pair.answered, str(pair.count), pair.sample)
    return table


def _missed(missed: Sequence[Judged], spoken: str) -> Table:
    table = _table(["message", "wanted", "answered", "buttons"], spoken)
    for column in table.columns:
        column.justify = "left"
    for entry in missed:
        table.add_row(
            entry.message.text, wanted(entry), ", ".join(entry.answered) or "–", ", ".join(entry.offered) or "–"
        )
    return table


def _curve(figures: Figures, spoken: str) -> Table:
    table = _table(["sure", "share", "precision", "wrong"], spoken)
    table.add_column("")
    for found in figures.points:
        mark = _word("present", spoken) if found.sure == figures.thresholds.sure else ""
        table.add_row(
            f"{found.sure:.2f}", f"{found.answered:.1%}", f"{found.precision:.1%}", f"{found.wrong:.1%}", mark
        )
    return table


def _table(columns: Sequence[str], spoken: str) -> Table:
    """The first column is a name, the others are numbers."""
    table = Table(box=SIMPLE_HEAD)
    for place, name in enumerate(columns):
        table.add_column(_word(name, spoken), justify="right" if place else "left", overflow="fold")
    return table


def _word(name: str, spoken: str) -> str:
    return _WORDS[name][spoken == "en"]


def _sentence(name: str, spoken: str, **values: object) -> str:
    return _SENTENCES[name][spoken == "en"].format(**values)
