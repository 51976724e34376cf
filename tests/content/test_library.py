"""Is content loaded whole or not at all, and is the shipped content sound?"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bot.content.advice import ADVICE
from bot.content.folders import Folders
from bot.content.library import BrokenContent, inspect, load
from bot.dialogue.content import Content
from bot.dialogue.intent import OWN_QUESTIONS
from bot.wording.facts import BY_NAME, FACTS
from bot.wording.replies import Answer
from tests.content.seeded import Mistake, build, mistakes, setting
from tests.samples import ROOT, content

_BROKEN = [
    mistake
    for mistake in mistakes()
    if mistake.is_content and not all(ADVICE[finding.split(" ")[1]].is_warning for finding in mistake.findings)
]


@pytest.fixture(scope="module")
def shipped() -> Content:
    """The content that is shipped."""
    return content()


def _answers(content: Content) -> Iterator[tuple[str, Answer]]:
    """Every shipped answer, by a name such as `why_cant_sign:3`."""
    for name, reply in content.replies.items():
        yield from ((f"{name}:{place}", answer) for place, answer in enumerate(reply.answers))
    for piece in content.pieces:
        yield from ((f"{piece.names['en']}:{place}", answer) for place, answer in enumerate(piece.answers))


def _said(content: Content, answer: Answer, language: str) -> frozenset[str]:
    """The facts and pieces of an answer by their English names."""
    pieces = {piece.names[language]: piece.names["en"] for piece in content.pieces}
    facts = {name: fact.en for name, fact in BY_NAME[language].items()}
    return frozenset((facts | pieces)[name] for name in answer.texts[language].names)


def test_every_fact_that_replies_use_is_explained(shipped: Content) -> None:
    explained = {fact.en for fact in FACTS if fact.meaning_zh.strip() and fact.meaning_en.strip()}
    pieces = {piece.names["en"] for piece in shipped.pieces}
    used = {name for _, answer in _answers(shipped) for name in _said(shipped, answer, "en")}
    assert used - explained - pieces == set()


def test_no_name_means_two_facts_in_one_language() -> None:
    assert {language: len(names) for language, names in BY_NAME.items()} == {"zh": len(FACTS), "en": len(FACTS)}


@pytest.mark.parametrize("mistake", _BROKEN[::4], ids=lambda mistake: mistake.name)
def test_content_with_an_error_is_never_loaded_half(tmp_path: Path, mistake: Mistake) -> None:
    root = build(tmp_path, mistake)
    assert inspect(Folders(root / "intents", root / "replies"), setting())[0] is None


def test_content_with_only_a_warning_is_loaded(tmp_path: Path) -> None:
    warned = next(mistake for mistake in mistakes() if mistake.name == "a someday that came")
    root = build(tmp_path, warned)
    assert load(Folders(root / "intents", root / "replies")).intents.keys() == {"how_long", "why", *OWN_QUESTIONS}


def test_a_check_tells_how_far_it_has_come(tmp_path: Path) -> None:
    root = build(tmp_path)
    shares: list[float] = []
    inspect(Folders(root / "intents", root / "replies"), setting(), shares.append)
    assert (shares, shares[-1]) == (sorted(shares), 1)


def test_loading_broken_content_tells_how_to_see_why(tmp_path: Path) -> None:
    root = build(tmp_path, next(iter(_BROKEN)))
    with pytest.raises(BrokenContent, match=r"^1 problems .* `signpost check`"):
        load(Folders(root / "intents", root / "replies"))


def test_an_unreadable_word_file_is_one_finding_only(tmp_path: Path) -> None:
    root = build(tmp_path)
    (root / "intents" / "_words.yaml").write_text("sign：\n", "utf-8")
    assert [problem.rule for problem in inspect(Folders(root / "intents", root / "replies"))[1]] == ["full-width"]


def test_a_folder_that_nobody_may_open_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = build(tmp_path)
    (root / "intents" / "money").mkdir()
    # To the superuser, who may run this, no folder is closed.
    monkeypatch.setattr("bot.content.folders.os.access", lambda entry, _mode: "money" not in entry.name)
    found = inspect(Folders(root / "intents", root / "replies"))[1]
    assert [(problem.place.file, problem.rule) for problem in found] == [("intents/money", "unreadable")]


def test_names_with_another_ending_are_missing(tmp_path: Path) -> None:
    root = build(tmp_path)
    (root / "replies" / "_names.yaml").rename(root / "replies" / "_names.yml")
    found = inspect(Folders(root / "intents", root / "replies"), setting())[1]
    told = [(problem.place.file, problem.rule) for problem in found]
    assert told == [("replies", "missing-file"), ("replies/_names.yml", "wrong-ending")]


def test_unreadable_pieces_are_one_finding_only(tmp_path: Path) -> None:
    root = build(tmp_path)
    (root / "replies" / "_pieces.yaml").write_text("'\n", "utf-8")
    assert [problem.rule for problem in inspect(Folders(root / "intents", root / "replies"))[1]] == ["yaml-syntax"]


def test_questions_in_folders_further_down_are_found(tmp_path: Path) -> None:
    root = build(tmp_path)
    (root / "intents" / "more").mkdir()
    (root / "intents" / "how_long.yaml").rename(root / "intents" / "more" / "how_long.yaml")
    assert load(Folders(root / "intents", root / "replies")).intents.keys() == {"how_long", "why", *OWN_QUESTIONS}


def test_files_that_end_otherwise_are_left_alone(tmp_path: Path) -> None:
    root = build(tmp_path)
    (root / "intents" / "why.yaml~").write_text("'", "utf-8")
    assert inspect(Folders(root / "intents", root / "replies"))[1] == []


def test_a_megabyte_of_examples_is_read_without_a_finding(tmp_path: Path) -> None:
    root = build(tmp_path)
    path = root / "intents" / "why.yaml"
    path.write_text(path.read_text("utf-8") + "# " + "很长" * 200_000, "utf-8")
    assert inspect(Folders(root / "intents", root / "replies"))[1] == []


def test_what_a_program_keeps_in_hidden_folders_is_no_content(tmp_path: Path) -> None:
    folders = Folders(build(tmp_path) / "intents", tmp_path / "replies")
    kept = folders.intents / ".stversions" / "how_long.yaml"
    kept.parent.mkdir()
    kept.write_text("no: content", "utf-8")
    assert inspect(folders, setting())[1] == []


def test_what_an_editor_filed_is_answered_so_in_the_very_words(shipped: Content) -> None:
    files = {
        path.stem: yaml.load(path.read_text("utf-8"), yaml.CSafeLoader) for path in (ROOT / "intents").glob("*/*.yaml")
    }
    filed = [
        (name, str(text))
        for name, file in files.items()
        for texts in file.get("examples", {}).values()
        # One in twenty: all of them take their time.
        for text in texts[::20]
    ]
    wrong = [(name, text) for name, text in filed if shipped.matcher.match(text).answer != name]
    assert len(wrong) / len(filed) < 0.03


@pytest.mark.parametrize(
    ("filed", "typed"), [("维修基金是多少", "維修基金是多少？"), ("wrong", "Wrong."), ("then what", "Then what??")]
)
def test_what_was_filed_is_known_however_it_is_typed(shipped: Content, filed: str, typed: str) -> None:
    answers = {shipped.matcher.match(message).answer for message in (filed, typed)}
    assert (len(answers), None in answers) == (1, False)


def test_signs_alone_are_nobodys_example(shipped: Content) -> None:
    assert [shipped.matcher.match(signs).answer for signs in ("?", "？？", "。")] == [None] * 3


def test_figures_and_lines_of_one_are_no_slips(tmp_path: Path) -> None:
    root = build(tmp_path)
    words, reply = root / "intents" / "_words.yaml", root / "replies" / "how_long.yaml"
    words.write_text(words.read_text("utf-8").replace("    - sign / signing", "    - sign / signing / 50,000"), "utf-8")
    text = reply.read_text("utf-8").replace("en: That depends", "en: >\n      That depends")
    reply.write_text(text, "utf-8")
    assert inspect(Folders(root / "intents", root / "replies"), setting())[1] == []
