"""Do the same words mean two questions after the same answer?"""

from collections.abc import Iterator, Mapping
from itertools import product

from bot.content.intents import Question
from bot.content.problems import Place, Problem, problem


def twice(questions: Mapping[str, Question]) -> Iterator[Problem]:
    """Words that stand in two places after the same question: only one of them is ever heard."""
    seen: dict[tuple[str, str], tuple[str, Place]] = {}
    for name, question in questions.items():
        claims = ((*claim, line.text.place) for line in question.after for claim in product(line.asked, line.words))
        for asked, word, place in claims:
            other, earlier = seen.setdefault((asked.value, word), (name, place))
            if earlier != place:
                yield problem("after-twice", place, asked=asked.value, word=word, other=other, spot=earlier.spot)
