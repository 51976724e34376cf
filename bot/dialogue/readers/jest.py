"""Is something said in jest, and taken back in the same breath?"""

from typing import NamedTuple

from bot.matching.phrasing import Phrasing

_IN_JEST = Phrasing(
    r"(?<![不没别])(?<!不是)(?<!没有)(?<!没在)开(?:个)?玩笑(?!了|吧|吗)|逗你(?:玩|的)|骗你的"
    r"|(?<!not )(?<!n't )\b(?:jk|j/k|(?:just|was) a joke"
    r"|(?:i'?m |i am |i was )?(?:just |only )?(?<!not )(?:kidding|joking)(?! me))\b",
)
_AROUND = " \t\n,，。.!！~的了啦哈嘿"


class Jest(NamedTuple):
    """What is said in jest, and what is said behind that."""

    said: str
    rest: str


def in_jest(message: str) -> Jest | None:
    """Both; None where nothing is said to be a joke, or nothing before it.

    >>> in_jest("my loan was rejected haha jk he said its all good")
    Jest(said='my loan was rejected haha', rest='he said its all good')
    >>> in_jest("我不是开玩笑，他真要跟我离婚"), in_jest("are you kidding me, rejected?"), in_jest("开玩笑的，几号签")
    (None, None, None)
    """
    found = _IN_JEST.search(message)
    said = message[: found.start()].strip(_AROUND) if found else ""
    return Jest(said, message[found.end() :].strip(_AROUND)) if found and said else None
