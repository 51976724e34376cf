"""How is each finding put to an editor, and what cures it? In Chinese and English."""

from collections.abc import Mapping

from bot.content.advice.answers import REPLIES
from bot.content.advice.dialogues import DIALOGUES
from bot.content.advice.files import FILES, LABELS, SHAPES
from bot.content.advice.form import Advice
from bot.content.advice.operators import ROWS, SETTINGS
from bot.content.advice.practice import PRACTICE
from bot.content.advice.questions import INTENTS
from bot.content.advice.tone import TONE

__all__ = ["ADVICE"]

_TABLES = (FILES, SHAPES, LABELS, INTENTS, REPLIES, TONE, DIALOGUES, SETTINGS, ROWS, PRACTICE)
ADVICE: Mapping[str, Advice] = {rule: advice for table in _TABLES for rule, advice in table.items()}
# Two texts under one name would hide each other.
assert len(ADVICE) == sum(map(len, _TABLES)), "a finding is worded twice"
