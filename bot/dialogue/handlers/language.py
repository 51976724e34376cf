"""In which language is a message answered?"""

import re

from bot.dialogue.house import House
from bot.dialogue.situation import Situation
from bot.dialogue.speech import Speaker
from bot.matching.phrasing import Phrasing

# "ok", "thx": who writes so goes on in the language of the chat.
_OF_ANY_LANGUAGE = Phrasing(r"\W*(?:\b(?:ok(?:ay)?|k+|thx|ty|bye|yes|no|wow|pls|lol|emm+)\b\W*)+")
# And who writes "my 网签 my 定金?".
_HAN, _LATIN = re.compile(r"[㐀-鿿]"), re.compile(r"[A-Za-z]{2,}")
_FEWEST_WORDS = 2
# "what is happening with my 网签": who writes so many more speaks English.
_MOST_WORDS_FOR_A_SIGN = 2
# "whats 网签", "is it same as 过户": an English sentence about a Chinese word, and no 我要 sign.
_ENGLISH = Phrasing(
    r"\b(?:what'?s?|is|are|the|when|how|why|where|who|do|does|did|can|could|should|will|my|it|this|that)\b"
)
_CHINESE = Phrasing("[的了吗呢吧么是要我你他怎什几哪多没不能会还在给]")


def speaker_of(situation: Situation, house: House, spoken: str | None = None) -> Speaker:
    """In the language that is pinned, else of this message, else of the last, else of the person's Telegram."""
    chat, hint, words = situation.chat, situation.incoming.language_hint, situation.words
    if _is_english_about_a_word(words):
        spoken = "en"
    elif chat.last_language and _is_of_any_language(words):
        spoken = None
    language = chat.pinned_language or spoken or chat.last_language or hint or house.default_language
    return Speaker(house, situation, language)


def _is_english_about_a_word(message: str) -> bool:
    return bool(_HAN.search(message) and _ENGLISH.search(message) and not _CHINESE.search(message))


def _is_of_any_language(message: str) -> bool:
    latin, han = len(_LATIN.findall(message)), len(_HAN.findall(message))
    is_mixed = max(han, _FEWEST_WORDS) <= latin <= han * _MOST_WORDS_FOR_A_SIGN
    return _OF_ANY_LANGUAGE.fullmatch(message) is not None or is_mixed
