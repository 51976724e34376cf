"""What does somebody say with signs alone? 👍, 🙏🙏"""

from collections.abc import Mapping

# What a sign stands for, in each language; signs that are not here say nothing that can be answered.
_AGREED, _THANKS = {"zh": "好的", "en": "ok"}, {"zh": "谢谢", "en": "thanks"}
_WORRIED, _ANGRY = {"zh": "我很担心", "en": "I am worried"}, {"zh": "气死我了", "en": "I am so angry"}
_MEANT = {
    "👍👌🆗✅🙆💪🤝👏✌": _AGREED,
    "🙏❤💕💖🌹💐🥰😘☺😊🙂": _THANKS,
    "😭😢😥😰😨😱🥺😞😟": _WORRIED,
    "😡🤬😤😠💢": _ANGRY,
}
_WORDS: Mapping[str, Mapping[str, str]] = {sign: words for signs, words in _MEANT.items() for sign in signs}
# Variation selectors, joiners and the colours of hands.
_NOTHING = frozenset("\ufe0e\ufe0f\u200d🏻🏼🏽🏾🏿")


def in_words(message: str, language: str) -> str | None:
    """The words for which these signs stand, if they all stand for the same; None for anything else.

    >>> in_words("👍🏻👍", "zh"), in_words("❤️", "en")
    ('好的', 'thanks')
    >>> in_words("几号签👍", "zh"), in_words("👍😭", "zh"), in_words("", "zh")
    (None, None, None)
    """
    signs = {sign for sign in message if not sign.isspace() and sign not in _NOTHING}
    meant = {_WORDS[sign][language] if sign in _WORDS else None for sign in signs}
    return meant.pop() if len(meant) == 1 else None
