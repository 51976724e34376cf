"""Where does one part of a message end and the next begin?"""

import re

# A line, a full stop or a word that opens another matter; a comma alone hardly parts two questions.
# Such a word inside a phrase is another one: 房子还有抵押. It opens something after a sign or a question.
_STRONG = re.compile(
    r"[。！？!?;；\n]+|\.\s"
    r"|(?:^|[，,\s]+|(?<=[么吗呢啥久少。！？!?;；]))(?:另外|还有就是|还有|顺便问(?:一下|下)?|顺便|对了|再问(?:一下|下)?)[，,]?"
    r"|,?\s+(?:also|and also|by the way|btw|another thing|one more thing|plus)\b[,:]?",
    re.IGNORECASE,
)
_WEAK = re.compile(r"[，,、…~～\s]+(?=[㐀-鿿])|[，,]\s*|\s+(?:and|but)\s+", re.IGNORECASE)
# 啥都齐了 (everything is there) asks nothing.
_ASKS = re.compile(
    r"[?？]|吗|[么呢]$|(?:什么|啥)(?![都也])|几[号时天点月个日]|多少|多久|多长|哪|怎么|怎样|咋|谁|如何|何时|是否|(.)[不没]\1|没有?$|[^可]不$"
    r"|不行$|点解|乜"
    r"|^(?:(?:and|but|also|so|or|then) )*"
    r"(?:(?:when|wen|what|where|how|who|which|why)(?:'?s)?|is|are|am|do|does|did|can|could|will|would|should|has|have|may|must)\b",
    re.IGNORECASE,
)
# Nothing shorter says anything by itself.
_SHORTEST = 2


def clauses(message: str) -> tuple[str, ...]:
    """The parts that may each be a question of their own; the whole message if it has only one.

    >>> clauses("签约带什么？另外放款要多久")
    ('签约带什么', '放款要多久')
    """
    return _parts(_STRONG, message)


def phrases(message: str) -> tuple[str, ...]:
    """The same, parted at every comma as well.

    >>> phrases("银行批了，什么时候签")
    ('银行批了', '什么时候签')
    """
    return tuple(phrase for clause in clauses(message) for phrase in _parts(_WEAK, clause))


def asks(part: str) -> bool:
    """Is it put as a question?

    >>> asks("房本哪天能领"), asks("银行批了"), asks("and how much is the tax"), asks("the bank said yes")
    (True, False, True, False)
    """
    return _ASKS.search(part) is not None


def _parts(border: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in border.split(text) if len(part.strip()) >= _SHORTEST)
