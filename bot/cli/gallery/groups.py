"""Which scenes get the same words? What reads alike in both languages is shown once, with all who get it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import PurePath

from bot.cases.languages import LANGUAGES
from bot.content.problems import Problem
from bot.dialogue.house import House
from bot.review.gaps import Gap, gaps
from bot.review.scenes import Exhibit, Scene, said
from bot.wording.replies import NEEDED

_Pair = tuple[Exhibit, Exhibit]


@dataclass(frozen=True)
class AnswerGroup:
    """One answer in both languages (Chinese first), the scenes that get it, and what is to be mended about it."""

    pair: _Pair
    scenes: tuple[Scene, ...]
    gaps: tuple[Gap, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def fails(self) -> bool:
        """Is there anything to mend?"""
        return bool(self.gaps or self.problems)

    @property
    def lacked(self) -> tuple[str, ...]:
        """The facts for want of which an earlier answer was not said, in both languages."""
        return tuple(dict.fromkeys(fact for said in self.pair if said.chosen for fact in said.chosen.lacked))


@dataclass(frozen=True)
class Section:
    """All answers to one question, those to be mended first."""

    reply: str
    titles: Mapping[str, str]
    groups: tuple[AnswerGroup, ...]

    @property
    def failing(self) -> int:
        """How many groups there are to mend."""
        return sum(group.fails for group in self.groups)


def section(reply: str, scenes: Sequence[Scene], house: House, problems: Iterable[Problem] = ()) -> Section:
    """Everything that is said to one question; `problems` are the checker's about files of `replies/`."""
    own = tuple(problem for problem in problems if PurePath(problem.place.file).stem == reply)
    found: dict[object, list[_Pair]] = {}
    for pair in _telling(reply, scenes, house):
        found.setdefault(tuple(map(_words, pair)), []).append(pair)
    groups = (_group(pairs, house, own) for pairs in found.values())
    return Section(reply, _titles(reply, house), tuple(sorted(groups, key=lambda group: not group.fails)))


def _telling(reply: str, scenes: Sequence[Scene], house: House) -> Iterator[_Pair]:
    """Both languages for every scene; one that differs from the usual in anything only where the words change."""
    usual: dict[str, object] = {}
    for scene in chain.from_iterable(_asked(reply, scene, house) for scene in scenes):
        chinese, english = (said(reply, scene, language, house) for language in LANGUAGES)
        words = (_words(chinese), _words(english))
        if scene.is_usual:
            usual[scene.name] = words
        if scene.is_usual or words != usual.get(scene.name):
            yield chinese, english


def _asked(reply: str, scene: Scene, house: House) -> Iterator[Scene]:
    """The scene; where nothing is left out, once for each manner to put the question that has a say in the answer."""
    manners = house.content.manners(reply) if scene.omission is None else (scene.manner,)
    return (replace(scene, manner=manner) for manner in manners)


def _group(pairs: Sequence[_Pair], house: House, problems: tuple[Problem, ...]) -> AnswerGroup:
    """A finding about a file counts for what comes from it, not for a notice said in its stead."""
    found = dict.fromkeys(gap for pair in pairs for said in pair for gap in gaps(said, house))
    first = pairs[0][0]
    is_own = first.chosen is not None and first.chosen.reply == first.reply
    return AnswerGroup(pairs[0], tuple(chinese.scene for chinese, _ in pairs), tuple(found), problems if is_own else ())


def _words(said: Exhibit) -> object:
    """What a buyer sees, and from which answer it comes."""
    if said.message is None or said.chosen is None:
        return said.trouble
    return said.message.text, said.message.buttons, said.chosen.reply, said.chosen.answer


def _titles(reply: str, house: House) -> Mapping[str, str]:
    """The question in both languages, or what a reply without a question is for."""
    if intent := house.content.intents.get(reply):
        return intent.titles
    purpose = NEEDED.get(reply)
    return {"zh": purpose.zh, "en": purpose.en} if purpose else {"zh": reply, "en": reply}


@dataclass
class Sections:
    """Makes sections, and gives those made before again where nothing that they are made of has changed."""

    scenes: Sequence[Scene]
    shared: object = None
    made: dict[str, tuple[object, Section]] = field(default_factory=dict)

    def of(self, house: House, problems: Sequence[Problem], replies: Iterable[str]) -> Iterator[Section]:
        """The section of each of the replies, in their order."""
        content = house.content
        # What is said instead of a reply, such as that a file is too old, stands under many.
        own = {name: reply for name, reply in content.replies.items() if name.startswith("_")}
        shared = (content.intents, content.pieces, content.names, own)
        if shared != self.shared:
            self.shared = shared
            self.made.clear()
        for name in replies:
            parts = (content.replies[name], problems)
            if name not in self.made or self.made[name][0] != parts:
                self.made[name] = parts, section(name, self.scenes, house, problems)
            yield self.made[name][1]
