"""Does who remembers the last pass say the same as who looks for the first time, and do only what is new?"""

import gc
from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar, cast
from weakref import ref

import pytest

from bot.content.checks.every import Setting
from bot.content.folders import Folders
from bot.content.library import inspect
from bot.content.memory import Memory
from bot.content.problems import Place
from bot.content.reader import Reader
from bot.matching.match import Match
from tests.content.seeded import build, look, mistakes, setting, told

_Made = TypeVar("_Made")


class _Diary(Memory):
    """Notes what had to be made: its kind, and the file if it was made of one alone."""

    def __init__(self) -> None:
        super().__init__()
        self.made: set[tuple[object, ...]] = set()

    def recall(self, sources: Hashable, make: Callable[[], _Made]) -> _Made:
        def noted() -> _Made:
            kind, *rest = sources if isinstance(sources, tuple) else (sources,)
            self.made.add((kind, *(entry for entry in rest[:1] if isinstance(entry, str) and entry.endswith(".yaml"))))
            return make()

        return super().recall(sources, noted)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """A small installation without a fault."""
    return _folders(build(tmp_path / "content"))


def _folders(root: Path) -> Folders:
    return Folders(root / "intents", root / "replies")


def _made(folders: Folders, change: Callable[[], object], new: Setting | None = None) -> set[tuple[object, ...]]:
    """What has to be made anew after a change."""
    memory = _Diary()
    inspect(folders, setting(), memory=memory)
    change()
    memory.made.clear()
    assert inspect(folders, new or setting(), memory=memory)[1] == []
    return memory.made


def _comment(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "# 看过了\n", "utf-8")


def test_who_looks_for_the_first_time_finds_what_all_others_find(tmp_path: Path) -> None:
    differing = []
    # Every third, as each takes its time; test_mistakes looks at all of them with one memory.
    for mistake in [mistake for mistake in mistakes() if mistake.is_content][::3]:
        root = build(tmp_path / mistake.name, mistake)
        if tuple(told(problem, root, mistake.file) for problem in look(root, mistake)) != mistake.findings:
            differing.append(mistake.name)
    assert differing == []


def test_a_message_is_understood_the_same_whatever_was_seen_before(folders: Folders) -> None:
    memory, path = Memory(), folders.intents / "how_long.yaml"
    inspect(folders, setting(), memory=memory)
    path.write_text(path.read_text("utf-8").replace("- 多久、几天", "- 多久、几天、多少日子"), "utf-8")
    found = [inspect(folders, setting(), memory=known)[0] for known in (memory, None)]
    best = [content and content.matcher.match("网签多少日子").best for content in found]
    assert [entry and (entry.intent, entry.score, entry.evidence) for entry in best] == [
        ("how_long", 0.811, ("多少日子", "网签"))
    ] * 2


def test_a_sentence_of_two_parts_is_taken_apart_anew_once_a_part_is_another_question(folders: Folders) -> None:
    memory, why, path = Memory(), folders.intents / "why.yaml", folders.intents / "how_long.yaml"
    why.write_text(why.read_text("utf-8").replace("- 卡住了\n", "- 卡住了\n    - 真急人。网签多少日子\n"), "utf-8")
    found = [inspect(folders, setting(), memory=memory)[1]]
    path.write_text(path.read_text("utf-8").replace("- 多久、几天", "- 多久、几天、多少日子"), "utf-8")
    found += [inspect(folders, setting(), memory=known)[1] for known in (memory, None)]
    asked = [dict(entry.values)["asked"] for problems in found for entry in problems if entry.rule == "cut-example"]
    assert (asked, found[1]) == (["–", "how_long", "how_long"], found[2])


def test_a_group_is_looked_for_where_it_stands_now(folders: Folders) -> None:
    memory, question = Memory(), folders.intents / "why.yaml"
    question.write_text(question.read_text("utf-8").replace("<网签>", "<网千>"), "utf-8")
    inspect(folders, setting(), memory=memory)
    (folders.intents / "_words.yaml").rename(folders.intents / "_words_new.yaml")
    found = [inspect(folders, setting(), memory=known)[1] for known in (memory, None)]
    assert [entry.cure("en") for entry in found[0]] == [entry.cure("en") for entry in found[1]]


def test_files_as_they_were_are_not_looked_at_again(folders: Folders) -> None:
    assert _made(folders, lambda: None) == set()


def test_a_saved_reply_is_read_and_said_alone(folders: Folders) -> None:
    file = "replies/why.yaml"
    made = _made(folders, lambda: _comment(folders.replies / "why.yaml"))
    assert made == {("tree", file), ("page", file), ("parity", file), ("said", file)}


def test_a_saved_question_has_all_sentences_judged_but_no_reply_said(folders: Folders) -> None:
    file = "intents/why.yaml"
    made = _made(folders, lambda: _comment(folders.intents / "why.yaml"))
    assert made == {("tree", file), ("question", file), ("matcher",), ("sentences",)}


class _Matches(Memory):
    """Notes what was said in the sentences that had to be matched."""

    def __init__(self) -> None:
        super().__init__()
        self.matched: set[str] = set()

    def recall(self, sources: Hashable, make: Callable[[], _Made]) -> _Made:
        def noted() -> _Made:
            made = make()
            if isinstance(made, Match):
                self.matched.add(made.utterance.original)
            return made

        return super().recall(sources, noted)


def _matched(folders: Folders, old: str, new: str) -> tuple[set[str], set[str]]:
    """The sentences that are matched at first, and those matched again once a file holds something new."""
    memory, path = _Matches(), folders.intents / "how_long.yaml"
    inspect(folders, setting(), memory=memory)
    matches = cast("_Matches", memory.part("matches"))
    every, matches.matched = matches.matched, set()
    # Between two saved questions somebody saves a reply.
    _comment(folders.replies / "why.yaml")
    inspect(folders, setting(), memory=memory)
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    assert inspect(folders, setting(), memory=memory)[1] == []
    return every, matches.matched


def test_a_new_example_has_only_those_of_its_language_matched_again(folders: Folders) -> None:
    every, again = _matched(folders, "    - 要等多久\n", "    - 要等多久\n    - 还要等几天\n")
    assert "how long until we sign" in every
    assert (len(again) > 1, {sentence for sentence in again if sentence.isascii()}) == (True, set())


def test_a_new_rule_has_only_those_matched_again_that_hold_its_words(folders: Folders) -> None:
    every, again = _matched(folders, "    - how long\n", "    - how long\n    - when + <sign>\n")
    # The rule is tried with words of its own.
    assert ("how long until we sign" in every, again) == (True, {"when sign"})


def test_names_have_a_say_in_every_reply(folders: Folders) -> None:
    made = _made(folders, lambda: _comment(folders.replies / "_names.yaml"))
    replies = {path.stem for path in folders.replies.glob("*.yaml")} - {"_names", "_pieces", "_tone", "_glossary"}
    assert {entry for entry in made if entry[0] == "said"} == {("said", f"replies/{name}.yaml") for name in replies}


def test_other_scenes_are_said_anew(folders: Folders) -> None:
    stage = setting().stage
    assert stage
    new = replace(setting(), stage=replace(stage, scenes=stage.scenes[:1]))
    assert {kind for kind, *_ in _made(folders, lambda: None, new)} == {"said"}


def test_another_day_alone_changes_nothing_that_is_kept(folders: Folders) -> None:
    assert _made(folders, lambda: None, replace(setting(), today=date(2026, 11, 24))) == set()


def test_what_a_whole_pass_did_not_ask_for_is_forgotten() -> None:
    memory, made = Memory(), list[str]()
    for wanted in ("one", "two", "one"):
        memory.recall(wanted, lambda wanted=wanted: made.append(wanted))  # type: ignore[misc]
        memory.pass_over()
    assert made == ["one", "two", "one"]


def test_findings_of_what_is_known_are_told_each_time() -> None:
    memory, told = Memory(), []
    for _ in range(2):
        reader = Reader()
        memory.read("file", lambda own: own.report("empty-file", Place("file.yaml")), reader)
        told.append([entry.rule for entry in reader.problems])
    assert told == [["empty-file"], ["empty-file"]]


def test_a_thing_has_another_edition_once_it_says_something_else() -> None:
    memory = Memory()
    assert [memory.edition("things", [number]) for number in (1, 1, 2, 1)] == [0, 0, 1, 2]


def test_what_a_save_replaces_goes_by_itself(folders: Folders) -> None:
    """Loading takes all that it made out of the search for garbage: what points back to itself would stay for ever."""
    memory = Memory()
    content, _ = inspect(folders, setting(), memory=memory)
    assert content is not None
    old = ref(content.matcher)
    del content
    path = folders.intents / "why.yaml"
    gc.disable()
    try:
        path.write_text(path.read_text("utf-8").replace("rules:\n  zh:\n", "rules:\n  zh:\n    - 咋整 + 签\n"), "utf-8")
        inspect(folders, setting(), memory=memory)
        assert old() is None
    finally:
        gc.enable()
