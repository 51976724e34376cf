"""How does a person look at cases, and note what happened?"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.importing import import_cases
from bot.cli.moments import a_day, a_moment, now_or
from bot.cli.notes import note
from bot.cli.options import ConfigFile, Now
from bot.cli.trouble import Stop

if TYPE_CHECKING:
    from datetime import datetime

    from bot.cases.case import Case
    from bot.cases.milestones import Milestone
    from bot.config.loading import Config

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.command("import")(import_cases)
Ref = Annotated[str, typer.Argument(help="The case's number.")]
Step = Annotated[str, typer.Argument(help="A milestone, e.g. ONLINE_SIGN; `cases show` lists them.")]


@app.command("list")
def list_cases(config: ConfigFile = None) -> None:
    """List all cases: where each stands, whose turn it is, what is late."""
    from bot.app import books, configure
    from bot.cases.process import NoSuchProfile
    from bot.cases.progress import stand
    from bot.wording.dates import working_days

    settings = configure(config)
    with books(settings).transaction() as records:
        cases = [records.cases.get(ref) for ref in records.cases.refs()]
    if not cases:
        typer.echo("No cases yet. Load the samples with `signpost cases import --samples`.")
    for case in cases:
        try:
            standing = stand(case, settings.process, settings.calendar, now_or(None))
        except NoSuchProfile:
            typer.echo(f"{case.ref:<12} profile {case.profile!r} is not configured: put it back, or import the case")
            continue
        late = f"  late by {working_days(standing.overdue, 'en')}" if standing.overdue.days > 0 else ""
        stale = "  not checked lately" if standing.is_stale else ""
        turn = standing.waiting_for or "-"
        typer.echo(f"{case.ref:<12} {standing.state:<10} {standing.current or 'all done':<15} {turn:<15}{late}{stale}")


@app.command()
def show(
    ref: Ref,
    now: Now = None,
    config: ConfigFile = None,
) -> None:
    """Show one case as a timeline."""
    from bot.app import books, configure
    from bot.cases.progress import stand
    from bot.cli.timeline import timeline

    settings = configure(config)
    with books(settings).transaction() as records:
        case, trail = records.cases.get(ref), records.chats.trail(ref)
    typer.echo(timeline(stand(case, settings.process, settings.calendar, now_or(now)), trail))


@app.command()
def done(
    ref: Ref,
    milestone: Step,
    on: Annotated[str | None, typer.Option(help="The day it was done; today if left out.", show_default=False)] = None,
    config: ConfigFile = None,
) -> None:
    """Note that a milestone is done."""
    from bot.cases import changes
    from bot.cases.milestones import Milestone

    code, now = Milestone(_known(milestone, tuple(Milestone))), now_or(None)
    day = a_day(on) if on else now.date()
    detail = {"milestone": code, "on": day.isoformat()}

    def change(case: "Case", settings: "Config") -> "Case":
        profile = settings.process.profile(case.profile, case.city, case.deal)
        if code not in profile.kinds:
            raise changes.AlreadyDone(case.ref, code, None)
        return changes.done(case, code, day, now, profile.implied(code))

    _change(config, ref, "milestone_done", detail, change)


@app.command()
def checked(ref: Ref, config: ConfigFile = None) -> None:
    """Note that you looked at the case and nothing has changed; what the bot says stays fresh."""
    from bot.cases import changes

    now = now_or(None)
    _change(config, ref, "checked", {}, lambda case, _: changes.unchanged(case, now))


@app.command()
def promise(
    ref: Ref,
    milestone: Step,
    day: Annotated[str, typer.Argument(help="The day, e.g. 2026-09-28.")],
    config: ConfigFile = None,
) -> None:
    """Note the day that a person promised for a milestone."""
    from bot.cases import changes
    from bot.cases.milestones import Milestone

    code, now, on = Milestone(_known(milestone, tuple(Milestone))), now_or(None), a_day(day)
    detail = {"milestone": code, "on": on.isoformat()}

    def promised(case: "Case", settings: "Config") -> "Case":
        return changes.promise(case, code, on, now, _settled(case, settings, now))

    _change(config, ref, "milestone_promised", detail, promised)


@app.command()
def block(
    ref: Ref,
    code: Annotated[str, typer.Argument(help="What is in the way, e.g. SELLER_NO_SHOW.")],
    milestone: Annotated[
        str | None, typer.Option(help="The step it holds up, if not the usual one.", show_default=False)
    ] = None,
    next_check: Annotated[
        str | None, typer.Option(help="When we ask next, e.g. '2026-09-23 11:00'.", show_default=False)
    ] = None,
    expected: Annotated[str | None, typer.Option(help="The day it should be gone.", show_default=False)] = None,
    internal: Annotated[str | None, typer.Option(help="A note that no buyer ever sees.", show_default=False)] = None,
    config: ConfigFile = None,
) -> None:
    """Note that something keeps the case from going on."""
    from bot.cases import changes
    from bot.cases.case import Blocker
    from bot.cases.milestones import USUAL_OWNER, BlockerCode, Milestone
    from bot.cases.progress import stand

    found, now = BlockerCode(_known(code, tuple(BlockerCode))), now_or(None)
    step = Milestone(_known(milestone, tuple(Milestone))) if milestone else None
    check, gone = a_moment(next_check) if next_check else None, a_day(expected) if expected else None

    def blocked(case: "Case", settings: "Config") -> "Case":
        stopped = step or stand(case, settings.process, settings.calendar, now).stopped_by(found)
        blocker = Blocker(found, stopped, USUAL_OWNER[found], now.date(), check, gone, internal_note=internal)
        return changes.block(case, blocker, now, _settled(case, settings, now))

    _change(config, ref, "blocked", {"code": found}, blocked)


@app.command()
def unblock(
    ref: Ref,
    code: Annotated[str, typer.Argument(help="The blocker's code.")],
    config: ConfigFile = None,
) -> None:
    """Note that an obstacle is gone."""
    from bot.cases import changes
    from bot.cases.milestones import BlockerCode

    found, now = BlockerCode(_known(code, tuple(BlockerCode))), now_or(None)
    _change(config, ref, "unblocked", {"code": found}, lambda case, _: changes.unblock(case, found, now))


@app.command()
def book(
    ref: Ref,
    at: Annotated[str, typer.Argument(help="When, e.g. '2026-09-24 14:00'.")],
    milestone: Annotated[str, typer.Option(help="What for.")] = "ONLINE_SIGN",
    place: Annotated[str | None, typer.Option(help="Where.", show_default=False)] = None,
    place_en: Annotated[str | None, typer.Option(help="Where, in English.", show_default=False)] = None,
    bring: Annotated[str | None, typer.Option(help="What to bring.", show_default=False)] = None,
    bring_en: Annotated[str | None, typer.Option(help="What to bring, in English.", show_default=False)] = None,
    config: ConfigFile = None,
) -> None:
    """Note the hour that was agreed for a milestone.

    Place and what to bring stay as they were for its last hour, unless given.
    """
    from bot.cases import changes
    from bot.cases.case import Appointment
    from bot.cases.milestones import Milestone

    code, now = Milestone(_known(milestone, tuple(Milestone))), now_or(None)
    appointment = Appointment(code, a_moment(at), place, place_en or place, bring, bring_en or bring)
    detail = {"milestone": code, "at": appointment.at.isoformat()}

    def booked(case: "Case", settings: "Config") -> "Case":
        return changes.book(case, appointment, now, _settled(case, settings, now))

    _change(config, ref, "booked", detail, booked)


def _settled(case: "Case", settings: "Config", now: "datetime") -> "frozenset[Milestone]":
    """The steps that are over by what is done, or no part of the case."""
    from bot.cases.progress import stand

    return stand(case, settings.process, settings.calendar, now).view.settled


def _change(
    config: Path | None, ref: str, event: str, detail: dict[str, str], change: Callable[["Case", "Config"], "Case"]
) -> None:
    """Read, change and write a case with nobody in between, and note it."""
    from bot.app import books, configure

    settings = configure(config)
    with books(settings).transaction() as records:
        records.cases.save(change(records.cases.get(ref, to_change=True), settings))
        note(records, ref, event, detail)
    typer.echo(f"{ref}: {event} {' '.join(detail.values())}")


def _known(typed: str, allowed: tuple[str, ...]) -> str:
    """A code in any case; a wrong one is answered with the nearest."""
    from bot.content.reader import suggestion

    code = typed.upper()
    if code not in allowed:
        hint = suggestion(code, allowed)["suggest_en"]
        raise Stop(f"{typed!r} is not known. {hint}There are: {', '.join(allowed)}.")
    return code
