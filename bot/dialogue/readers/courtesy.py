"""Does somebody only thank, or say how they feel?"""

from bot.matching.phrasing import Phrasing

# Nothing but thanks, however they are put: they are answered, and not passed on.
_ONLY_THANKS = Phrasing(
    r"(?:[\s,，。.!！~～、]|[行好嘞的啊哈了哦噢嗯呀您你们吧侬啦哩]|谢谢?|多谢|唔该|感谢|谢|辛苦|麻烦|明白|知道|晓得|收到|(?:我)?(?:就)?(?:放心|安心|踏实|心里有[底数])"
    r"|(?:不用|不必|别)(?:专门|特意|再)*(?:说|通知|告诉我?|回|麻烦)|我自己(?:来|去)?(?:看|问|等)|那?就?[今明后]天见|(?:周[一二三四五六日天]|\d{1,2}[号日])见"
    r"|好嘞|(?:今天|明天|后天)?(?:\d{1,2}点)?(?:我)?等(?:着)?(?:[^，。,\s]{0,3}顾问|[你您]们?|消息|回复)?"
    r"|\b(?:ok|okay|thx|thanks?|thank you|ty|cheers|great|so much|very much|a lot|fingers crossed|got it"
    r"|fine|then|all right|alright|perfect|lovely"
    r"|thanks for (?:checking|asking|that|your help|the help|letting me know)"
    r"|i'?ll (?:leave early|be there|wait|manage)|see (?:you|u|ya)(?: then| there)?|bye)\b)++",
)
# 我好慌, "im so scared": to read the same warning once more helps nobody.
SIGH = (
    r"^我?(?:现在|真的|好|很|真|太|都|有点|急)*(?:慌|怕|害怕|急|难受|崩溃|驚|惊|乱)(?:死)?(?:我)?[了啊呀！!。~\s]*$"
    r"|^\W*(?:i'?m |i am )?(?:so |really |very |just )*(?:scared|afraid|panicking|shaking|desperate|crying)\W*$"
)
_IS_SIGH = Phrasing(SIGH)


def is_sigh(message: str) -> bool:
    """Does somebody only say how they feel?

    >>> is_sigh("我好慌"), is_sigh("so scared"), is_sigh("我急用钱")
    (True, True, False)
    """
    return _IS_SIGH.search(message) is not None


def is_only_thanks(message: str) -> bool:
    """Is it nothing but thanks, however they are put?"""
    return _ONLY_THANKS.fullmatch(message) is not None
