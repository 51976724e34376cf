"""Do the sentences that a question learns from teach what they should?"""

from collections.abc import Iterator, Mapping

from bot.cases.languages import LANGUAGES, NAMES, OTHER
from bot.content.reader import Reader
from bot.content.source import Fields, Items, Node, Text
from bot.dialogue.redact import reveals
from bot.matching.text import read, words

# So many examples each language needs at least.
FEWEST = 3
# Words of every other English sentence that are no syllables of pinyin.
_ENGLISH = frozenset(
    ("the", "is", "what", "when", "why", "how", "my", "does", "where", "who", "will", "i", "it", "do", "are", "want")
)
# One of them is slipped into pinyin, too.
_FEWEST_ENGLISH = 2


def check_phrasings(fields: Mapping[str, Node], reader: Reader) -> None:
    """Too few, of the wrong language, or with somebody's number in them."""
    examples = fields.get("examples")
    _count_examples(examples, reader)
    _look_for_strays(examples, reader)
    for text in _every(fields):
        if reveals(text.value):
            reader.report("private-example", text.place)


def _every(fields: Mapping[str, Node]) -> Iterator[Text]:
    """All sentences of buyers in a question's file."""
    for name in ("examples", "someday"):
        for language in LANGUAGES:
            yield from _sentences(fields.get(name), language)
    claims = fields.get("not_this")
    if isinstance(claims, Fields):
        yield from (Text(sentence, place) for sentence, place in claims.keys.items())


def _sentences(node: Node | None, language: str) -> Iterator[Text]:
    entry = node.fields.get(language) if isinstance(node, Fields) else None
    yield from (item for item in (entry.items if isinstance(entry, Items) else ()) if isinstance(item, Text))


def _count_examples(node: Node | None, reader: Reader) -> None:
    """One or two sentences teach nothing about how people ask."""
    if not isinstance(node, Fields):
        return
    for language, entry in node.fields.items():
        if language in LANGUAGES and isinstance(entry, Items) and _lines(entry) < FEWEST:
            reader.report("few-examples", node.keys[language], language=language, fewest=FEWEST)


def _lines(entry: Items) -> int:
    """How many there are meant to be: those that run together are told of by themselves."""
    return sum(len(item.rows) if isinstance(item, Text) else 1 for item in entry.items)


def _look_for_strays(node: Node | None, reader: Reader) -> None:
    """Sentences of the other language; among the Chinese ones, buyers mix in what they like."""
    for language in LANGUAGES:
        for text in _sentences(node, language):
            if _is_chinese(text.value) if language == "en" else _is_english(text.value):
                (own_zh, own_en), (other_zh, other_en) = NAMES[language], NAMES[OTHER[language]]
                values = {"language_zh": other_zh, "language_en": other_en, "own_zh": own_zh, "own_en": own_en}
                reader.report("stray-example", text.place, text=text.value, key=OTHER[language], **values)


def _is_chinese(sentence: str) -> bool:
    return not sentence.isascii() and read(sentence).language == "zh"


def _is_english(sentence: str) -> bool:
    return sentence.isascii() and len(_ENGLISH.intersection(words(read(sentence)))) >= _FEWEST_ENGLISH
