"""Does any reply use each shared sentence?"""

from collections.abc import Iterable, Iterator, Mapping

from bot.content.problems import Problem, problem
from bot.content.replies import Page, Shared


def unused(pieces: Iterable[Shared], pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Pieces that stand in no reply."""
    named = {
        (language, name)
        for page in pages.values()
        for answer in page.reply.answers
        for language, template in answer.texts.items()
        for name in template.names
    }
    for shared in pieces:
        if named.isdisjoint(shared.piece.names.items()):
            yield problem(
                "unused-piece", shared.place, piece=shared.piece.names["en"], piece_zh=shared.piece.names["zh"]
            )
