"""How does an editor begin a new question, and how do editors' tools learn the form of the files?"""

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import ConfigFile
from bot.cli.paths import short
from bot.cli.trouble import Stop, language

if TYPE_CHECKING:
    from bot.config.loading import Config
    from bot.content.folders import Folders

_SCHEMAS = "schemas"
_ANSWERED = {
    "zh": "「{title}」现在答的是 {why}。句子归这个新问题的，要从那边的 examples 挪过来。",
    "en": "'{title}' is answered by {why} today. Of its examples, move those that belong to the new question.",
}
_ELSEWHERE = {
    "zh": "「{word}」写在 {spot}，算别的事：从那里删掉，再试几句带这个词、但归别的问题的话。",
    "en": "'{word}' is a word of other matters ({spot}): take it out there, and try sentences with it that belong to "
    "other questions.",
}
_NEXT = {
    "zh": "空着的地方填好：`signpost check` 会逐处指出来。",
    "en": "Now fill in the blanks: `signpost check` names each of them.",
}


def new(
    question: Annotated[str, typer.Argument(help="Its name, such as parking: small letters, digits and _.")],
    topic: Annotated[
        str | None, typer.Option(help="The folder below intents/ and replies/ to put it in.", show_default=False)
    ] = None,
    title_zh: Annotated[str, typer.Option(help="The question in Chinese, as it stands on a button.")] = "",
    title_en: Annotated[str, typer.Option(help="The question in English.")] = "",
    config: ConfigFile = None,
) -> None:
    """Begin a new question: its two files, with blanks to fill in and comments that tell how.

    Example: signpost new parking --topic service --title-zh 签约那边能停车吗？ --title-en 'Is there parking?'
    """
    from bot.app import configure
    from bot.config.inspection import content_folders
    from bot.content.scaffold import pair

    settings = configure(config)
    folders = content_folders(settings)
    _refuse(question, topic, folders)
    targets = [folder / (topic or "") / f"{question}.yaml" for folder in (folders.intents, folders.replies)]
    schemas = Path(os.path.relpath(settings.folder / _SCHEMAS, targets[0].parent)).as_posix()
    titles = {"zh": title_zh, "en": title_en}
    for line in _today(settings, titles):
        typer.echo(line)
    for path, text in zip(targets, pair(question, titles, schemas), strict=True):
        _write(path, text)
    typer.echo(_NEXT[language()])


def schema(
    write: Annotated[bool, typer.Option("--write", help="Write them to schemas/ beside config.yaml.")] = False,
    config: ConfigFile = None,
) -> None:
    """Print the JSON Schemas of the editors' files, for completion and underlining while writing."""
    from bot.app import configure
    from bot.content.schema import schemas

    if not write:
        typer.echo(json.dumps(schemas(), ensure_ascii=False, indent=2))
        return
    folder = configure(config).folder / _SCHEMAS
    for name, entry in schemas().items():
        _write(folder / name, json.dumps(entry, ensure_ascii=False, indent=2) + "\n")


def _today(settings: "Config", titles: Mapping[str, str]) -> Iterator[str]:
    """What stands in a title's way: who answers it now, and its words of other matters; nothing if files are broken."""
    from bot.app import house
    from bot.cli.report import why
    from bot.config.inspection import content_folders
    from bot.content.library import BrokenContent
    from bot.content.words import word_places
    from bot.dialogue.intent import BESIDE
    from bot.matching.said import ELSEWHERE
    from bot.matching.understanding import understand

    spoken = language()
    try:
        matcher = house(settings).content.matcher
    except BrokenContent:
        return
    places = word_places(content_folders(settings).intents, ELSEWHERE)
    for title in filter(None, titles.values()):
        understood = understand(matcher, title)
        for match in (match for match in understood.asked if match.best and match.best.intent != BESIDE):
            yield _ANSWERED[spoken].format(title=title, why=why(match, matcher))
        texts = understood.whole.utterance.texts
        for word in understood.whole.found:
            if ELSEWHERE in word.concepts and (found := places.get(texts[word.start : word.end])):
                yield _ELSEWHERE[spoken].format(word=found[0], spot=found[1].spot)


def _refuse(question: str, topic: str | None, folders: "Folders") -> None:
    """A name that cannot be one, or that is taken: nothing is written then."""
    from bot.content.folders import file_of, is_name

    for name in filter(None, [question, topic]):
        if not is_name(name):
            raise Stop(f"{name!r} cannot be a name. Use 2 to 40 small letters, digits and _, a letter first.")
    for folder in (folders.intents, folders.replies):
        if taken := file_of(question, folder):
            raise Stop(f"There is a {question!r} already: {taken}. Change that file, or choose another name.")


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Stop(f"Cannot write {path}: {error.strerror}.") from error
    typer.echo(f"Written: {short(path)}")
