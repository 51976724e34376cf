"""What do we answer, and in which case? (`replies/*.yaml`)"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.content.answers import AnswerReader
from bot.content.problems import Place
from bot.content.reader import Reader
from bot.content.source import Fields, Node, Text
from bot.wording.replies import Piece, Reply
from bot.wording.validity import Validity


@dataclass(frozen=True)
class Page:
    """One file of `replies/`, read; `buttons` with their places, for checking where they lead."""

    reply: Reply
    place: Place
    buttons: tuple[Text, ...]


def read_page(name: str, node: Node, reader: Reader, pieces: tuple[Piece, ...] = ()) -> Page:
    """The reply of a file; what is wrong with it is in the reader."""
    fields = reader.fields(node, ("page", "answers"), required=("answers",))
    nodes = reader.items(fields.get("answers"))
    if "answers" in fields:
        _check_order(nodes, node.place, reader)
    answers = AnswerReader(reader, other_names(pieces))
    read = [answers.read(entry) if _has_condition(entry) else answers.read_last_resort(entry) for entry in nodes]
    validity = read_validity(fields["page"], reader) if "page" in fields else None
    return Page(Reply(name, tuple(read), validity), node.place, tuple(answers.buttons))


def read_validity(node: Node, reader: Reader) -> Validity | None:
    """When and where a page of information holds."""
    fields = reader.fields(node, ("valid_from", "review_by", "city"), required=("valid_from", "review_by"))
    since, until = (reader.day(fields.get(name)) for name in ("valid_from", "review_by"))
    cities = reader.one_or_more(fields["city"]) if "city" in fields else ()
    if since is None or until is None:
        return None
    if until < since:
        reader.report("review-too-early", fields["review_by"].place, day=until, since=since)
    return Validity(since, until, frozenset(text.value for text in cities))


def read_pieces(node: Node, reader: Reader) -> tuple[Piece, ...]:
    """The shared sentences of `replies/_pieces.yaml`: an English name, a Chinese one, and answers."""
    return tuple(_piece(name, entry, reader) for name, entry in reader.entries(node).items())


def _piece(name: str, node: Node, reader: Reader) -> Piece:
    fields = reader.fields(node, ("name", "answers"), required=("name", "answers"))
    chinese = reader.text(fields.get("name"))
    answers = AnswerReader(reader)
    read = tuple(answers.read(entry) for entry in reader.items(fields.get("answers")))
    for button in answers.buttons:
        reader.report("unknown-key", button.place, key="buttons", allowed="when, zh, en", suggest_zh="", suggest_en="")
    return Piece({"zh": chinese.value if chinese else name, "en": name}, read)


def other_names(pieces: tuple[Piece, ...]) -> Mapping[str, Mapping[str, str]]:
    """For each language, the names it may use and what each is called in the other one."""
    return {
        "zh": {piece.names["zh"]: piece.names["en"] for piece in pieces},
        "en": {piece.names["en"]: piece.names["zh"] for piece in pieces},
    }


def _has_condition(node: Node) -> bool:
    return isinstance(node, Fields) and "when" in node.fields


def _check_order(nodes: tuple[Node, ...], place: Place, reader: Reader) -> None:
    """The answer without a condition stands last, and there is one."""
    open_ended = [node for node in nodes if isinstance(node, Fields) and not _has_condition(node)]
    if not open_ended:
        reader.report("missing-fallback", nodes[-1].place if nodes else place)
    for node in nodes[nodes.index(open_ended[0]) + 1 :] if open_ended else ():
        reader.report("unreachable-answer", node.place, line=open_ended[0].place.line)
