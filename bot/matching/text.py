"""What did the buyer type, once spelling habits are evened out, and where did each piece stand?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from bot.matching.script import REMEMBERED, even, even_out
from bot.matching.shorthand import PLAIN

# Longer messages are read up to here: no question needs more, and the work stays bounded.
MAX_CHARACTERS = 2000

_SAME_THRICE = re.compile(r"([^\d\s])\1{2,}")
# Three characters of which the first stays (好好好, 放不放, 有没有), or the first two (批没批 asks what 批没 asks).
_SHRINKS = re.compile(r"([^\d\s])(?:\1|(?<=[一-鿿])(?:(?P<whether>[不唔]|(?<=有)没)|(?P<done>没)))\1")
# 有没有 by itself must not become 有, which stands in every other sentence.
_ONLY_WHETHER = re.compile(r"\s*+([一-鿿])(?!\1)(?:[不唔]|(?<=有)没)\1\s*+")
# No word goes on behind one of these; a figure does: 1,000 and 3.5.
_BORDER = re.compile(r"[。!?;]|,(?!\d)|\.(?=\s)")
_UNIT = re.compile(r"[a-z0-9à-ɏ]+(?:'[a-z]+)*|[㐀-鿿]")
# Endings are cut from longer words only, so that short words and most names stay whole.
_ENDINGS = (("ies", "y"), ("ying", "y"), ("ing", ""), ("ied", "y"), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))
_SHORTEST_STEM = 3
# A short stem like "mov" or "nam" has lost an e: others would have their last letter twice ("getting").
_WANTS_E = re.compile(r"[^aeiou][aeiou][^aeiouwxy]")
# No Latin letter stands behind the first Chinese character.
_FIRST_CHINESE = "㐀"


class Unit(NamedTuple):
    """One Chinese character or one Latin word (its stem); `start` and `end` point into the original text."""

    text: str
    start: int
    end: int


class Utterance(NamedTuple):
    """A message as the matcher reads it: the texts of its units, and where each normalised character came from.

    `borders`: the units behind which a sign ends a phrase, as the bits of an int (units 1 and 2: 0b110). `whether`: the
    units that stand for a question (能 for 能不能), and how each was typed.
    """

    original: str
    normalised: str
    texts: tuple[str, ...]
    asks_whether: bool
    places: Sequence[int]
    borders: int = 0
    whether: tuple[tuple[int, str], ...] = ()

    @property
    def units(self) -> tuple[Unit, ...]:
        """The same with their places, which matching does without."""
        spots = _UNIT.finditer(self.normalised)
        return tuple(
            Unit(text, self.places[spot.start()], self.places[spot.end() - 1] + 1)
            for text, spot in zip(self.texts, spots, strict=True)
        )

    @property
    def language(self) -> str | None:
        """Zh or en, by what most units are; None where there is nothing to go by."""
        words = [text for text in self.texts if not text.isdigit()]
        chinese = sum([text >= _FIRST_CHINESE for text in words])
        if not words:
            return None
        return "zh" if chinese * 2 >= len(words) else "en"


def read(original: str) -> Utterance:
    """The message in units.

    >>> read("放不放款啊？？？").texts, read("要唔要备案").texts
    (('放', '款', '啊'), ('要', '备', '案'))
    >>> read("Why CAN'T I sign???").texts
    ('why', 'cant', 'i', 'sign')
    """
    text, places = even_out(original[:MAX_CHARACTERS])
    if not _SHRINKS.search(text):
        return Utterance(original, text, _stems(text), asks_whether=False, places=places, borders=_borders(text))
    text, places = _replace(_SAME_THRICE, text, places)
    kept, asked, asks_whether = _shrunk(text)
    text, places = "".join(text[place] for place in kept), [places[place] for place in kept]
    starts = (spot.start() for spot in _UNIT.finditer(text))
    whether = tuple((unit, said) for unit, start in enumerate(starts) if (said := asked.get(kept[start])))
    return Utterance(original, text, _stems(text), asks_whether, places, borders=_borders(text), whether=whether)


def _borders(text: str) -> int:
    borders = units = 0
    *parts, _ = _BORDER.split(text)
    for part in parts:
        units += len(_UNIT.findall(part))
        borders |= 1 << units
    return borders >> 1


def words(utterance: Utterance) -> Sequence[str]:
    """Its units as they were typed, endings and all."""
    return _UNIT.findall(utterance.normalised)


def rewritten(utterance: Utterance, instead: Mapping[str, str]) -> Utterance:
    """The message with other words in place of some; their places are still those of what was typed.

    >>> rewritten(read("Why teh delay"), {"teh": "the"}).texts
    ('why', 'the', 'delay')
    """
    return utterance._replace(texts=tuple(stem(instead.get(word, word)) for word in words(utterance)))


@cache
def key(text: str) -> tuple[str, ...]:
    """A word of the lexicon in the same units as a message: `read` without the places, for thousands of words.

    What only asks whether is one unit, as it is typed.

    >>> key("能签"), key("能不能签"), key("能不能")
    (('能', '签'), ('能', '签'), ('能不能',))
    """
    plain = even(text[:MAX_CHARACTERS])
    if _SHRINKS.search(plain):
        if _ONLY_WHETHER.fullmatch(plain):
            return (plain.strip(),)
        plain = _SAME_THRICE.sub(r"\1", plain)
        kept, _, _ = _shrunk(plain)
        plain = "".join(plain[place] for place in kept)
    return _stems(plain)


def _shrunk(text: str) -> tuple[Sequence[int], Mapping[int, str], bool]:
    """The places of what stays when 放不放款 becomes 放款, what each of them was (放不放), and whether it is asked.

    It must not be heard as 不放款. What a find leaves may be part of another; so each character is looked at with the
    two that stay before it.
    """
    kept, asked, is_done = list[int](), dict[int, str](), False
    for place in range(len(text)):
        kept.append(place)
        while found := _SHRINKS.fullmatch("".join(text[last] for last in kept[-3:])):
            del kept[-1 if found["done"] else -2 :]
            is_done = is_done or bool(found["done"])
            if found["whether"]:
                asked[kept[-1]] = found[0]
    return kept, asked, is_done or bool(asked)


def _stems(text: str) -> tuple[str, ...]:
    return tuple(map(stem, _UNIT.findall(text)))


def _replace(pattern: re.Pattern[str], text: str, places: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Every find shrinks to its first group; the places shrink with it."""
    kept = list(_kept(pattern, text))
    return "".join(text[place] for place in kept), [places[place] for place in kept]


def _kept(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    done = 0
    for found in pattern.finditer(text):
        yield from range(done, found.end(1))
        done = found.end()
    yield from range(done, len(text))


@lru_cache(REMEMBERED)
def stem(word: str) -> str:
    """The word in full and without its commonest endings; lexicon and message are cut alike.

    >>> stem("signing"), stem("signed"), stem("delays"), stem("planned"), stem("is"), stem("2moro")
    ('sign', 'sign', 'delay', 'plan', 'is', 'tomorrow')
    >>> stem("codes"), stem("moving"), stem("released")
    ('code', 'move', 'releas')
    """
    plain = word.replace("'", "")
    plain = PLAIN.get(plain, plain)
    for ending, instead in _ENDINGS:
        short = plain.removesuffix(ending) + instead
        if plain.endswith(ending) and len(short) >= _SHORTEST_STEM and plain.isalpha() and not _is_kept(plain, ending):
            return _mended(short, ending)
    return plain


def _is_kept(word: str, ending: str) -> bool:
    """Words like "class" and "this" keep their last letter, and so do "code" and "care": cod and car are others."""
    if ending == "e":
        return len(word) <= _SHORTEST_STEM + 1
    return ending == "s" and word.endswith(("ss", "us", "is"))


def _mended(stem: str, ending: str) -> str:
    """The stem as it is without any ending: "planning" comes from "plan", "moving" from "move"."""
    if ending in {"ing", "ed"} and len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    return f"{stem}e" if ending in {"ing", "ed", "es"} and _WANTS_E.fullmatch(stem) else stem
