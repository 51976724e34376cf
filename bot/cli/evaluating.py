"""How well are messages understood that somebody has labelled?"""

import json
from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import ConfigFile
from bot.cli.progress import tracked
from bot.cli.trouble import FINDINGS, Stop, spoken_in, told

if TYPE_CHECKING:
    from bot.config.loading import Config
    from bot.dialogue.content import Content
    from bot.matching.thresholds import Thresholds
    from bot.matching.trial import Labelled, Trial


Files = Annotated[
    list[Path],
    typer.Argument(exists=True, dir_okay=False, metavar="FILE", help="Labelled messages, .tsv, .csv or .yaml."),
]
Drawing = Annotated[
    Path | None, typer.Option(help="Draw what is confused with what, for a browser.", show_default=False)
]
Language = Annotated[str | None, typer.Option("--lang", help="Tables in zh or en.", show_default=False)]


def evaluate(
    files: Files,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")] = False,
    svg: Drawing = None,
    fit: Annotated[bool, typer.Option("--fit", help="Look for better thresholds and show what would change.")] = False,
    write: Annotated[bool, typer.Option("--write", help="With --fit: write them to intents/_thresholds.yaml.")] = False,
    lang: Language = None,
    config: ConfigFile = None,
) -> None:
    """Measure how well labelled messages are understood.

    In a .tsv, each line is a message, a tab, and the question that is right for it, by its name in intents/; several
    that are all right are parted by commas, two that are asked together joined by +, and `none` is not ours. Empty
    lines and lines that begin with # are skipped. In a .csv from a spreadsheet, these are its first two columns. In a
    .yaml, each entry of a list has `text` and `intents`.

    A message with an unknown question is left out and told; then the exit code is 1.
    """
    from bot.app import configure, house

    spoken = spoken_in(lang)
    _refuse_odd_options(as_json=as_json, svg=svg, fit=fit, write=write)
    settings = configure(config)
    content = house(settings).content
    messages, findings = _read(files, content, spoken)
    trial = _looked_at(content, messages)
    if fit:
        _fit(trial, messages, settings, spoken, write=write)
    else:
        _measure(trial, messages, findings, content, spoken, as_json=as_json, svg=svg)
    if findings:
        raise Stop(code=FINDINGS)


def _refuse_odd_options(*, as_json: bool, svg: Path | None, fit: bool, write: bool) -> None:
    if write and not fit:
        raise Stop("--write goes with --fit: it writes the thresholds that --fit finds.")
    if fit and (as_json or svg):
        raise Stop("--fit looks for thresholds and prints only them. Ask for --json or --svg without it.")


def _read(files: Sequence[Path], content: "Content", spoken: str) -> "tuple[list[Labelled], int]":
    """The messages of all files, and how many findings keep others out; they are told."""
    from bot.content.labelled import LabelReader
    from bot.content.reader import Reader

    reader = Reader()
    messages = [message for path in files for message in LabelReader(content.intents.keys(), reader).read(path)]
    if reader.problems:
        typer.echo(told(sorted(reader.problems), spoken), err=True)
    if not messages:
        raise Stop(code=FINDINGS)
    return messages, len(reader.problems)


def _looked_at(content: "Content", messages: "Sequence[Labelled]") -> "Trial":
    """A trial that has seen every message, which is what takes its time."""
    from bot.matching.trial import Trial

    trial = Trial(content.matcher)
    for message in tracked(messages, "Messages"):
        trial.judge(message)
    return trial


def _measure(
    trial: "Trial",
    messages: "Sequence[Labelled]",
    findings: int,
    content: "Content",
    spoken: str,
    *,
    as_json: bool,
    svg: Path | None,
) -> None:
    from bot.cli.figures import Figures, as_dict, show
    from bot.cli.matrix import drawn
    from bot.dialogue.intent import Escalate
    from bot.matching.evaluation import curve

    judged = [trial.judge(message) for message in messages]
    escalating = frozenset(intent.id for intent in content.intents.values() if intent.escalate == Escalate.NOW)
    figures = Figures(judged, list(curve(trial, messages)), trial.matcher.thresholds, escalating, findings)
    if svg:
        _write(svg, drawn(judged, spoken))
    if as_json:
        typer.echo(json.dumps(as_dict(figures), ensure_ascii=False, indent=2))
    else:
        show(figures, spoken)


def _fit(trial: "Trial", messages: "Sequence[Labelled]", settings: "Config", spoken: str, *, write: bool) -> None:
    """Find better thresholds, show what they change, and write them if that is wanted."""
    from bot.cli.figures import compare
    from bot.config.inspection import content_folders
    from bot.content.folders import ENDING, file_of
    from bot.content.thresholds import THRESHOLDS, rewritten
    from bot.matching.fitting import fit, steps

    found = list(tracked(fit(trial, messages), "Thresholds", steps()))[-1]
    compare([trial.judge(message) for message in messages], found.judged, spoken)
    folder = content_folders(settings).intents
    path = file_of(THRESHOLDS, folder) or folder / f"{THRESHOLDS}{ENDING}"
    before = path.read_text("utf-8") if path.exists() else ""
    after = rewritten(before, _changed(trial.matcher.thresholds, found.thresholds))
    if found.thresholds == trial.matcher.thresholds:
        typer.echo({"zh": "现在的阈值已经是找到的最好的。", "en": "Nothing better was found."}[spoken])
        return
    lines = unified_diff(before.splitlines(), after.splitlines(), path.name, path.name, lineterm="")
    typer.echo("\n".join(lines))
    if write:
        _write(path, after)


def _changed(before: "Thresholds", after: "Thresholds") -> dict[str, float]:
    from dataclasses import asdict

    old = asdict(before)
    return {name: value for name, value in asdict(after).items() if value != old[name]}


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Stop(f"Cannot write {path}: {error.strerror}.") from error
    typer.echo(f"Written: {path}", err=True)
