"""What does an editor want a new question to be? Asked step by step; what is left empty stays a blank."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import typer

from bot.cases.languages import LANGUAGES, NAMES
from bot.content.phrasings import FEWEST
from bot.content.scaffold import Draft

_Made = TypeVar("_Made")
_SAYS = {
    "zh": {
        "title": "{language}标题（印在按钮上，短一点）",
        "words": "{language}里哪些词一出现，多半就是问这件事？用逗号或顿号分开",
        "examples": "买家会怎么问？{language}，一行一句，至少三句，五到八句更稳；空行结束",
        "answer": "怎么答？{language}，先说答案；几行都行，空行结束",
        "of_case": "要看买家自己的案子才能答吗？",
        "asks_person": "要顾问去问清楚再告诉买家吗？",
        "booked": "约好了签约时间的人，答得不一样吗？",
        "more": "至少三句。",
        "yes_or_no": "请答 y（是）或 n（否）。",
    },
    "en": {
        "title": "Title in {language} (on buttons, so keep it short)",
        "words": "Which {language} words give it away? Parted by commas",
        "examples": "How do buyers ask? In {language}, a sentence a line, at least three, better eight; empty: done",
        "answer": "What is the answer? In {language}, the answer first, in one line or several; empty: done",
        "of_case": "Is it answered from the buyer's own case?",
        "asks_person": "Does an advisor have to find out and tell the buyer?",
        "booked": "Is the answer another one where an hour for the signing is agreed?",
        "more": "Three at least.",
        "yes_or_no": "Please answer y or n.",
    },
}
_YES = {"y", "yes", "是", "是的", "对", "要", "会"}
_NO = {"", "n", "no", "不", "不用", "不要", "不会", "不是", "否", "没有"}
_PARTING = str.maketrans("，、;；/", ",,,,,")


def ask_titles(known: Mapping[str, str], spoken: str) -> Mapping[str, str]:
    """The titles; those that are known are not asked for."""
    asking = _Asking(spoken)
    return {code: known.get(code) or asking.line("title", code) for code in LANGUAGES}


def interview(titles: Mapping[str, str], spoken: str) -> Draft:
    """A question of these titles, by the answers to all that is asked about it."""
    asking = _Asking(spoken)
    words = _each(asking.words)
    examples = _each(lambda code: asking.several("examples", code, fewest=FEWEST))
    of_case = asking.whether("of_case")
    answers = _each(lambda code: asking.several("answer", code))
    is_apart = of_case and asking.whether("booked")
    booked = _each(lambda code: asking.several("answer", code)) if is_apart else None
    return Draft(titles, words, examples, answers, booked, of_case, asking.whether("asks_person"))


def _each(ask: Callable[[str], _Made]) -> Mapping[str, _Made]:
    return {code: ask(code) for code in LANGUAGES}


class _Asking:
    """Asks in the editor's language."""

    def __init__(self, spoken: str) -> None:
        self._says = _SAYS[spoken]
        self._place = LANGUAGES.index(spoken)

    def line(self, key: str, code: str) -> str:
        """One line, which may be empty."""
        return _typed(self._question(key, code))

    def words(self, code: str) -> Sequence[str]:
        """Several words on one line; between Chinese ones a space will do."""
        typed = self.line("words", code).translate(_PARTING)
        parts = typed.replace(" ", ",").split(",") if code == "zh" else typed.split(",")
        return [part.strip() for part in parts if part.strip()]

    def several(self, key: str, code: str, fewest: int = 0) -> Sequence[str]:
        """Lines until an empty one; with too few, one more reminder, and then as few as there are."""
        typer.echo(self._question(key, code))
        found: list[str] = []
        is_reminded = False
        while True:
            if line := _typed(f"  {len(found) + 1}"):
                found.append(line)
            elif len(found) >= fewest or is_reminded:
                return found
            else:
                typer.echo(self._says["more"])
                is_reminded = True

    def whether(self, key: str) -> bool:
        """Yes or no; asked again until it is one of both."""
        while (typed := _typed(f"{self._says[key]} [y/N]").lower()) not in _YES | _NO:
            typer.echo(self._says["yes_or_no"])
        return typed in _YES

    def _question(self, key: str, code: str) -> str:
        return self._says[key].format(language=NAMES[code][self._place])


def _typed(question: str) -> str:
    return str(typer.prompt(question, default="", show_default=False)).strip()
