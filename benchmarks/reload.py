"""Does the bot go on answering, rightly and in time, while saved files take the place of the live ones?

`python -m benchmarks.reload`: people write at a steady rate, one editor saves again and again: one reply, all replies,
one question with a new example, or one with a new rule. The full check comes before each, said in the scenes of the
shipped sample cases. `--shipped`: the same for the shipped content, and for a new word and a new question as well.
"""

import argparse
import shutil
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from threading import Event
from typing import ClassVar

from benchmarks.product import utterances
from bot.cases.case import CHINA
from bot.config import loading
from bot.config.inspection import setting
from bot.content.aside import Aside
from bot.content.editions import read_edition
from bot.content.folders import Folders
from bot.content.judgement import Loaded
from bot.content.live import Live, open_live
from bot.dialogue.house import House
from bot.dialogue.intent import OWN_QUESTIONS
from bot.dialogue.messages import Incoming
from bot.dialogue.messages import Kind as Sent
from bot.publishing import Publisher
from bot.store.books import Books, open_books
from bot.turns.buyer import Turn

_ROOT = Path(__file__).parents[1]
_NOW = datetime(2026, 11, 23, 10, 0, tzinfo=CHINA)
_CHATS = 2000
_HEAD = "rules:\n  zh:\n"
_EXAMPLES = "examples:\n  zh:\n"


@dataclass(frozen=True)
class Answer:
    """When a message was to be answered, how long it took (s), and of which question and edition the reply was."""

    due: float
    took: float
    asked: int
    told: str
    version: str


class Kind(StrEnum):
    """What is saved at a time."""

    REPLY = "one reply"
    REPLIES = "all replies"
    QUESTION = "one question"
    RULE = "one rule"
    WORD = "one word"
    NEW = "a new question"


@dataclass
class Installation:
    """Content of many questions, each with words of its own; each reply says how often it was saved.

    `marks`: for each version, what every reply says.
    """

    KINDS: ClassVar[Sequence[Kind]] = (Kind.REPLY, Kind.REPLIES, Kind.QUESTION, Kind.RULE)

    folder: Path
    questions: int
    saved: list[int] = field(default_factory=list)
    marks: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def folders(self) -> Folders:
        """Where the files are."""
        return Folders(self.folder / "intents", self.folder / "replies")

    def lay_out(self) -> None:
        """The shipped replies of no question, and as many questions as are wanted, with eight examples each."""
        for folder in (self.folders.intents, self.folders.replies):
            folder.mkdir(parents=True)
        # The tone's exceptions name shipped questions.
        for path in set((_ROOT / "replies").glob("_*.yaml")) - {_ROOT / "replies" / "_tone.yaml"}:
            kept = "".join(line for line in path.read_text("utf-8").splitlines(keepends=True))
            (self.folders.replies / path.name).write_text(_without_buttons(kept), "utf-8")
        (self.folders.replies / "_tone.yaml").write_text("{}\n", "utf-8")
        for name in ("_thresholds", "_follow_ups"):
            shutil.copy(_ROOT / "intents" / f"{name}.yaml", self.folders.intents)
        for number in range(self.questions):
            text = _question(_word(number), f"word{number}")
            (self.folders.intents / f"question_{number}.yaml").write_text(text, "utf-8")
        for name in OWN_QUESTIONS:
            (self.folders.intents / f"{name}.yaml").write_text(_question(name, name), "utf-8")
            (self.folders.replies / f"{name}.yaml").write_text(f"answers:\n  - zh: {name}\n    en: {name}\n", "utf-8")
        self.saved = [0] * self.questions
        for number in range(self.questions):
            self._write(number)

    def save(self, kind: Kind, time: int) -> None:
        """Change something, for the so manieth time."""
        match kind:
            case Kind.QUESTION:
                path = self.folders.intents / f"question_{time % self.questions}.yaml"
                example = f"    - {_word(time % self.questions)}什么时候轮到第{time}个\n"
                path.write_text(path.read_text("utf-8").replace(_EXAMPLES, _EXAMPLES + example), "utf-8")
            case Kind.RULE:
                path = self.folders.intents / f"question_{time % self.questions}.yaml"
                rule = f"    - another{time}\n"
                path.write_text(path.read_text("utf-8").replace(_HEAD, _HEAD + rule), "utf-8")
            case _:
                for number in range(self.questions) if kind == Kind.REPLIES else [time % self.questions]:
                    self.saved[number] += 1
                    self._write(number)

    def message(self, number: int) -> tuple[int, str]:
        """The question that is asked at the so manieth time, and how."""
        asked = number * 7 % self.questions
        return asked, f"{_word(asked)}要多久"

    def is_wrong(self, answer: Answer) -> bool:
        """Of another question, or in the words of another edition than the books say?"""
        said = self.marks.get(answer.version)
        return said is None or answer.told.replace(" ", "") != f"第{answer.asked}问第{said[answer.asked]}版。"

    def _write(self, number: int) -> None:
        text = f"第{number}问第{self.saved[number]}版。"
        path = self.folders.replies / f"question_{number}.yaml"
        english = f"Question {number}, version {self.saved[number]}."
        path.write_text(f"answers:\n  - zh: {text}\n    en: {english}\n", "utf-8")


class Shipped(Installation):
    """The shipped content, asked what testers wrote to it; of an answer we only know whether its version was live."""

    KINDS = (Kind.REPLY, Kind.QUESTION, Kind.RULE, Kind.WORD, Kind.NEW)

    def lay_out(self) -> None:
        """A copy of the files."""
        for own, folder in ((_ROOT / "intents", self.folders.intents), (_ROOT / "replies", self.folders.replies)):
            shutil.copytree(own, folder)
        self._messages = utterances("zh")

    def save(self, kind: Kind, time: int) -> None:
        """Change something, for the so manieth time."""
        intents, replies = self.folders.intents, self.folders.replies
        taxes = next(intents.rglob("taxes.yaml"))
        match kind:
            case Kind.REPLY:
                _replace(next(replies.rglob("taxes.yaml")), "\n    zh: |\n", "\n    zh: |\n      您好。\n")
            case Kind.QUESTION:
                _replace(taxes, _EXAMPLES, f"{_EXAMPLES}    - 契税是不是要我{time}个人出啊\n")
            case Kind.RULE:
                _replace(taxes, _HEAD, f"{_HEAD}    - 税单{time} + 交\n")
            case Kind.WORD:
                _replace(intents / "_words.yaml", "  zh:\n", f"  zh:\n    - 乓乒{_word(time)}\n")
            case _:
                (intents / f"new_{time}.yaml").write_text(_question(_word(time), f"word{time}"), "utf-8")
                reply = "answers:\n  - zh: 请问顾问。\n    en: Please ask your advisor.\n"
                (replies / f"new_{time}.yaml").write_text(reply, "utf-8")

    def message(self, number: int) -> tuple[int, str]:
        """The next of the messages."""
        return 0, self._messages[number % len(self._messages)]

    def is_wrong(self, answer: Answer) -> bool:
        """Of no edition that was live?"""
        return answer.version not in self.marks


def _replace(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def _without_buttons(text: str) -> str:
    """A reply of the shipped ones, without buttons that lead to shipped questions."""
    lines: list[str] = []
    is_button = False
    for line in text.splitlines():
        is_button = line.strip() == "buttons:" or (is_button and line.lstrip().startswith("- ") and ":" not in line)
        lines += [] if is_button else [line]
    return "\n".join(lines) + "\n"


def _word(number: int) -> str:
    """A word of its own for each question: three characters that nobody else has in this order."""
    first, second, third = number // 400, number // 20 % 20, number % 20
    return "".join(chr(0x4E00 + 977 * (1 + digit) + 31 * place) for place, digit in enumerate((first, second, third)))


def _question(word: str, english: str) -> str:
    ways = ("怎么办", "要多久", "在哪办", "要带什么", "谁来办", "多少钱", "能不能快点", "办好了吗")
    examples = "\n".join(f"    - {word}{way}" for way in ways)
    return (
        f"title:\n  zh: {word}\n  en: {english}\n{_HEAD}    - {word}\n  en:\n    - {english}\n"
        f"{_EXAMPLES}{examples}\n  en:\n    - how does {english} go\n    - where is {english}\n    - {english}, when\n"
    )


@dataclass
class Crowd:
    """People who write at a steady rate, whatever happens."""

    turn: Turn
    books: Books
    rate: float
    installation: Installation
    is_over: Event = field(default_factory=Event)

    def write(self) -> list[Answer]:
        """Until it is over: one message after the other, each at its time or as soon after as the bot has time."""
        start, answers = time.perf_counter(), list[Answer]()
        number = 0
        while not self.is_over.is_set():
            due = start + number / self.rate
            time.sleep(max(0.0, due - time.perf_counter()))
            answers.append(self._ask(number, due))
            number += 1
        return answers

    def _ask(self, number: int, due: float) -> Answer:
        asked, text = self.installation.message(number)
        incoming = Incoming(number, number % _CHATS + 1, Sent.TEXT, text)
        decision = self.turn.take(incoming, _NOW)
        took = time.perf_counter() - due
        say = decision.says[0] if decision else None
        version = say.account.version if say and say.account else ""
        return Answer(due, took, asked, say.plain if say else "", version)


def measure(
    kind: type[Installation], questions: int, rate: float, reloads: int
) -> tuple[Mapping[Kind, list[float]], list[Answer], int]:
    """How long each reload took (s, from the second look on), all answers, and how many of them were wrong."""
    with TemporaryDirectory() as folder:
        installation = kind(Path(folder), questions)
        installation.lay_out()
        books = open_books("sqlite:///books.db", Path(folder))
        config = loading.load(_ROOT / "config.yaml", {})
        live, aside = open_live(installation.folders, partial(setting, config)), Aside()
        live.judge = aside.judge
        live.study(_NOW.date())
        turn = Turn(books, lambda: House(live.current, config.office, config.calendar, "zh"), config.process)
        crowd = Crowd(turn, books, rate, installation)
        with ThreadPoolExecutor(1) as people:
            writing = people.submit(crowd.write)
            try:
                time.sleep(1)
                seconds = _reload(installation, live, Publisher(live, books), reloads)
            finally:
                crowd.is_over.set()
            answers = writing.result()
        aside.close()
        books.close()
        return seconds, answers, sum(map(installation.is_wrong, answers))


def _reload(installation: Installation, live: Live, publisher: Publisher, times: int) -> Mapping[Kind, list[float]]:
    seconds: dict[Kind, list[float]] = {kind: [] for kind in installation.KINDS}
    installation.marks[live.current.version] = tuple(installation.saved)
    for number in range(1, times + 1):
        for kind in installation.KINDS:
            installation.save(kind, number)
            # Noted before it is live: an answer may come at once.
            installation.marks[read_edition(installation.folders).version] = tuple(installation.saved)
            publisher.refresh(_NOW)
            found, took = _timed(lambda: publisher.refresh(_NOW))
            if not isinstance(found, Loaded):
                raise SystemExit("what was saved did not go live; its findings are above")
            seconds[kind].append(took)
            time.sleep(1)
    return seconds


def _timed(work: Callable[[], object]) -> tuple[object, float]:
    start = time.perf_counter()
    done = work()
    return done, time.perf_counter() - start


def _report(seconds: Mapping[Kind, Sequence[float]], answers: Sequence[Answer], wrong: int) -> str:
    late = quantiles([answer.took for answer in answers], n=100, method="inclusive")
    span = answers[-1].due - answers[0].due
    return (
        "".join(
            f"{kind}: live after {', '.join(f'{took:.2f}' for took in spent)} s\n" for kind, spent in seconds.items()
        )
        + f"answers: {len(answers)}, {len(answers) / span:.0f} a second; wrong or mixed: {wrong}\n"
        f"from due to in the books: median {1000 * late[49]:.0f} ms, 99 % within {1000 * late[98]:.0f} ms, "
        f"worst {1000 * max(answer.took for answer in answers):.0f} ms"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--rate", type=float, default=50, help="messages a second")
    parser.add_argument("--reloads", type=int, default=5)
    parser.add_argument("--shipped", action="store_true", help="the shipped content instead")
    given = parser.parse_args()
    kind = Shipped if given.shipped else Installation
    sys.stdout.write(_report(*measure(kind, given.questions, given.rate, given.reloads)) + "\n")


if __name__ == "__main__":
    main()
