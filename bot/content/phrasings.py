"""Do the sentences that a question learns from teach what they should?"""

from collections.abc import Iterable, Mapping

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


def report_few(examples: Node | None, reader: Reader) -> None:
    """One or two sentences teach nothing about how people ask."""
    if not isinstance(examples, Fields):
        return
    for language, entry in examples.fields.items():
        if language in LANGUAGES and isinstance(entry, Items) and _lines(entry) < FEWEST:
            reader.report("few-examples", examples.keys[language], language=language, fewest=FEWEST)


def report_strays(examples: Mapping[str, Iterable[Text]], reader: Reader) -> None:
    """Sentences of the other language; among the Chinese ones, buyers mix in what they like."""
    for language, texts in examples.items():
        is_stray = _is_chinese if language == "en" else _is_english
        (own_zh, own_en), (other_zh, other_en) = NAMES[language], NAMES[OTHER[language]]
        values = {"language_zh": other_zh, "language_en": other_en, "own_zh": own_zh, "own_en": own_en}
        for text in texts:
            if is_stray(text.value):
                reader.report("stray-example", text.place, text=text.value, key=OTHER[language], **values)


def report_numbers(sentences: Iterable[Text], reader: Reader) -> None:
    """What nobody but its owner should read."""
    for text in sentences:
        if reveals(text.value):
            reader.report("private-example", text.place)


def _lines(entry: Items) -> int:
    """How many there are meant to be: those that run together are told of by themselves."""
    return sum(len(item.rows) if isinstance(item, Text) else 1 for item in entry.items)


def _is_chinese(sentence: str) -> bool:
    return not sentence.isascii() and read(sentence).language == "zh"


def _is_english(sentence: str) -> bool:
    return sentence.isascii() and len(_ENGLISH.intersection(words(read(sentence)))) >= _FEWEST_ENGLISH
