"""How does a practice run, message by message? The same in a terminal and in a chat."""

import html
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from typing import Any

from bot.desk.practice.phrases import MOVES, label, talk
from bot.desk.practice.scenario import Move, Practice, Scenario, Scene
from bot.desk.practice.scoring import Item, judge, score
from bot.dialogue.messages import Button, Say
from bot.wording import dates

STOP = "/stop"
_COMMANDS = {f"/{move}": move for move in Move}
_WEAKEST = 3


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

    def as_json(self) -> dict[str, Any]:
        """The session as JSON can hold it."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Session":
        """The session that `as_json` gave away."""
        reply, move = kept["reply"], kept["move"]
        values = {
            "reply": (reply[0], reply[1]) if reply else None,
            "move": Move(move) if move else None,
            "lost": tuple(kept["lost"]),
        }
        return cls(**{**kept, **values})


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
        return Played(session, (_menu(practice, language),))
    return _begin(session, found)


def take(practice: Practice, session: Session, text: str) -> Played:
    """What one message leads to: a reply to the buyer, a move (`/claim`, or its number), a choice, or `/stop`."""
    typed = text.strip()
    command = typed.partition(" ")[0].partition("\n")[0].lower()
    if command == STOP:
        return _end(session)
    scenario = practice.scenarios.get(session.scenario or "")
    if scenario is None or session.is_over or session.turn >= len(scenario.turns):
        return _choose(practice, Session(session.language), typed)
    scene = _scene(practice, scenario, session)
    if move := _move(command, typed):
        return _moved(practice, scene, replace(session, move=move))
    if command.startswith("/") or not typed:
        return _say(session, talk("unknown_command", session.language, command=command or "…"))
    if session.reply:
        return Played(session, (_moves("move_missing", session.language),))
    return _replied(practice, scene, session, typed)


def _scene(practice: Practice, scenario: Scenario, session: Session) -> Scene:
    return Scene(practice.house, scenario.standing, scenario.turns[session.turn], session.language)


def _move(command: str, typed: str) -> Move | None:
    """The move that a command or a number stands for."""
    numbered = {str(number): move for number, move in enumerate(Move, 1)}
    return _COMMANDS.get(command) or numbered.get(typed)


def _replied(practice: Practice, scene: Scene, session: Session, typed: str) -> Played:
    items = score(scene, typed)
    after = _counted(replace(session, reply=_sum(items)), items)
    verdict = _message(_verdict(items, scene.language))
    if session.move:
        return _finish(practice, scene, after, items, (verdict,))
    return Played(after, (verdict, _moves("moves", scene.language)), items)


def _moved(practice: Practice, scene: Scene, session: Session) -> Played:
    if session.reply is None:
        return _say(session, talk("move_first", scene.language))
    return _finish(practice, scene, session, (), ())


def _finish(
    practice: Practice, scene: Scene, session: Session, items: tuple[Item, ...], says: tuple[Say, ...]
) -> Played:
    """The turn is over: the move is judged, the reference shown, and the buyer writes again or the practice ends."""
    item = judge(scene, session.move or Move.REPLY)
    points, most = session.reply or (0, 0)
    lines = (
        _line(item, scene.language),
        talk("turn_total", scene.language, points=points + item.points, most=most + item.most),
        talk("reference", scene.language, text=scene.reference),
    )
    after = replace(_counted(session, (item,)), turn=session.turn + 1, reply=None, move=None)
    following = _following(practice, after)
    return Played(following.session, (*says, _message("\n".join(lines)), *following.says), (*items, item))


def _following(practice: Practice, session: Session) -> Played:
    scenario = practice.scenarios[session.scenario or ""]
    if session.turn >= len(scenario.turns):
        return _end(session)
    return Played(session, (_buyer(scenario, session),))


def _begin(session: Session, scenario: Scenario) -> Played:
    language, standing = session.language, scenario.standing
    intro = talk(
        "intro",
        language,
        title=scenario.titles[language],
        who=scenario.who[language],
        case=standing.case.ref,
        # As if told the day before, so that the day is named and not just "today".
        now=dates.hour(standing.now, language, standing.today - timedelta(days=1)),
    )
    begun = replace(session, scenario=scenario.id)
    return Played(begun, (_message(intro), _buyer(scenario, begun)))


def _choose(practice: Practice, session: Session, typed: str) -> Played:
    """A scenario by its number or its name."""
    names = list(practice.scenarios)
    numbered = {str(number): name for number, name in enumerate(names, 1)}
    found = practice.scenarios.get(numbered.get(typed, typed.lower()))
    if found is None:
        unknown = _message(talk("no_scenario", session.language, name=typed))
        return Played(session, (unknown, _menu(practice, session.language)))
    return _begin(session, found)


def _end(session: Session) -> Played:
    """The summary, with the items that cost most."""
    over = replace(session, is_over=True)
    if not session.most:
        return _say(over, talk("nothing_done", session.language))
    items = "、".join(weak(session)) if session.language == "zh" else ", ".join(weak(session))
    lines = (
        talk("end", session.language, points=session.points, most=session.most),
        talk("weak", session.language, items=items) if items else talk("strong", session.language),
    )
    return _say(over, "\n".join(lines))


def weak(session: Session) -> list[str]:
    """What cost points most often, with how often."""
    counted = Counter(session.lost).most_common(_WEAKEST)
    return [f"{label(name, session.language)} ×{times}" for name, times in counted]


def finish(session: Session) -> Played:
    """The summary of a session that is broken off; nothing where it has been said already."""
    return Played(session, ()) if session.is_over else _end(session)


def _counted(session: Session, items: Iterable[Item]) -> Session:
    points, most = _sum(items)
    lost = tuple(item.name for item in items if item.is_lost)
    return replace(session, points=session.points + points, most=session.most + most, lost=session.lost + lost)


def _sum(items: Iterable[Item]) -> tuple[int, int]:
    return sum(item.points for item in items), sum(item.most for item in items)


def _verdict(items: tuple[Item, ...], language: str) -> str:
    """What was lost, a line each; what was held, in one line."""
    held = dict.fromkeys(label(item.name, language) for item in items if not item.is_lost)
    points, most = _sum(items)
    lines = [talk("so_far", language, points=points, most=most)]
    lines += [_line(item, language) for item in items if item.is_lost]
    return "\n".join([*lines, *([talk("held", language, labels=" · ".join(held))] if held else [])])


def _line(item: Item, language: str) -> str:
    mark = "✗" if item.is_lost else "✓"
    values = {"points": item.points, "most": item.most, "label": label(item.name, language), "why": item.why}
    return talk("item", language, mark=mark, **values)


def _menu(practice: Practice, language: str) -> Say:
    rows = [
        f"{number:>2}  {name}  {scenario.titles[language]}"
        for number, (name, scenario) in enumerate(practice.scenarios.items(), 1)
    ]
    return _message("\n".join([talk("choose", language), *rows]))


def _buyer(scenario: Scenario, session: Session) -> Say:
    words = scenario.turns[session.turn].buyer[session.language]
    place = {"place": session.turn + 1, "all": len(scenario.turns)}
    return _message(talk("buyer", session.language, name=scenario.buyer, words=words.strip(), **place))


def _moves(line: str, language: str) -> Say:
    buttons = tuple(Button(MOVES[move][language], f"/{move}") for move in Move)
    return Say(html.escape(talk(line, language)), buttons)


def _message(text: str) -> Say:
    return Say(html.escape(text))


def _say(session: Session, text: str) -> Played:
    return Played(session, (_message(text),))
