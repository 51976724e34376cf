"""How do editors see every answer before a buyer does? `signpost preview`."""

import time
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.counts import counted
from bot.cli.options import ConfigFile
from bot.cli.progress import tracked
from bot.cli.studio import Studio
from bot.cli.trouble import Stop, language, told

if TYPE_CHECKING:
    from bot.cli.gallery.groups import Section, Sections
    from bot.cli.gallery.serving import Made
    from bot.content.problems import Problem
    from bot.dialogue.house import House

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
class Stall:
    """Makes the page from the files as they are now, again and again."""

    studio: Studio
    sections: "Sections"

    def made(self) -> "Made":
        """The page, or what keeps it from being made; warnings stand beside the answers."""
        from bot.cli.gallery.page import PageSetting, banner, preview
        from bot.cli.gallery.serving import Made

        house, problems = self.studio.read()
        if house is None:
            return Made(None, banner(told(problems, language()), _BROKEN))
        return Made(preview(self.all(house, problems), PageSetting(self.sections.scenes, house.content.names)))

    def all(self, house: "House", problems: "list[Problem]") -> "list[Section]":
        """All questions, then what the bot says by itself."""
        ordered = sorted(house.content.replies, key=lambda reply: reply.startswith("_"))
        return list(self.sections.of(house, _about_replies(problems, self.studio), tracked(ordered, "Preview")))


def stall(studio: Studio) -> Stall:
    """One with the sample cases."""
    from bot.cli.gallery.groups import Sections

    return Stall(studio, Sections(studio.scenes()))


def _about_replies(problems: "list[Problem]", studio: Studio) -> "list[Problem]":
    from bot.config.inspection import content_folders

    folder = content_folders(studio.config).replies.name
    return [problem for problem in problems if PurePath(problem.place.file).parts[0] == folder]


def _write(studio: Studio, out: Path) -> None:
    from bot.cli.gallery.page import PageSetting, document, preview

    house, problems = studio.house()
    maker = stall(studio)
    sections = maker.all(house, problems)
    page = document(preview(sections, PageSetting(maker.sections.scenes, house.content.names)))
    try:
        out.write_text(page, encoding="utf-8")
    except OSError as error:
        raise Stop(f"{out} cannot be written: {error.strerror}. Choose another file with --out.") from None
    answers, failing = sum(len(one.groups) for one in sections), sum(one.failing for one in sections)
    counts = f"{counted(len(sections), 'question')}, {counted(answers, 'answer')}, {failing} to mend"
    typer.echo(f"{out}: {counts}. Open it in a browser.")


def _print(studio: Studio, intent: str) -> None:
    from bot.cli.gallery.groups import section
    from bot.cli.gallery.lines import lines
    from bot.content.reader import suggestion

    house, problems = studio.house()
    if intent not in house.content.replies:
        hint = suggestion(intent, house.content.replies)["suggest_en"]
        raise Stop(f"{intent!r} is not known. {hint}A question is the name of a file in replies/, without .yaml.")
    typer.echo("\n".join(lines(section(intent, studio.scenes(), house, _about_replies(problems, studio)), language())))


def _serve(studio: Studio, port: int) -> None:
    from bot.cli.gallery.serving import Watch, serve
    from bot.cli.saves import Saves
    from bot.config.inspection import content_folders

    folders = content_folders(studio.config)
    watch = Watch(Saves((folders.intents, folders.replies)), stall(studio).made)
    try:
        serve(watch, port, lambda address: typer.echo(f"{address}  (Ctrl-C ends)"), time.sleep)
    except OSError as error:
        raise Stop(f"Port {port} cannot be used: {error.strerror}. Choose another with --port.") from None
