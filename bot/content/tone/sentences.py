"""How long is what buyers read, and where does a sentence end?"""

import re
from collections.abc import Iterator

LONGEST_SENTENCE = {"zh": 40, "en": 22}
LONGEST_MESSAGE = {"zh": 180, "en": 110}
# Telegram takes 4096 characters; names may be longer than those of the sample cases.
LONGEST_LETTER = 3500
# A date with its weekday (and hour) is read at one glance: as four characters.
_DATE = re.compile(r"(?:\d{4} 年 )?\d{1,2} 月 \d{1,2} 日（周[一二三四五六日]）(?: ?\d{1,2}:\d\d)?")
_END = {"zh": re.compile(r"[。！？\n]"), "en": re.compile(r"(?<=[.!?])\s+|\n")}


def sentences(text: str, language: str) -> Iterator[str]:
    """The sentences of a message, a line being one at most; in Chinese without the sign at the end.

    >>> list(sentences("好。下一步：等卖家。", "zh"))
    ['好', '下一步：等卖家']
    """
    return (one.strip() for one in _END[language].split(text) if one.strip())


def length(text: str, language: str) -> int:
    """Words in English; characters in Chinese, where a date counts four.

    >>> length("9 月 23 日（周三）11:00 前签", "zh"), length("sign by Wed", "en")
    (6, 3)
    """
    return len(text.split()) if language == "en" else len(re.sub(r"\s", "", _DATE.sub("某月某日", text)))
