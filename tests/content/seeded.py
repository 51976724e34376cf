"""Which mistakes do editors and operators make, and what is said of each?

`sound/` holds a small installation without a fault; a mistake replaces one piece of one of its files.
"""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot import rehearsal
from bot.config.loading import BrokenConfig, load
from bot.content import library
from bot.content.case_file import read_cases
from bot.content.checks.every import Setting
from bot.content.dialogues import DialogueReader, DialogueSetting
from bot.content.folders import Folders
from bot.content.labelled import LabelReader
from bot.content.library import inspect
from bot.content.memory import Memory
from bot.content.practice import PracticeSetting, read_practice
from bot.content.problems import Problem
from bot.content.reader import Reader
from bot.content.samples import STRANGER
from bot.dialogue.house import House
from bot.dialogue.intent import OWN_QUESTIONS
from bot.wording.names import SECTIONS
from bot.wording.replies import NEEDED
from tests import samples

_HERE = Path(__file__).parent
_SOUND = _HERE / "sound"
_GREETING = "answers:\n  - zh: 您好。\n    en: Hello.\n"


@cache
def setting() -> Setting:
    """The cities of the sound installation, and two people to say the replies to."""
    scenes = [scene for scene in samples.stage().scenes if scene.name in {STRANGER.name, "C-DEMO-01"}]
    return Setting(date(2026, 11, 23), frozenset({"riverside"}), replace(samples.stage(), scenes=scenes))


@dataclass(frozen=True)
class Mistake:
    """`right` in a sound file becomes `wrong`, and `fix` once it is mended.

    No `right` means the whole file; neither `right` nor `wrong`, that the file stays as it is. `findings` are
    written `2:7 rule`, or `file:2:7 rule` where another file is to blame.
    """

    name: str
    file: str
    findings: tuple[str, ...]
    right: str = ""
    wrong: str | None = ""
    fix: str | None = None
    encoding: str = "utf-8"
    line_end: str = "\n"
    environment: Mapping[str, str] = field(default_factory=dict)
    fixed_environment: Mapping[str, str] = field(default_factory=dict)
    is_new: bool = False

    @property
    def is_content(self) -> bool:
        """Does `signpost check` look at the file?"""
        return self.file.startswith(("intents", "replies"))

    @property
    def mended(self) -> "Mistake":
        """The mistake after its cure was followed."""
        fix = self.right if self.fix is None else self.fix
        return replace(self, wrong=None if self.is_new else fix, encoding="utf-8", environment=self.fixed_environment)


@cache
def mistakes() -> list[Mistake]:
    """All mistakes of the tables."""
    tables = sorted((_HERE / "mistakes").glob("*.yaml"))
    return [_mistake(row) for table in tables for row in yaml.safe_load(table.read_text("utf-8"))]


def _mistake(row: Mapping[str, Any]) -> Mistake:
    finding = row["finding"]
    return Mistake(
        **{name: value for name, value in row.items() if name != "finding"},
        findings=tuple(finding) if isinstance(finding, list) else (finding,),
    )


def build(root: Path, mistake: Mistake | None = None) -> Path:
    """The sound installation, spoilt by a mistake, in an empty folder."""
    shutil.copytree(_SOUND, root, dirs_exist_ok=True)
    for name in OWN_QUESTIONS:
        (root / "intents" / f"{name}.yaml").write_text(question(name.replace("_", " ")), "utf-8")
    for name in (*NEEDED, *OWN_QUESTIONS):
        path = root / "replies" / f"{name}.yaml"
        path.write_text(path.read_text("utf-8") if path.exists() else _GREETING, "utf-8")
    (root / "replies" / "_names.yaml").write_text(_names(), "utf-8")
    if mistake:
        _put_in(root, mistake)
    return root


def question(words: str) -> str:
    """A question that is asked by these words alone."""
    # No word of any other question: scores may not move.
    examples = {"zh": ("xa", "xb", "xc"), "en": ("xd", "xe", "xf")}
    lines = [f"title:\n  zh: {words}\n  en: {words}\nrules:"]
    lines += [f"  {language}:\n    - {words}" for language in examples] + ["examples:"]
    for language, others in examples.items():
        lines += [f"  {language}:", *(f"    - {words} {other}" for other in others)]
    return "\n".join(lines) + "\n"


def _names() -> str:
    """A name for every code that needs one."""
    return "".join(
        f"{section}:\n" + "".join(f"  {code}:\n    zh: 名\n    en: name\n" for code in codes)
        for section, codes in SECTIONS.items()
    )


def _put_in(root: Path, mistake: Mistake) -> None:
    if mistake.wrong is None:
        _remove(root / mistake.file)
    elif mistake.right or mistake.wrong:
        _spoil(root / mistake.file, mistake, mistake.wrong)


def _remove(path: Path) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def _spoil(path: Path, mistake: Mistake, wrong: str) -> None:
    text = path.read_text("utf-8") if path.exists() else ""
    assert mistake.right == "" or text.count(mistake.right) == 1, f"{mistake.name}: not once in {path}"
    spoilt = text.replace(mistake.right, wrong) if mistake.right else wrong
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(spoilt.replace("\n", mistake.line_end).encode(mistake.encoding))


def look(root: Path, mistake: Mistake, memory: Memory | None = None) -> list[Problem]:
    """Everything that is said of the installation that a mistake is in."""
    if mistake.is_content:
        return inspect(Folders(root / "intents", root / "replies"), setting(), memory=memory)[1]
    kind = next((kind for kind in _LOOKS if mistake.file.startswith(kind)), None)
    return _LOOKS[kind](root, mistake.file) if kind else _configured(root, mistake)


def _configured(root: Path, mistake: Mistake) -> list[Problem]:
    try:
        load(root / mistake.file, mistake.environment)
    except BrokenConfig as broken:
        return list(broken.problems)
    return []


def _labels(path: Path, name: str) -> list[Problem]:
    reader = Reader()
    LabelReader({"why", "how_long"}, reader).read(path)
    return [replace(found, place=replace(found.place, file=name)) for found in reader.problems]


def _played(root: Path) -> list[Problem]:
    """What is wrong with the dialogues, else everything that goes otherwise."""
    content, process = library.load(Folders(root / "intents", root / "replies")), samples.config().process
    reader = Reader()
    stage = DialogueSetting(samples.cases(), {}, content.intents.keys(), content.replies.keys())
    dialogues = list(DialogueReader(stage, reader).read_folder(root / "dialogues"))
    house = House(content, samples.config().office, samples.config().calendar, "zh")
    with rehearsal.stage(house, process) as turn:
        found = [*reader.problems, *(found for dialogue in dialogues for found in rehearsal.play(dialogue, turn))]
    within = f"{root}/"
    return [replace(entry, place=replace(entry.place, file=entry.place.file.removeprefix(within))) for entry in found]


def practised(root: Path) -> list[Problem]:
    """Everything that is said of the installation's scenarios, which are played about the shipped samples."""
    config = samples.config()
    content = library.load(Folders(root / "intents", root / "replies"))
    stage = PracticeSetting(samples.cases(), config.process, House(content, config.office, config.calendar, "zh"))
    return read_practice(root / "practice", stage)[1]


_LOOKS: Mapping[str, Callable[[Path, str], list[Problem]]] = {
    "messages": lambda root, file: _labels(root / file, file),
    "dialogues": lambda root, _: _played(root),
    "practice": lambda root, _: practised(root),
    "cases": lambda root, file: list(read_cases(root / file, samples.config().process).problems),
}


class Workshop:
    """A sound installation that is spoilt and mended again and again: what stays as it is, is read once."""

    def __init__(self, folder: Path) -> None:
        self.root = build(folder / "spoilt")
        self._sound = build(folder / "sound")
        self._memory = Memory()
        self._seen: dict[str, tuple[Problem, ...]] = {}

    def seen(self, mistake: Mistake) -> tuple[Problem, ...]:
        """What is said of a mistake, looked at once."""
        if mistake.name not in self._seen:
            self._seen[mistake.name] = self.look(mistake)
        return self._seen[mistake.name]

    def look(self, mistake: Mistake) -> tuple[Problem, ...]:
        """What is said of a mistake; afterwards the installation is sound again."""
        _put_in(self.root, mistake)
        try:
            return tuple(look(self.root, mistake, self._memory))
        finally:
            self._mend(Path(mistake.file))

    def _mend(self, file: Path) -> None:
        known = [path for path in (file, *file.parents) if (self._sound / path).exists()]
        spoilt = [path for path in (file, *file.parents) if path not in known] or [file]
        _remove(self.root / spoilt[-1])
        if (sound := self._sound / file).exists():
            (shutil.copytree if sound.is_dir() else shutil.copy)(sound, self.root / file)


def told(problem: Problem, root: Path, file: str) -> str:
    """A finding as the tables write it."""
    place = problem.place
    named = place.file.removeprefix(f"{root}/")
    return f"{'' if named == file else f'{named}:'}{place.line}:{place.column} {problem.rule}"
