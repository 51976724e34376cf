"""Do the pages name what there is, and nothing else?"""

import re
import shlex
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import typer.main

from bot.cli.main import app
from bot.content.folders import Folders
from bot.content.intents import KEYS
from bot.content.library import inspect
from bot.content.memory import Memory
from bot.wording.conditions import CONDITIONS
from bot.wording.fact import Fact
from bot.wording.facts import FACTS
from tests.samples import ROOT, STORY
from tests.talks import house, said, talk_of

PAGES = sorted([*ROOT.glob("README*.md"), *ROOT.glob("docs/*.md")])
EDITORS = {"en": ROOT / "docs" / "editors.md", "zh": ROOT / "docs" / "editors.zh.md"}
REFERENCE = {"en": ROOT / "docs" / "editors-reference.md", "zh": ROOT / "docs" / "editors-reference.zh.md"}
READMES = sorted(ROOT.glob("README*.md"))
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
_COMMAND = re.compile(r"^(?:\$ )?(?:[A-Z_]+=\S+ )*(?:\.venv/bin/)?signpost (?=[a-z-])(.+)$")
# Of a step, a role or an obstacle the page only says that it is one.
_REFERRED = 4
_BUYER = "您   "
_BOT = ("签路 ", "     ")

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
both_languages = pytest.mark.parametrize("language", ["en", "zh"])


def fences(page: Path, kinds: str) -> list[str]:
    """The fenced blocks of these kinds."""
    return [text for kind, text in _FENCE.findall(page.read_text("utf-8")) if kind in kinds.split()]


def commands(page: Path) -> list[str]:
    """What follows `signpost` wherever a page tells to type it."""
    text = page.read_text("utf-8")
    typed = [line for block in fences(page, "console sh") for line in block.splitlines()]
    typed += _CODE.findall(_FENCE.sub("", text))
    return [found[1] for line in typed if (found := _COMMAND.match(line))]


def unknown(command: str) -> Iterator[str]:
    """The words of a command that the program does not know: subcommands and options."""
    group: Any = typer.main.get_command(app)
    words = shlex.split(command, comments=True)
    while words and hasattr(group, "commands"):
        word = words.pop(0)
        if not word.startswith("-"):
            if word not in group.commands:
                yield word
                return
            group = group.commands[word]
    options = {option for parameter in group.params for option in parameter.opts} | {"--help"}
    yield from (word for word in words if word.startswith("--") and word not in options)


def row(fact: Fact, language: str) -> str:
    """A fact as a line of the editors' table."""
    meaning = fact.meaning_zh if language == "zh" else fact.meaning_en
    return f"| `{fact.zh}` | `{fact.en}` | {meaning}{' ★' if fact.always else ''} |"


def worked(page: Path) -> list[str]:
    """The worked example of an editors' page: the question and its reply, two whole files."""
    return [next(block for block in fences(page, "yaml") if f"\n{key}:" in block) for key in ("rules", "answers")]


def slip(question: Path, text: str) -> None:
    """Adds an example in Chinese to a question's file, below the others."""
    before, after = question.read_text("utf-8").rsplit("\n  en:\n", 1)
    question.write_text(f"{before}\n    - {text}\n  en:\n{after}", encoding="utf-8")


def shown(text: str) -> list[str]:
    """A message as the terminal prints it."""
    first, *rest = text.splitlines()
    return [f"{_BOT[0]}{first}", *(f"{_BOT[1]}{line}" for line in rest)]


def test_every_command_in_the_pages_exists() -> None:
    wrong = {(page.name, command, word) for page in PAGES for command in commands(page) for word in unknown(command)}
    assert wrong == set()


def test_commands_are_really_found_in_the_pages() -> None:
    named = {" ".join(command.split()[:2]) for page in PAGES for command in commands(page)}
    assert {
        "cases import",
        "cases list",
        "cases show",
        "check --lang",
        "run",
        "explain 这会儿归哪一头管",
    } - named == set()


@every_page
def test_every_relative_link_leads_to_a_file(page: Path) -> None:
    targets = [target for target in _LINK.findall(page.read_text("utf-8")) if "://" not in target]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_fact_is_printed_somewhere() -> None:
    content = house().content
    answers = [answer for reply in content.replies.values() for answer in reply.answers]
    answers += [answer for piece in content.pieces for answer in piece.answers]
    used = {name for answer in answers for text in answer.texts.values() for name in text.names}
    assert [fact.en for fact in FACTS if not {fact.zh, fact.en} <= used] == []


@both_languages
def test_every_fact_stands_in_the_editors_table(language: str) -> None:
    lines = REFERENCE[language].read_text("utf-8").splitlines()
    assert [row(fact, language) for fact in FACTS if row(fact, language) not in lines] == []


@both_languages
def test_every_condition_stands_on_the_editors_page(language: str) -> None:
    text = REFERENCE[language].read_text("utf-8")
    assert [name for name in CONDITIONS if f"| `{name}` | " not in text] == []


@both_languages
def test_conditions_whose_values_are_listed_list_all_of_them(language: str) -> None:
    rows = re.findall(r"^\| `(\w+)` \|.*\|(.*)\|$", REFERENCE[language].read_text("utf-8"), re.MULTILINE)
    listed = {name: set(re.findall(r"`(\w+)`", cell)) for name, cell in rows if name in CONDITIONS}
    short = {name: {*CONDITIONS[name].values} - found for name, found in listed.items() if len(found) > _REFERRED}
    assert {name: lacking for name, lacking in short.items() if lacking} == {}


@both_languages
def test_every_sample_case_stands_on_the_page_with_its_day(language: str) -> None:
    text = EDITORS[language].read_text("utf-8")
    assert [ref for ref, moment in STORY.items() if f"| `{ref}` | `{moment:%Y-%m-%dT%H:%M}` |" not in text] == []


@both_languages
def test_every_entry_of_a_question_stands_on_the_editors_page(language: str) -> None:
    text = REFERENCE[language].read_text("utf-8")
    assert [name for name in KEYS if f"`{name}`" not in text and f"`{name}: yes`" not in text] == []


@both_languages
def test_every_piece_stands_on_the_editors_page(language: str) -> None:
    text = REFERENCE[language].read_text("utf-8")
    rows = [f"| `{piece.names['zh']}` | `{piece.names['en']}` |" for piece in house().content.pieces]
    assert [row for row in rows if row not in text] == []


def test_the_worked_example_is_the_same_in_both_languages() -> None:
    assert worked(EDITORS["en"]) == worked(EDITORS["zh"])


def test_the_worked_example_passes_and_its_slips_are_where_the_pages_say(tmp_path: Path) -> None:
    for name, text in zip(("intents", "replies"), worked(EDITORS["en"]), strict=True):
        shutil.copytree(ROOT / name, tmp_path / name)
        (tmp_path / name / "service" / "parking.yaml").write_text(text, encoding="utf-8")
    # Checked twice with one memory: the second time costs only what the slips change.
    check = partial(inspect, Folders(tmp_path / "intents", tmp_path / "replies"), memory=Memory())
    assert check()[1] == []
    slip(tmp_path / "intents" / "progress" / "next_step.yaml", "签了没")
    slip(tmp_path / "intents" / "service" / "parking.yaml", "哪天签")
    found = (entry for problem in check()[1] for entry in problem.values)
    spots = {spot for key, spot in found if key == "spot" and "parking" not in spot}
    words = (ROOT / "intents" / "_words_elsewhere.yaml").read_text("utf-8").splitlines()
    line = next(number for number, line in enumerate(words, start=1) if "、停车、" in line)
    told = {*spots, f"intents/_words_elsewhere.yaml:{line}"}
    assert len(told) == 4
    pages = {language: page.read_text("utf-8") for language, page in EDITORS.items()}
    assert [(page, spot) for spot in told for page, text in pages.items() if not re.search(rf"{spot}\b", text)] == []


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_the_talk_in_the_readme_is_what_is_said(page: Path) -> None:
    lines = next(block for block in fences(page, "text") if _BUYER in block).splitlines()
    spoken = [line for line in lines if line.startswith((_BUYER, *_BOT)) and not line.startswith("     [")]
    talk = talk_of("C-DEMO-03")
    asked = [line.removeprefix(_BUYER) for line in spoken if line.startswith(_BUYER)]
    told = [line for question in asked for line in (_BUYER + question, *shown(said(talk.say(question))))]
    assert spoken == told
