"""What do we answer, and in which case? (`replies/*.yaml`)"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.content import answers
from bot.content.answers import AnswerReader, Written
from bot.content.problems import Place
from bot.content.reader import Reader
from bot.content.shapes import DAY, TEXT, Key, Many, OneOrMany, Record, needed
from bot.content.source import Fields, Items, Node, Text
from bot.wording.facts import BY_NAME
from bot.wording.replies import Answer, Piece, Reply
from bot.wording.validity import Validity

PAGE: Mapping[str, Key] = {
    "valid_from": Key("从哪天起这样规定", "the day from which this holds", DAY, is_needed=True),
    "review_by": Key(
        "最晚哪天复核；过了这天，买家问到只说请顾问确认",
        "the day by which it is reviewed; after that, buyers are sent to a person",
        DAY,
        is_needed=True,
    ),
    "city": Key("只在这些城市这样", "the cities where this holds", OneOrMany(TEXT)),
}
KEYS: Mapping[str, Key] = {
    "page": Key("讲规定的一页：什么时候、在哪里算数", "a page of information: when and where it holds", Record(PAGE)),
    "answers": Key(
        "从上往下，第一个符合的；最后一个不写 when",
        "from the top, the first that fits; the last one has no when",
        Many(Record(answers.KEYS)),
        is_needed=True,
    ),
}
PIECE: Mapping[str, Key] = {
    "name": Key("这句话的中文名，写在 {{ }} 里", "its Chinese name, to be put between {{ }}", TEXT, is_needed=True),
    "answers": Key(
        "从上往下，第一个符合的；都不符合，这一句就不说",
        "from the top, the first that fits; where none does, nothing is said",
        Many(Record({name: key for name, key in answers.KEYS.items() if name != "buttons"})),
        is_needed=True,
    ),
}


@dataclass(frozen=True)
class Page:
    """One file of `replies/`, read; buttons, cities and texts with their places, for checking them."""

    reply: Reply
    place: Place
    buttons: tuple[Text, ...]
    written: tuple[Written, ...]
    cities: tuple[Text, ...] = ()


def read_page(name: str, node: Node, pieces: tuple[Piece, ...], reader: Reader) -> Page:
    """The reply of a file; what is wrong with it is in the reader."""
    fields = reader.fields(node, KEYS, required=needed(KEYS))
    nodes = reader.items(fields.get("answers"))
    if "answers" in fields:
        _check_order(nodes, node.place, reader)
    sheet = AnswerReader(reader, other_names(pieces))
    read = [sheet.read(entry) if _has_condition(entry) else sheet.read_last_resort(entry) for entry in nodes]
    validity = read_validity(fields["page"], reader) if "page" in fields else None
    cities = _cities(fields["page"]) if "page" in fields else ()
    reply = Reply(name, tuple(read), validity, node.place.file)
    _report_shadowed(sheet.written, reader)
    return Page(reply, node.place, tuple(sheet.buttons), tuple(sheet.written), cities)


def read_validity(node: Node, reader: Reader) -> Validity | None:
    """When and where a page of information holds."""
    fields = reader.fields(node, PAGE, required=needed(PAGE))
    since, until = (reader.day(fields.get(name)) for name in ("valid_from", "review_by"))
    cities = reader.one_or_more(fields["city"]) if "city" in fields else ()
    if since is None or until is None:
        return None
    if until < since:
        reader.report("review-too-early", fields["review_by"].place, day=until, since=since)
    return Validity(since, until, frozenset(text.value for text in cities))


def _cities(node: Node) -> tuple[Text, ...]:
    entry = node.fields.get("city") if isinstance(node, Fields) else None
    named = entry.items if isinstance(entry, Items) else (entry,)
    return tuple(city for city in named if isinstance(city, Text))


@dataclass(frozen=True)
class Shared:
    """One entry of `replies/_pieces.yaml`, read; the texts with their places, for checking them."""

    piece: Piece
    place: Place
    written: tuple[Written, ...]


def read_pieces(node: Node, reader: Reader) -> tuple[Shared, ...]:
    """The shared sentences of `replies/_pieces.yaml`: an English name, a Chinese one, and answers."""
    keys = node.keys if isinstance(node, Fields) else {}
    shared = tuple(_shared(name, keys[name], entry, reader) for name, entry in reader.entries(node).items())
    _report_namesakes(shared, reader)
    return shared


def _report_namesakes(shared: Sequence[Shared], reader: Reader) -> None:
    """Two with one Chinese name: which of them would be meant?"""
    known: dict[str, Place] = {}
    for one in shared:
        name = one.piece.names["zh"]
        other = known.setdefault(name, one.place)
        if other != one.place:
            reader.report("piece-twice", one.place, piece=name, spot=other.spot)


def _shared(name: str, place: Place, node: Node, reader: Reader) -> Shared:
    fields = reader.fields(node, PIECE, required=needed(PIECE))
    chinese = reader.text(fields.get("name"))
    sheet = AnswerReader(reader)
    read = tuple(sheet.read(entry) for entry in reader.items(fields.get("answers")))
    for button in sheet.buttons:
        reader.report("unknown-key", button.place, key="buttons", allowed="when, zh, en", suggest_zh="", suggest_en="")
    _report_shadowed(sheet.written, reader)
    piece = Piece({"zh": chinese.value if chinese else name, "en": name}, read)
    return Shared(piece, place, tuple(sheet.written))


def other_names(pieces: tuple[Piece, ...]) -> Mapping[str, Mapping[str, str]]:
    """For each language, the names it may use and what each is called in the other one."""
    return {
        "zh": {piece.names["zh"]: piece.names["en"] for piece in pieces},
        "en": {piece.names["en"]: piece.names["zh"] for piece in pieces},
    }


def _report_shadowed(written: Sequence[Written], reader: Reader) -> None:
    """Answers with a condition that are never reached: one above them fits wherever they do, and needs no more."""
    for place, below in enumerate(written):
        above = next((one for one in written[:place] if one.answer.when and _covers(one.answer, below.answer)), None)
        if above:
            reader.report("shadowed-answer", below.place, line=above.place.line)


def _covers(above: Answer, below: Answer) -> bool:
    is_as_wide = all(name in below.when and below.when[name] <= values for name, values in above.when.items())
    return is_as_wide and _facts(above) <= _facts(below)


def _facts(answer: Answer) -> frozenset[tuple[str, str]]:
    """The facts that an answer cannot do without, by language."""
    return frozenset(
        (language, mention.name)
        for language, template in answer.texts.items()
        for mention in template.unguarded
        if mention.name in BY_NAME[language]
    )


def _has_condition(node: Node) -> bool:
    return isinstance(node, Fields) and "when" in node.fields


def _check_order(nodes: tuple[Node, ...], place: Place, reader: Reader) -> None:
    """The answer without a condition stands last, and there is one."""
    open_ended = [node for node in nodes if isinstance(node, Fields) and not _has_condition(node)]
    if not open_ended:
        reader.report("missing-fallback", nodes[-1].place if nodes else place)
    for node in nodes[nodes.index(open_ended[0]) + 1 :] if open_ended else ():
        reader.report("unreachable-answer", node.place, line=open_ended[0].place.line)
