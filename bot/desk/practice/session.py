"""How does a practice run, message by message? The same in a terminal and in a chat."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.desk.practice import coach
from bot.desk.practice.scenario import Exercise, Move, Practice, Scenario
from bot.desk.practice.scoring import Item, judge, score, total
from bot.dialogue.messages import Say

END = "/end"
_COMMANDS = {f"/{move}": move for move in Move}


@dataclass(frozen=True)
class Session:
    """Where somebody is in a practice; holds no word of what was typed.

    Without a `scenario` one is being chosen. `reply` are the points (got, most) of this turn's reply, once it is
    judged, and `move` what was chosen to do, once it is; with both the turn is over. `lost` names the items that
    cost points, one entry each.
    """

    language: str
    scenario: str | None = None
    turn: int = 0
    reply: tuple[int, int] | None = None
    move: Move | None = None
    points: int = 0
    most: int = 0
    lost: tuple[str, ...] = ()
    is_over: bool = False


@dataclass(frozen=True)
class Played:
    """What a message led to: the session after it, what to say, and what was judged."""

    session: Session
    says: tuple[Say, ...]
    items: tuple[Item, ...] = ()


def start(practice: Practice, language: str, scenario: str | None = None) -> Played:
    """A new session: of this scenario, or with the question which one."""
    session = Session(language)
    found = practice.scenarios.get(scenario or "")
    if found is None:
        return Played(session, (coach.menu(practice, language),))
    return _begin(session, found)


def take(practice: Practice, session: Session, text: str) -> Played:
    """What one message leads to: a reply to the buyer, a move (`/claim`, or its number), a choice, or `/end`."""
    typed = text.strip()
    command = typed.partition(" ")[0].partition("\n")[0].lower()
    if command == END:
        return _end(session)
    scenario = practice.scenarios.get(session.scenario or "")
    if scenario is None or session.is_over or session.turn >= len(scenario.turns):
        return _choose(practice, Session(session.language), typed)
    scene = _scene(practice, scenario, session)
    if move := _move(command, typed):
        return _moved(practice, scene, replace(session, move=move))
    if command.startswith("/") or not typed:
        return Played(session, (coach.message("unknown_command", session.language, command=command or "…"),))
    if session.reply:
        return Played(session, (coach.moves("move_missing", session.language),))
    return _replied(practice, scene, session, typed)


def _scene(practice: Practice, scenario: Scenario, session: Session) -> Exercise:
    language = session.language
    return Exercise(practice.house, scenario.standing, scenario.turns[session.turn], language, practice.words[language])


def _move(command: str, typed: str) -> Move | None:
    """The move that a command or a number stands for."""
    numbered = {str(number): move for number, move in enumerate(Move, 1)}
    return _COMMANDS.get(command) or numbered.get(typed)


def _replied(practice: Practice, scene: Exercise, session: Session, typed: str) -> Played:
    items = score(scene, typed)
    after = _counted(replace(session, reply=total(items)), items)
    verdict = coach.verdict(items, scene.language)
    if session.move:
        return _finish(practice, scene, after, items, (verdict,))
    return Played(after, (verdict, coach.moves("moves", scene.language)), items)


def _moved(practice: Practice, scene: Exercise, session: Session) -> Played:
    if session.reply is None:
        return Played(session, (coach.message("move_first", scene.language),))
    return _finish(practice, scene, session, (), ())


def _finish(
    practice: Practice, scene: Exercise, session: Session, items: tuple[Item, ...], says: tuple[Say, ...]
) -> Played:
    """The turn is over: the move is judged, the reference shown, and the buyer writes again or the practice ends."""
    item = judge(scene, session.move or Move.REPLY)
    points, most = session.reply or (0, 0)
    closing = coach.closing(item, (points + item.points, most + item.most), scene.reference, scene.language)
    after = replace(_counted(session, (item,)), turn=session.turn + 1, reply=None, move=None)
    following = _following(practice, after)
    return Played(following.session, (*says, closing, *following.says), (*items, item))


def _following(practice: Practice, session: Session) -> Played:
    scenario = practice.scenarios[session.scenario or ""]
    if session.turn >= len(scenario.turns):
        return _end(session)
    return Played(session, (coach.buyer(scenario, session.turn, session.language),))


def _begin(session: Session, scenario: Scenario) -> Played:
    begun = replace(session, scenario=scenario.id)
    language = session.language
    return Played(begun, (coach.introduction(scenario, language), coach.buyer(scenario, 0, language)))


def _choose(practice: Practice, session: Session, typed: str) -> Played:
    """A scenario by its number or its name."""
    names = list(practice.scenarios)
    numbered = {str(number): name for number, name in enumerate(names, 1)}
    found = practice.scenarios.get(numbered.get(typed, typed.lower()))
    if found is None:
        unknown = coach.message("no_scenario", session.language, name=typed)
        return Played(session, (unknown, coach.menu(practice, session.language)))
    return _begin(session, found)


def _end(session: Session) -> Played:
    over = replace(session, is_over=True)
    return Played(over, (coach.summary(session.points, session.most, session.lost, session.language),))


def finish(session: Session) -> Played:
    """The summary of a session that is broken off; nothing where it has been said already."""
    return Played(session, ()) if session.is_over else _end(session)


def _counted(session: Session, items: Sequence[Item]) -> Session:
    points, most = total(items)
    lost = tuple(item.name for item in items if item.is_lost)
    return replace(session, points=session.points + points, most=session.most + most, lost=session.lost + lost)
