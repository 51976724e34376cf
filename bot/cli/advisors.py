"""Who answers buyers, and when is each of them there?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.counts import counted
from bot.cli.moments import a_day, now_or
from bot.cli.options import ConfigFile
from bot.cli.trouble import FINDINGS, Stop, spoken_in

if TYPE_CHECKING:
    from bot.cases.office import Span
    from bot.desk.advisors import Advisor
    from bot.store.books import Records

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
Person = Annotated[int, typer.Argument(help="The Telegram id; the person finds it by writing to @userinfobot.")]


@app.command()
def add(
    telegram_id: Person,
    name: Annotated[str, typer.Argument(help="The name, as cases have it under `advisor`.")],
    lead: Annotated[
        bool, typer.Option("--lead", help="May act in everybody's chats, and is called when nobody claims.")
    ] = False,
    supervisor: Annotated[bool, typer.Option("--supervisor", help="As a lead.")] = False,
    lang: Annotated[str, typer.Option(help="Cards and digests in zh or en.")] = "zh",
    config: ConfigFile = None,
) -> None:
    """Add an advisor, or change name, rank and language; hours, leave and duty stay as they are."""
    from bot.app import books, configure
    from bot.desk.advisors import Advisor, Rank

    spoken_in(lang)
    if not name.strip():
        raise Stop("An advisor needs a name.")
    rank = Rank.SUPERVISOR if supervisor else Rank.LEAD if lead else Rank.ADVISOR
    with books(configure(config)).transaction() as records:
        known = records.desk.roster().get(telegram_id) or Advisor(telegram_id, name.strip())
        kept = _keep(records, replace(known, name=name.strip(), rank=rank, language=lang))
        moved = records.cases.renamed(known.name, name.strip()) if known.name != name.strip() else 0
    typer.echo(kept)
    if moved:
        typer.echo(f"{counted(moved, 'case')} of {known.name} now of {name.strip()}.")


@app.command("list")
def list_advisors(config: ConfigFile = None) -> None:
    """List all advisors with their hours, leave and deputies."""
    from bot.app import books, configure

    with books(configure(config)).transaction() as records:
        roster = records.desk.roster()
    if not roster.advisors:
        typer.echo("No advisors yet. Add one with `signpost advisors add TELEGRAM_ID NAME`.")
    for person in roster.advisors:
        typer.echo(_line(person, roster.name(person.deputy) if person.deputy else ""))


@app.command()
def remove(telegram_id: Person, config: ConfigFile = None) -> None:
    """Nobody acts under this id any more; the chats in which a buyer waits are open to all."""
    from bot.app import build, configure
    from bot.turns.care import release

    built = build(configure(config))
    with built.books.transaction() as records:
        chats = [ticket.chat_id for ticket in records.tickets.owned(telegram_id)]
    with built.books.transaction() as records:
        # Whoever writes takes the chats before their tickets; else two may wait for each other.
        for chat_id in sorted(chats):
            records.chats.get(chat_id)
        gone = _known(records, telegram_id)
        records.desk.remove_advisor(telegram_id)
        for person in records.desk.roster().advisors:
            if person.deputy == telegram_id:
                records.desk.save_advisor(replace(person, deputy=None))
        freed = release(built.turn.scribe(records, now_or(None)), gone)
    typer.echo(f"{gone.name} is removed; {freed} chats are open to all.")


@app.command()
def hours(
    telegram_id: Person,
    spans: Annotated[
        list[str] | None, typer.Argument(help="Such as 09:00-12:00 14:00-19:00; none: the office's.")
    ] = None,
    config: ConfigFile = None,
) -> None:
    """Set the hours of an advisor's working day, in as many stretches as there are."""
    from bot.cases.typed import are_apart

    typed = tuple(_span(text) for text in spans or ())
    if not are_apart(typed):
        raise Stop("Give the stretches in their order, and apart from each other.")
    _change(config, telegram_id, lambda person: replace(person, spans=typed))


@app.command()
def leave(
    telegram_id: Person,
    first: Annotated[str, typer.Argument(help="The first day, e.g. 2026-10-08.")],
    last: Annotated[str | None, typer.Argument(help="The last day; the first if left out.", show_default=False)] = None,
    cancel: Annotated[bool, typer.Option("--cancel", help="Take the leave that begins on this day back.")] = False,
    config: ConfigFile = None,
) -> None:
    """Note days of leave: the person's chats go to the deputy, or to everybody."""
    from bot.desk.advisors import Leave

    start = a_day(first)
    end = a_day(last) if last else start
    if end < start:
        raise Stop(f"The leave ends ({end}) before it begins ({start}).")

    def changed(person: "Advisor") -> "Advisor":
        others = tuple(entry for entry in person.leaves if entry.first != start)
        return replace(person, leaves=others if cancel else (*others, Leave(start, end)))

    _change(config, telegram_id, changed)


@app.command()
def works(
    telegram_id: Person,
    day: Annotated[str, typer.Argument(help="A day off on which the person works, e.g. 2026-09-26.")],
    cancel: Annotated[bool, typer.Option("--cancel", help="The person does not work on this day after all.")] = False,
    config: ConfigFile = None,
) -> None:
    """Note a day that an advisor works though it is off (make-up days of the calendar are known)."""
    on = a_day(day)

    def changed(person: "Advisor") -> "Advisor":
        others: tuple[date, ...] = tuple(entry for entry in person.extra_days if entry != on)
        return replace(person, extra_days=others if cancel else (*others, on))

    _change(config, telegram_id, changed)


@app.command()
def deputy(
    telegram_id: Person,
    who: Annotated[
        int | None, typer.Argument(help="The deputy's Telegram id; none to have no deputy.", show_default=False)
    ] = None,
    config: ConfigFile = None,
) -> None:
    """Set who takes over during leave."""
    _change(config, telegram_id, lambda person: replace(person, deputy=who))


@app.command()
def duty(
    telegram_id: Person,
    off: Annotated[bool, typer.Option("--off", help="No longer on duty.")] = False,
    config: ConfigFile = None,
) -> None:
    """Put an advisor on duty: called by name for urgent chats, also out of hours."""
    _change(config, telegram_id, lambda person: replace(person, on_duty=not off))


def _change(config: Path | None, telegram_id: int, change: "Callable[[Advisor], Advisor]") -> None:
    from bot.app import books, configure

    with books(configure(config)).transaction() as records:
        kept = _keep(records, change(_known(records, telegram_id)))
    typer.echo(kept)


def _known(records: "Records", telegram_id: int) -> "Advisor":
    found = records.desk.roster().get(telegram_id)
    if found is None:
        raise Stop(f"Nobody has the id {telegram_id}. See `signpost advisors list`.", FINDINGS)
    return found


def _keep(records: "Records", person: "Advisor") -> str:
    """The advisor as a line to show, once kept."""
    roster = records.desk.roster()
    if any(other.name == person.name and other.id != person.id for other in roster.advisors):
        raise Stop(f"Another advisor is called {person.name}. Cases know advisors by name; choose another one.")
    if person.deputy is not None and (person.deputy == person.id or roster.get(person.deputy) is None):
        raise Stop(f"No other advisor has the id {person.deputy}. See `signpost advisors list`.")
    records.desk.save_advisor(person)
    return _line(person, roster.name(person.deputy) if person.deputy else "")


def _line(person: "Advisor", deputy_name: str) -> str:
    spans = " ".join(f"{span.start:%H:%M}-{span.end:%H:%M}" for span in person.spans) or "office hours"
    away = "".join(f"  away {entry.first}…{entry.last}" for entry in person.leaves)
    extra = "".join(f"  works {day}" for day in person.extra_days)
    stands_in = f"  deputy {deputy_name}" if deputy_name else ""
    on_duty = "  on duty" if person.on_duty else ""
    return f"{person.id:<12} {person.name}  {person.rank}  {person.language}  {spans}{away}{extra}{stands_in}{on_duty}"


def _span(text: str) -> "Span":
    from bot.cases.typed import span

    found = span(text)
    if found is None:
        raise Stop(f"{text!r} is no stretch of hours. Write it as 09:00-12:00.")
    if found.start >= found.end:
        raise Stop(f"{text!r} ends before it begins.")
    return found
