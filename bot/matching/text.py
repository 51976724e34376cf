"""What did the buyer type, once spelling habits are evened out, and where did each piece stand?"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import opencc

# Longer messages are read up to here: no question needs more, and the work stays bounded.
MAX_CHARACTERS = 2000

_SAME_THRICE = re.compile(r"([^\d\s])\1{2,}")
# 放不放款 asks whether; it must not contain 不放款.
_A_NOT_A = re.compile(r"([一-鿿])[不没]\1")
_UNIT = re.compile(r"[a-z0-9à-ɏ]+(?:'[a-z]+)*|[㐀-鿿]")
_CHINESE = re.compile(r"[㐀-鿿]")
_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼ`´"), "'")
# Endings are cut from longer words only, so that short words and most names stay whole.
_ENDINGS = (("ies", "y"), ("ying", "y"), ("ing", ""), ("ied", "y"), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))
_SHORTEST_STEM = 3


class Unit(NamedTuple):
    """One Chinese character or one Latin word (its stem); `start` and `end` point into the original text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Utterance:
    """A message as the matcher reads it."""

    original: str
    normalised: str
    units: tuple[Unit, ...]
    asks_whether: bool

    @property
    def language(self) -> str | None:
        """Zh or en, by what most units are; None where there is nothing to go by."""
        words = [unit for unit in self.units if not unit.text.isdigit()]
        chinese = sum(bool(_CHINESE.match(unit.text)) for unit in words)
        if not words:
            return None
        return "zh" if chinese * 2 >= len(words) else "en"


def read(original: str) -> Utterance:
    """The message in units.

    >>> [unit.text for unit in read("放不放款啊？？？").units]
    ['放', '款', '啊']
    >>> [unit.text for unit in read("Why CAN'T I sign???").units]
    ['why', 'cant', 'i', 'sign']
    """
    text, places = _even_out(original[:MAX_CHARACTERS])
    text, places = _replace(_SAME_THRICE, text, places)
    asking, asked = _replace(_A_NOT_A, text, places)
    units = tuple(
        [Unit(_stem(found[0]), asked[found.start()], asked[found.end() - 1] + 1) for found in _UNIT.finditer(asking)]
    )
    return Utterance(original, asking, units, asks_whether=asking != text)


@cache
def key(text: str) -> tuple[str, ...]:
    """A word of the lexicon in the same units as a message: `read` without the places, for thousands of words."""
    plain = _SAME_THRICE.sub(r"\1", "".join(map(_plain, text[:MAX_CHARACTERS])))
    # 有没有 by itself must not become 有, which stands in every other sentence.
    asking = plain if _A_NOT_A.fullmatch(plain.strip()) else _A_NOT_A.sub(r"\1", plain)
    return tuple(map(_stem, _UNIT.findall(asking)))


def _even_out(original: str) -> tuple[str, Sequence[int]]:
    """Compatibility forms, case and script evened out; for each character, where it came from."""
    pieces = list(map(_plain, original))
    text = "".join(pieces)
    if len(text) == len(pieces) and "" not in pieces:
        return text, range(len(text))
    return text, [place for place, piece in enumerate(pieces) for _ in piece]


@cache
def _plain(character: str) -> str:
    even = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", character).casefold())
    return "".join(_simplified().get(piece, _visible(piece)) for piece in even.translate(_APOSTROPHES))


def _visible(character: str) -> str:
    """Formatting characters vanish; emoji, other symbols and line ends part words like a space."""
    category = unicodedata.category(character)
    if category in {"Cf", "Mn", "Me", "Cs", "Co", "Cn"}:
        return ""
    return " " if category[0] in "CZS" else character


@cache
def _simplified() -> dict[str, str]:
    """Traditional → simplified, character by character so that offsets hold."""
    block = [chr(code) for code in range(0x3400, 0xA000)]
    plain = opencc.OpenCC("t2s").convert("\n".join(block)).split("\n")
    return {old: new for old, new in zip(block, plain, strict=True) if old != new and _CHINESE.fullmatch(new)}


def _replace(pattern: re.Pattern[str], text: str, places: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Every find shrinks to its first group; the places shrink with it."""
    if not pattern.search(text):
        return text, places
    kept = list(_kept(pattern, text))
    return "".join(text[place] for place in kept), [places[place] for place in kept]


def _kept(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    done = 0
    for found in pattern.finditer(text):
        yield from range(done, found.end(1))
        done = found.end()
    yield from range(done, len(text))


@cache
def _stem(word: str) -> str:
    """The word without its commonest endings; lexicon and message are cut alike.

    >>> _stem("signing"), _stem("signed"), _stem("delays"), _stem("planned"), _stem("is")
    ('sign', 'sign', 'delay', 'plan', 'is')
    """
    plain = word.replace("'", "")
    for ending, instead in _ENDINGS:
        stem = plain.removesuffix(ending) + instead
        if plain.endswith(ending) and len(stem) >= _SHORTEST_STEM and plain.isalpha() and not _is_kept(plain, ending):
            return _undoubled(stem) if ending in {"ing", "ed"} else stem
    return plain


def _is_kept(word: str, ending: str) -> bool:
    """Words such as "class" and "this" do not lose their last letter."""
    return ending == "s" and word.endswith(("ss", "us", "is"))


def _undoubled(stem: str) -> str:
    return stem[:-1] if len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2] and stem[-1] not in "lsz" else stem
