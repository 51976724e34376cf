"""How does an editor begin a new question, and how do editors' tools learn the form of the files?"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.moments import now_or
from bot.cli.options import ConfigFile
from bot.cli.paths import short
from bot.cli.progress import share_of
from bot.cli.trouble import Stop, language, told

if TYPE_CHECKING:
    from bot.config.loading import Config
    from bot.content.folders import Folders
    from bot.content.scaffold import Draft
    from bot.matching.matcher import Matcher

_SCHEMAS = "schemas"
_ANSWERED = {
    "zh": "「{title}」现在答的是 {why}。句子归这个新问题的，要从那边的 examples 挪过来。",
    "en": "'{title}' is answered by {why} today. Of its examples, move those that belong to the new question.",
}
_ELSEWHERE = {
    "zh": "「{word}」写在 {spot}，算别的事。这个问题离不开它，就从那里删掉，再试几句带这个词、但归别的问题的话；"
    "只是哪一句碰巧有，就改那一句。",
    "en": "'{word}' is a word of other matters ({spot}). If the question lives on it, take it out there, and try "
    "sentences with it that belong to other questions; if one sentence just happens to hold it, reword that.",
}
_NEXT = {
    "zh": "空着的地方填好：`signpost check` 会逐处指出来。",
    "en": "Now fill in the blanks: `signpost check` names each of them.",
}

_SOUND = {"zh": "没有问题。", "en": "No problems found."}
_BY_ROTE = {
    "zh": "下面 {count} 句，只因为写在例句里才认得；跟它们像的话，买家换个说法就认不出。\n{sentences}\n"
    "里面哪个词一出现就是问这件事，把它加进 rules；词已经在里面的，一个词分量不够，"
    "另写一条「说的是什么 + 怎么了」，比如 家具、冰箱 + 留、搬走、归谁。",
    "en": "These {count} are known only because they are written down; what buyers say like them is not.\n{sentences}\n"
    "Put the word that gives each away into rules. Where it stands there already, one word alone is too weak: add a "
    "rule of what it is about + what happens to it, such as furniture / fridge + stay / leave / mine.",
}
_TRY = {
    "zh": "买家会看到什么：`signpost preview {question}`。",
    "en": "What buyers would see: `signpost preview {question}`.",
}


def new(
    question: Annotated[str, typer.Argument(help="Its name, such as parking: small letters, digits and _.")],
    topic: Annotated[
        str | None, typer.Option(help="The folder below intents/ and replies/ to put it in.", show_default=False)
    ] = None,
    title_zh: Annotated[str, typer.Option(help="The question in Chinese, as it stands on a button.")] = "",
    title_en: Annotated[str, typer.Option(help="The question in English.")] = "",
    ask: Annotated[bool, typer.Option("--ask", help="Ask for words, sentences and answers, then check them.")] = False,
    config: ConfigFile = None,
) -> None:
    """Begin a new question: its two files, with blanks to fill in and comments that tell how.

    With --ask you are asked step by step for all that goes into them; then both files are checked, and you are told
    which of your sentences are known only because they are written down.

    Examples: signpost new parking --topic service --ask
    signpost new parking --topic service --title-zh 签约那边能停车吗？ --title-en 'Is there parking?'
    """
    from bot.app import configure
    from bot.cli.interview import ask_titles, interview
    from bot.config.inspection import content_folders
    from bot.content.scaffold import Draft, pair

    settings = configure(config)
    folders = content_folders(settings)
    _refuse(question, topic, folders)
    targets = [folder / (topic or "") / f"{question}.yaml" for folder in (folders.intents, folders.replies)]
    schemas = Path(os.path.relpath(settings.folder / _SCHEMAS, targets[0].parent)).as_posix()
    titles: Mapping[str, str] = {"zh": title_zh, "en": title_en}
    titles = ask_titles(titles, language()) if ask else titles
    matcher = _matcher(settings)
    _echo(_answered(titles.values(), matcher))
    draft = interview(titles, language()) if ask else Draft(titles)
    _echo(_words_elsewhere(draft, matcher, folders))
    _write_both(targets, pair(question, draft, schemas))
    if ask:
        _check(question, draft, settings)
    else:
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
        typer.echo(f"Written: {short(folder / name)}")


def _echo(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)


def _matcher(settings: "Config") -> "Matcher | None":
    """What understands messages now; None where the files are broken."""
    from bot.app import house
    from bot.content.library import BrokenContent

    try:
        return house(settings).content.matcher
    except BrokenContent:
        return None


def _answered(titles: Iterable[str], matcher: "Matcher | None") -> Iterator[str]:
    """Who answers the titles today."""
    from bot.cli.report import why
    from bot.dialogue.intent import BESIDE
    from bot.matching.understanding import understand

    for title in filter(None, titles if matcher else ()):
        assert matcher is not None
        for match in understand(matcher, title).asked:
            if match.best and match.best.intent != BESIDE:
                yield _ANSWERED[language()].format(title=title, why=why(match, matcher))


def _words_elsewhere(draft: "Draft", matcher: "Matcher | None", folders: "Folders") -> Iterator[str]:
    """Its words that belong to other matters: where they stand, they speak against it."""
    from bot.content.words import word_places
    from bot.matching.said import ELSEWHERE

    places = word_places(folders.intents, ELSEWHERE)
    matches = map(matcher.match, draft.texts) if matcher else ()
    found = (places.get(match.utterance.texts[word.start : word.end]) for match in matches for word in match.found)
    for word, place in dict.fromkeys(filter(None, found)):
        yield _ELSEWHERE[language()].format(word=word, spot=place.spot)


def _check(question: str, draft: "Draft", settings: "Config") -> None:
    """What the checker says now, of other files too, and which of the sentences nothing else would have found."""
    from bot.config.inspection import inspect

    spoken = language()
    with share_of("Checking") as done:
        content, problems = inspect(settings, now_or(None).date(), done)
    typer.echo(told(problems, spoken) if problems else _SOUND[spoken])
    by_rote = list(_by_rote(question, draft, content.matcher)) if content else []
    if by_rote:
        sentences = "\n".join(f"  {text}" for text in by_rote)
        typer.echo(_BY_ROTE[spoken].format(count=len(by_rote), sentences=sentences))
    typer.echo(_TRY[spoken].format(question=question))


def _by_rote(question: str, draft: "Draft", matcher: "Matcher") -> Iterator[str]:
    """The sentences that would not be understood if they were not written down."""
    for text in chain.from_iterable(draft.examples.values()):
        match = matcher.match_unseen(text)
        if match.answer != question:
            yield text


def _refuse(question: str, topic: str | None, folders: "Folders") -> None:
    """A name that cannot be one, or that is taken: nothing is written then."""
    from bot.content.folders import file_of, is_name

    for name in filter(None, [question, topic]):
        if not is_name(name):
            raise Stop(f"{name!r} cannot be a name. Use 2 to 40 small letters, digits and _, a letter first.")
    for folder in (folders.intents, folders.replies):
        if taken := file_of(question, folder):
            raise Stop(f"There is a {question!r} already: {taken}. Change that file, or choose another name.")


def _write_both(paths: Sequence[Path], texts: Sequence[str]) -> None:
    """A question and its reply, or neither."""
    written: list[Path] = []
    try:
        for path, text in zip(paths, texts, strict=True):
            _write(path, text)
            written.append(path)
    except Stop as stop:
        for path in written:
            path.unlink()
        raise Stop(f"{stop} Nothing was kept.") from stop
    for path in paths:
        typer.echo(f"Written: {short(path)}")


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Stop(f"Cannot write {path}: {error.strerror}.") from error
