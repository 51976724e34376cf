"""How does an advisor practise in a terminal, or a program play for one?"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import ConfigFile
from bot.cli.trouble import Stop, spoken_in

if TYPE_CHECKING:
    from bot.desk.practice.scenario import Practice
    from bot.desk.practice.session import Played, Session


def practice(
    scenario: Annotated[
        str | None, typer.Argument(help="Its name, as --list shows it; without one you are asked.", show_default=False)
    ] = None,
    list_all: Annotated[bool, typer.Option("--list", help="List the scenarios and end.")] = False,
    lang: Annotated[
        str | None,
        typer.Option("--lang", help="Practise in zh or en; without it, your terminal's language.", show_default=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")] = False,
    config: ConfigFile = None,
) -> None:
    """Practise answering buyers: a scripted buyer writes, your reply is scored, a good reply is shown.

    Nobody is contacted and nothing is kept: the buyers are invented, and your own cases are not touched.

    Type your reply on one line. You see what earned points and what did not, and why. Then say what an advisor
    would do next: 1 the reply is enough, 2 call in the duty lead, 3 note a change in the case, 4 give the chat back
    to the bot (or /reply, /claim, /note, /return). /end or Ctrl-D ends, with what to work on. Where input is
    piped, each line is one reply.
    """
    from bot.app import configure
    from bot.app import practice as load

    spoken = spoken_in(lang)
    loaded = load(configure(config))
    if list_all:
        typer.echo(_listed(loaded, spoken, as_json=as_json))
        return
    if scenario is not None and scenario not in loaded.scenarios:
        raise Stop(_unknown(scenario, loaded))
    for played in _play(loaded, spoken, scenario):
        printed = _row(played, loaded) if as_json else _text(played)
        if printed:
            typer.echo(printed)


def _unknown(scenario: str, loaded: "Practice") -> str:
    from bot.content.reader import suggestion

    hint = suggestion(scenario, loaded.scenarios)["suggest_en"]
    return f"There is no scenario {scenario!r}. {hint}`signpost practice --list` shows them all."


def _listed(loaded: "Practice", spoken: str, *, as_json: bool) -> str:
    rows = [
        {"scenario": name, "title": entry.titles[spoken], "case": entry.standing.case.ref, "turns": len(entry.turns)}
        for name, entry in loaded.scenarios.items()
    ]
    if as_json:
        return json.dumps(rows, ensure_ascii=False, indent=2)
    return "\n".join(f"{row['scenario']:<20} {row['case']:<10} {row['turns']}  {row['title']}" for row in rows)


def _play(loaded: "Practice", spoken: str, scenario: str | None) -> Iterator["Played"]:
    """Everything that is said, until the scenario or the input ends."""
    from bot.cli.terminal import lines
    from bot.desk.practice.session import finish, start, take

    played = start(loaded, spoken, scenario)
    yield played
    for line in lines():
        played = take(loaded, played.session, line)
        yield played
        if played.session.is_over:
            return
    yield finish(played.session)


def _text(played: "Played") -> str:
    """Messages with a blank line behind each; what can be chosen is numbered."""
    parts = []
    for say in played.says:
        choices = [f"  {number} {button.label}" for number, button in enumerate(say.buttons, 1)]
        parts.append("\n".join([say.plain, *choices]))
    return "\n\n".join(parts) + "\n" if parts else ""


def _row(played: "Played", loaded: "Practice") -> str:
    """What one message led to, as a line of JSON; the last line has the summary."""
    session = played.session
    row = {
        "scenario": session.scenario,
        "says": [say.plain for say in played.says],
        "items": [asdict(item) for item in played.items],
        **_progress(session, loaded),
    }
    return json.dumps(row, ensure_ascii=False)


def _progress(session: "Session", loaded: "Practice") -> Mapping[str, object]:
    from bot.desk.practice.coach import weakest

    scenario = loaded.scenarios.get(session.scenario or "")
    turns = len(scenario.turns) if scenario else 0
    return {
        "turns_done": session.turn,
        "turns": turns,
        "points": session.points,
        "most": session.most,
        "over": session.is_over,
        "weak": weakest(session.lost, session.language),
    }
