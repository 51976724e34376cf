"""Do the same words mean two questions after the same answer?"""

from collections.abc import Iterator, Mapping

from bot.content.intents import Question
from bot.content.problems import Place, Problem, problem


def twice(questions: Mapping[str, Question]) -> Iterator[Problem]:
    """Words that stand in two places after the same question: only one of them is ever heard."""
    seen: dict[tuple[str, str], tuple[str, Place]] = {}
    for name, question in questions.items():
        for line in question.after:
            for asked in line.asked:
                for word in line.words:
                    other, place = seen.setdefault((asked.value, word), (name, line.text.place))
                    if place != line.text.place:
                        values = {"asked": asked.value, "word": word, "other": other, "spot": place.spot}
                        yield problem("after-twice", line.text.place, **values)
