"""How do editors see every answer before a buyer does? `signpost preview`."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.moments import now_or
from bot.cli.options import ConfigFile
from bot.cli.trouble import FINDINGS, Stop, language, told

if TYPE_CHECKING:
    from bot.cli.gallery.groups import Section
    from bot.cli.gallery.page import Stage
    from bot.cli.gallery.serving import Made
    from bot.config.loading import Config
    from bot.content.problems import Problem
    from bot.dialogue.showcase import Scene
    from bot.dialogue.situation import Content, House

_PORT = 8750
_BROKEN = "文件有错，下面是上一次没错时的样子。 · The files have errors; below stands the last page without."


def preview(
    intent: Annotated[
        str | None, typer.Argument(help="Print the answers to this question only, here.", show_default=False)
    ] = None,
    out: Annotated[Path, typer.Option(help="The file to write the page to.")] = Path("preview.html"),
    serve: Annotated[
        bool, typer.Option("--serve", help="Show the page in a browser, and anew whenever a file is saved.")
    ] = False,
    port: Annotated[int, typer.Option(help="Where --serve shows it.", min=0, max=65535)] = _PORT,
    config: ConfigFile = None,
) -> None:
    """Show every answer in every state of the sample cases, in both languages, as one page for the browser.

    What is to be mended comes first: an answer that cannot be said, one where only the last resort was left, one
    that lacks a fact. The page needs no network. 把每个回答在每个样例案子里的样子，两种语言并排，写成一个网页。
    """
    from bot.app import configure

    studio = Studio(configure(config))
    if serve:
        _serve(studio, port)
    elif intent:
        _print(studio, intent)
    else:
        _write(studio, out)


@dataclass(frozen=True)
class Studio:
    """Makes the preview from the files as they are now."""

    config: "Config"

    def scenes(self) -> "list[Scene]":
        """The sample cases at their moments, and what follows from leaving something out."""
        from bot.cli.samples import SAMPLES, STORY
        from bot.content.case_file import read_cases
        from bot.dialogue.showcase import scenes

        read = read_cases(SAMPLES, self.config.process)
        if read.problems:
            raise Stop(f"The samples do not fit this configuration: {read.problems[0].message('en')}")
        moments = [(case, now_or(STORY[case.ref])) for case in read.cases]
        return list(scenes(moments, self.config.process, self.config.calendar))

    def read(self) -> "tuple[House | None, list[Problem]]":
        """The house, unless the files have errors, and every finding."""
        from bot.app import content_folders
        from bot.content.library import inspect

        content, problems = inspect(content_folders(self.config), now_or(None).date(), examples=False)
        return (self._house(content) if content else None), problems

    def house(self) -> "tuple[House, list[Problem]]":
        """The house and the findings about it; ends with the findings where the files have errors."""
        house, problems = self.read()
        if house is None:
            raise Stop(told(problems, language()), FINDINGS)
        return house, problems

    def sections(self, house: "House", problems: "list[Problem]") -> "Iterator[Section]":
        """All questions, then what the bot says by itself."""
        from bot.app import content_folders
        from bot.cli.gallery.groups import section

        scenes, replies = self.scenes(), content_folders(self.config).replies.name
        own = [problem for problem in problems if PurePath(problem.place.file).parts[0] == replies]
        ordered = sorted(house.content.replies, key=lambda reply: reply.startswith("_"))
        with _progress(ordered, "Preview") as names:
            yield from (section(name, scenes, house, own) for name in names)

    def stage(self, house: "House") -> "Stage":
        """The scenes and the editors' names."""
        from bot.cli.gallery.page import Stage

        return Stage(self.scenes(), house.content.names)

    def _house(self, content: "Content") -> "House":
        from bot.dialogue.situation import House

        return House(content, self.config.office, self.config.calendar, self.config.settings.languages.default)


def _write(studio: Studio, out: Path) -> None:
    from bot.cli.gallery.page import document, preview

    house, problems = studio.house()
    sections = list(studio.sections(house, problems))
    page = document(preview(sections, studio.stage(house)))
    try:
        out.write_text(page, encoding="utf-8")
    except OSError as error:
        raise Stop(f"{out} cannot be written: {error.strerror}. Choose another file with --out.") from None
    answers, failing = sum(len(one.groups) for one in sections), sum(one.failing for one in sections)
    typer.echo(f"{out}: {len(sections)} questions, {answers} answers, {failing} to mend. Open it in a browser.")


def _print(studio: Studio, intent: str) -> None:
    from bot.cli.gallery.groups import section
    from bot.cli.gallery.lines import lines
    from bot.content.reader import suggestion

    house, problems = studio.house()
    if intent not in house.content.replies:
        hint = suggestion(intent, house.content.replies)["suggest_en"]
        raise Stop(f"{intent!r} is not known. {hint}A question is the name of a file in replies/, without .yaml.")
    typer.echo("\n".join(lines(section(intent, studio.scenes(), house, problems), language())))


def _serve(studio: Studio, port: int) -> None:
    from bot.app import content_folders
    from bot.cli.gallery.serving import Watch, serve

    folders = content_folders(studio.config)
    watch = Watch((folders.intents, folders.replies), lambda: made(studio))
    try:
        serve(watch, port, lambda address: typer.echo(f"{address}  (Ctrl-C ends)"), time.sleep)
    except OSError as error:
        raise Stop(f"Port {port} cannot be used: {error.strerror}. Choose another with --port.") from None


def made(studio: Studio) -> "Made":
    """The page, or what keeps it from being made; warnings stand beside the answers."""
    from bot.cli.gallery.page import banner, preview
    from bot.cli.gallery.serving import Made

    house, problems = studio.read()
    if house is None:
        return Made(None, banner(told(problems, language()), _BROKEN))
    return Made(preview(studio.sections(house, problems), studio.stage(house)))


def _progress(items: list[str], label: str) -> "AbstractContextManager[Iterable[str]]":
    """A bar on stderr, where somebody is looking."""
    return typer.progressbar(items, label=label, file=sys.stderr) if sys.stderr.isatty() else nullcontext(items)
