"""Which words of a message does an editor look for? (`mentions` under `when`, and `after` of a question)"""

from collections.abc import Iterator
from itertools import product

from bot.content.reader import Reader
from bot.content.rule_text import alternatives, wide_of
from bot.content.source import Text
from bot.matching.script import even
from bot.wording.mentions import BOTH


def mentioned(text: Text, reader: Reader) -> Iterator[str]:
    """Every word; of lists that are joined by a plus, one of each. What is wrong with it is in the reader."""
    if wide := wide_of(text):
        reader.problems.append(wide)
        return
    parts = [list(map(even, alternatives(part))) for part in text.value.split(BOTH)]
    if all(map(all, parts)):
        yield from map(BOTH.join, product(*parts))
    else:
        reader.report("empty-text", text.place)
