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


def _parts(border: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in border.split(text) if len(part.strip()) >= _SHORTEST)
