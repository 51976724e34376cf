"""Do whole conversations go as the editors wrote them down?"""

from pathlib import Path

import pytest

from bot.content.dialogues import Dialogue, DialogueReader, DialogueSetting
from bot.content.reader import Reader
from bot.rehearsal import play
from tests.samples import ROOT, STORY, cases
from tests.talks import turn


def _read() -> tuple[list[Dialogue], Reader]:
    reader = Reader()
    intents, replies = ({path.stem for path in (ROOT / name).rglob("*.yaml")} for name in ("intents", "replies"))
    stage = DialogueSetting(cases(), STORY, intents, replies)
    return list(DialogueReader(stage, reader).read_folder(Path(__file__).parent)), reader


DIALOGUES, READER = _read()


def test_every_shipped_dialogue_is_written_in_the_right_form() -> None:
    assert (READER.problems, len(DIALOGUES) > 0) == ([], True)


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda dialogue: dialogue.name)
def test_every_line_of_a_dialogue_is_answered_as_written(dialogue: Dialogue) -> None:
    told = [f"{found.place.line}:{found.place.column} {found.message('en')}" for found in play(dialogue, turn())]
    assert told == []
