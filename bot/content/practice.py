"""Which conversations can be practised? (`practice/*.yaml`)"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bot.cases.case import Case
from bot.cases.languages import LANGUAGES
from bot.cases.milestones import Milestone, Role
from bot.cases.office import Priority
from bot.cases.process import Process
from bot.cases.progress import Standing, stand
from bot.content.folders import ENDING, called, rightly, yaml_files
from bot.content.problems import Place, Problem, has_errors
from bot.content.reader import Reader, suggestion
from bot.content.references import check_turn, read_reference
from bot.content.shapes import (
    MOMENT,
    TEXT,
    TEXTS,
    YES_OR_NO,
    Choice,
    Key,
    Many,
    Record,
    both,
    needed,
    values,
)
from bot.content.source import Fields, Items, Node, Text, read
from bot.content.tone.words import ToneSection, ToneWords
from bot.desk.practice.scenario import Exercise, Move, NextStep, Practice, Scenario, ScenarioTurn
from bot.desk.practice.words import WORDS, Words
from bot.dialogue.house import House
from bot.wording.facts import BY_NAME

_NEXT: Mapping[str, Key] = {
    "who": Key("谁做", "who does it", Choice(tuple(Role)), is_needed=True),
    "when": Key("时间是哪个事实", "the fact that says when", TEXT, is_needed=True),
}
_TURN: Mapping[str, Key] = {
    "buyer": Key("买家写的话", "what the buyer writes", both(TEXT), is_needed=True),
    "move": Key(
        "写完接着做什么：回复就够、接手并请负责人、记进案子、退回机器人",
        "what is right to do besides writing: nothing, call in the lead, note it, hand back",
        Choice(tuple(Move)),
        is_needed=True,
    ),
    "priority": Key("算「回复时限」用；不写是 P2", "sets the fact reply_by; P2 if left out", Choice(tuple(Priority))),
    "about": Key("「问的日期」指哪一步", "the step that the facts asked_… mean", Choice(tuple(Milestone))),
    "status": Key("yes：回复要说截至什么时候", "yes: the reply has to say how fresh it is", YES_OR_NO),
    "facts": Key("必须说到的事实，中英文名都行", "facts that must be told, by either name", TEXTS),
    "next_step": Key("下一步", "the next step", Record(_NEXT)),
    "says": Key(
        "必须说到的话；用「 / 」隔开的，说到一个就行",
        "phrases that must occur; of those parted by ' / ' one will do",
        both(TEXTS),
    ),
    "never": Key("不能说的词", "words that must not occur", both(TEXTS)),
    "reply": Key("参考回复，写法跟 replies/ 一样", "the reference reply, a template as in replies/", both(TEXT)),
    "fixed": Key(
        "不写 reply，就写 replies/ 里一个定好的回答的文件名",
        "instead of reply: the file name of a reply that is given word for word",
        TEXT,
    ),
}
KEYS: Mapping[str, Key] = {
    "title": Key("标题", "the title", both(TEXT), is_needed=True),
    "case": Key("哪个样例案子，例如 C-DEMO-03", "which case, e.g. C-DEMO-03", TEXT, is_needed=True),
    "now": Key("什么时候，例如 2026-09-22 15:00", "when, e.g. 2026-09-22 15:00", MOMENT, is_needed=True),
    "who": Key(
        "买家是谁、什么心情，顾问私下知道什么",
        "who the buyer is, the mood, what the advisor knows in private",
        both(TEXT),
        is_needed=True,
    ),
    "turns": Key("买家的话，一句一项", "one entry for each message of the buyer", Many(Record(_TURN)), is_needed=True),
}
_SOURCES = {"reply", "fixed"}
_OR = " / "


@dataclass(frozen=True)
class PracticeSetting:
    """The cases that scenarios are played about, the order of the steps, the house, and the word lists by language."""

    cases: Mapping[str, Case]
    process: Process
    house: House
    words: Mapping[str, Words] = field(default_factory=lambda: WORDS)


def coached_by(tone: ToneWords) -> Mapping[str, Words]:
    """The coach's lists with the editors' own: it praises nothing that `signpost check` would find in a reply."""
    return {language: _with_tone(words, tone, language) for language, words in WORDS.items()}


def _with_tone(words: Words, tone: ToneWords, language: str) -> Words:
    def also(own: tuple[str, ...], *sections: ToneSection) -> tuple[str, ...]:
        listed = (word for section in sections for word in tone.of(section, language).instead)
        return tuple(dict.fromkeys((*own, *listed)))

    return replace(
        words,
        stiff_starts=also(words.stiff_starts, ToneSection.RULE_FIRST),
        promises=also(words.promises, ToneSection.PROMISE),
        blame=also(words.blame, ToneSection.BLAME, ToneSection.VERDICT),
        vague=also(words.vague, ToneSection.VAGUE_TIME),
        address=also(words.address, ToneSection.ADDRESS),
    )


def read_practice(folder: Path, stage: PracticeSetting) -> tuple[Practice, list[Problem]]:
    """The scenarios of a folder, by file name, and everything wrong with it; with problems, some may be missing."""
    reader = Reader()
    if not folder.is_dir():
        reader.report("missing-folder", Place(str(folder)))
    scenarios = {}
    for path in (path for path in yaml_files(folder) if path.parent == folder):
        file = called(path, folder)
        if path.suffix != ENDING:
            reader.report("wrong-ending", Place(file), name=path.name, instead=rightly(path))
            continue
        node, problems = read(path, file)
        reader.problems += problems
        if node and (scenario := _Script(reader, stage).scenario(path.stem, node)):
            scenarios[path.stem] = scenario
    return Practice(scenarios, stage.house, stage.words), sorted(set(reader.problems))


@dataclass
class _Script:
    """Reads one file."""

    reader: Reader
    stage: PracticeSetting
    standing: Standing | None = field(default=None, init=False)
    # Where the turn being read asks for which facts, by their English names.
    asked: dict[str, Place] = field(default_factory=dict, init=False)

    def scenario(self, name: str, node: Node) -> Scenario | None:
        """The scenario; None (and findings) where it is not whole."""
        before = len(self.reader.problems)
        fields = self.reader.fields(node, KEYS, required=needed(KEYS))
        titles = self._said(fields.get("title"), "title")
        who = self._said(fields.get("who"), "who")
        self.standing = self._standing(fields)
        entries = self.reader.items(fields.get("turns"))
        if isinstance(fields.get("turns"), Items) and not entries:
            self.reader.report("no-turns", fields["turns"].place)
        turns = [turn for entry in entries if (turn := self._turn(entry))]
        if has_errors(self.reader.problems[before:]) or self.standing is None:
            return None
        return Scenario(name, titles, who, self.standing, tuple(turns))

    def _said(self, node: Node | None, key: str) -> Mapping[str, str]:
        return {language: text.value for language, text in self.reader.texts_by_language(node, key).items()}

    def _standing(self, fields: Mapping[str, Node]) -> Standing | None:
        """Where the case stands at the scenario's moment."""
        now = self.reader.moment(fields.get("now"))
        ref = self.reader.choice(self.reader.text(fields.get("case")), "case", tuple(self.stage.cases))
        if now is None or ref is None:
            return None
        return stand(self.stage.cases[ref], self.stage.process, self.stage.house.calendar, now)

    def _turn(self, node: Node) -> ScenarioTurn | None:
        before = len(self.reader.problems)
        self.asked.clear()
        is_fixed = isinstance(node, Fields) and "fixed" in node.fields
        source = "fixed" if is_fixed else "reply"
        keys = tuple(key for key in _TURN if key not in _SOURCES or key == source)
        fields = self.reader.fields(node, keys, required=(*needed(_TURN), source))
        buyer = self._said(fields.get("buyer"), "buyer")
        choices = self._choices(fields)
        says = {language: tuple(map(_split, texts)) for language, texts in self._phrases(fields, "says").items()}
        never = {language: tuple(map(str, texts)) for language, texts in self._phrases(fields, "never").items()}
        reference = read_reference(fields[source], self.stage.house, self.reader) if source in fields else None
        step, facts = self._next_step(fields.get("next_step")), self._facts(fields.get("facts"))
        if has_errors(self.reader.problems[before:]) or reference is None:
            return None
        turn = ScenarioTurn(
            buyer, reply=reference.reply, next_step=step, facts=facts, says=says, never=never, **choices
        )
        if self.standing:
            house, words = self.stage.house, self.stage.words
            scenes = [Exercise(house, self.standing, turn, language, words[language]) for language in LANGUAGES]
            check_turn(scenes, reference, self.asked, self.reader)
        return turn

    def _choices(self, fields: Mapping[str, Node]) -> dict[str, Any]:
        """What is one of a few words."""
        kinds = {"move": Move, "priority": Priority, "about": Milestone}
        read = {name: self._choice(fields[name], name, values(_TURN, name)) for name in kinds if name in fields}
        found: dict[str, Any] = {name: kinds[name](value) for name, value in read.items() if value}
        status = self._choice(fields["status"], "status", values(_TURN, "status")) if "status" in fields else None
        return {**found, "tells_status": status == "yes"}

    def _choice(self, node: Node | None, key: str, allowed: tuple[str, ...]) -> str | None:
        return self.reader.choice(self.reader.text(node), key, allowed)

    def _next_step(self, node: Node | None) -> NextStep | None:
        if node is None:
            return None
        fields = self.reader.fields(node, _NEXT, required=needed(_NEXT))
        who = self._choice(fields.get("who"), "who", values(_NEXT, "who"))
        text = self.reader.text(fields.get("when"))
        when = self._fact(text) if text else None
        return NextStep(Role(who), when) if who and when else None

    def _facts(self, node: Node | None) -> tuple[str, ...]:
        texts = self.reader.texts(node) if node else ()
        return tuple(name for text in texts if (name := self._fact(text)))

    def _fact(self, text: Text) -> str | None:
        """A fact by its English name, whichever of its names was written."""
        found = next((names[text.value] for names in BY_NAME.values() if text.value in names), None)
        if found is None:
            hint = suggestion(text.value, [name for names in BY_NAME.values() for name in names])
            self.reader.report("unknown-fact", text.place, fact=text.value, **hint)
            return None
        self.asked[found.en] = text.place
        return found.en

    def _phrases(self, fields: Mapping[str, Node], key: str) -> Mapping[str, list[str]]:
        if key not in fields:
            return {}
        read = self.reader.by_language(fields[key], key)
        return {language: [text.value for text in self.reader.texts(node)] for language, node in read.items()}


def _split(phrase: str) -> tuple[str, ...]:
    """The alternatives of a phrase."""
    return tuple(part.strip() for part in phrase.split(_OR) if part.strip())
