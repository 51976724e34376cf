"""Does the widened content stand for what three hundred questions would be?"""

from pathlib import Path

from benchmarks import checking
from bot.content import library


def test_widened_content_is_sound_and_has_three_hundred_questions(tmp_path: Path) -> None:
    assert len(library.load(checking.widened(tmp_path)).intents) == checking.QUESTIONS
