"""What is a reply worth, and why?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.cases.milestones import Role
from bot.desk.practice.draft import Draft
from bot.desk.practice.phrases import MOVES, why
from bot.desk.practice.scenario import Exercise, Move
from bot.desk.practice.tone import CHECKS
from bot.desk.practice.words import Words
from bot.wording.facts import BY_NAME

_FOR_SUBSTANCE = 2
_FOR_NEXT_STEP = 3
_FOR_MOVE = 2
_FOR_TONE = 1


@dataclass(frozen=True)
class Item:
    """One thing that was looked at (a name of `phrases.LABELS`), the points it brought, and a sentence why."""

    name: str
    points: int
    most: int
    why: str

    @property
    def is_lost(self) -> bool:
        """Did it cost points?"""
        return self.points < self.most


def score(scene: Exercise, text: str) -> tuple[Item, ...]:
    """Everything that is looked at in a reply. A reply without any substance earns nothing for its manners."""
    draft = Draft(text.strip(), scene.language, scene.today, scene.words)
    substance = [*_facts(scene, draft), *_says(scene, draft)]
    manners = [_never(scene, draft), _next_step(scene, draft), *_tone(scene, draft)]
    if not draft.text or (substance and not any(item.points for item in substance)):
        manners = [*(item for item in manners if item.is_lost), *_forfeited(manners, scene.language)]
    return (*substance, *manners)


def _forfeited(manners: list[Item], language: str) -> Iterator[Item]:
    """What good manners would have brought."""
    most = sum(item.most for item in manners if not item.is_lost)
    if most:
        yield Item("substance", 0, most, why("no_substance", language))


def judge(scene: Exercise, move: Move) -> Item:
    """Was it the right thing to do?"""
    wanted = scene.turn.move
    reason = "right_move" if move == wanted else "wrong_move"
    said = why(reason, scene.language, move=MOVES[wanted][scene.language])
    return Item("move", _FOR_MOVE if move == wanted else 0, _FOR_MOVE, said)


def total(items: Iterable[Item]) -> tuple[int, int]:
    """The points of several items, and the most that they could bring."""
    listed = tuple(items)
    return sum(item.points for item in listed), sum(item.most for item in listed)


def _item(name: str, most: int, trouble: str | None, fine: str) -> Item:
    return Item(name, 0 if trouble else most, most, trouble or fine)


def _facts(scene: Exercise, draft: Draft) -> Iterator[Item]:
    for name in scene.turn.facts:
        fact = scene.fact(name) or ""
        missing = why("not_told", scene.language, name=BY_NAME["en"][name].name(scene.language), fact=fact)
        trouble = None if draft.has(fact) else missing
        yield _item("facts", _FOR_SUBSTANCE, trouble, why("told", scene.language, fact=fact))


def _says(scene: Exercise, draft: Draft) -> Iterator[Item]:
    for phrases in scene.turn.says.get(scene.language, ()):
        said = next((phrase for phrase in phrases if draft.has(phrase)), None)
        trouble = None if said else why("not_said", scene.language, word=" / ".join(phrases))
        yield _item("says", _FOR_SUBSTANCE, trouble, why("said", scene.language, word=said))


def _never(scene: Exercise, draft: Draft) -> Item:
    leaked = draft.found(scene.turn.never.get(scene.language, ()))
    trouble = why("leaked", scene.language, word=leaked) if leaked else None
    return _item("never", _FOR_SUBSTANCE, trouble, why("fine", scene.language))


def _tone(scene: Exercise, draft: Draft) -> Iterator[Item]:
    for name, check in CHECKS.items():
        if name != "fresh" or scene.turn.tells_status:
            yield _item(name, _FOR_TONE, check(draft), why("fine", scene.language))


def _next_step(scene: Exercise, draft: Draft) -> Item:
    return _item("next_step", _FOR_NEXT_STEP, _step_trouble(scene, draft), why("fine", scene.language))


def _step_trouble(scene: Exercise, draft: Draft) -> str | None:
    """Exactly one next step, with who and when; where nothing is to be done, saying so is enough."""
    words, wanted = draft.words, scene.turn.next_step
    announced = [sentence for sentence in draft.sentences if sentence.found(words.announces)]
    if len(announced) > 1:
        return why("two_steps", scene.language, count=len(announced))
    if wanted is None and draft.found(words.idle):
        return None
    if announced:
        return _lacking(scene, announced[0])
    # Not announced in so many words: any sentence that says who and when will do.
    if any(_lacking(scene, sentence) is None for sentence in draft.sentences):
        return None
    return why("no_step", scene.language)


def _lacking(scene: Exercise, step: Draft) -> str | None:
    """What a sentence lacks to be the next step that this scene asks for."""
    wanted, said = scene.turn.next_step, step.when
    if not (said.days or said.hours):
        return why("no_when", scene.language)
    when = scene.fact(wanted.when) if wanted else None
    if when and not step.has(when):
        return why("wrong_when", scene.language, when=when)
    if step.found(_names(scene, wanted.who if wanted else None, step.words)):
        return None
    return why("wrong_who", scene.language, who=scene.role(wanted.who)) if wanted else why("no_who", scene.language)


def _names(scene: Exercise, who: Role | None, words: Words) -> tuple[str, ...]:
    """What somebody is called in a reply; without a `who`, the two who write to each other."""
    match who:
        case None:
            return (*words.us, *words.buyer)
        case Role.ADVISOR:
            return words.us
        case Role.BUYER:
            return words.buyer
        case _:
            return (scene.role(who),)
