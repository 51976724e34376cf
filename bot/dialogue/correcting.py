"""Does somebody say what was meant, after an answer to something else?"""

from bot.matching.phrasing import Phrasing, any_of

_WRONG = any_of("不对|不是|不|错了|[答搞弄理]解?错了?|没问这个|我不是问?这个|你没懂|(?:不是|没问)[这那]个?")
_MEAN = any_of("[是要想]?[问说指讲]的是|是[要想]?[问说指讲]|[问说指讲]的")
_NOT_THAT = any_of(
    "no+", "nope|nah", "sorry|wait|wrong", "not that(?: one)?", "that'?s (?:not it|wrong)", r"not (?:the|my) \w+(?=,)"
)
_I_MEAN = any_of(
    "i(?:'m| am| was)? (?:actually |just )?(?:meant?|asking (?:about|for)|ask(?:ed)? about|talking about)",
    "what i (?:meant|mean|asked) (?:is|was)",
)
# 不对，我问的是放款; "no, I meant the loan": what stands behind it is the question.
_LEAD = Phrasing(
    any_of(
        rf"\s*(?:{_WRONG}[了吧啊呀]*[，,。.！!\s]*)?我?(?:刚才|刚刚|其实|本来)?{_MEAN}(?!你|什么意思|不是)[：:，,\s]*(?=\S\S)",
        # 不是首付，我问合同草稿
        rf"\s*我?(?:不是|没[问说])\S{{1,6}}[，,。.！!\s]+我(?:就|只)?(?:{_MEAN}|想?[问说指讲])(?!你)[：:，,\s]*(?=\S\S)",
        rf"\W*(?:{_NOT_THAT}[\s,.!-]++){{0,3}}{_I_MEAN}[\s:,]+(?=\w\w\w)",
        # "not the signing, the loan"
        r"\W*(?:no,? )?not (?:about )?(?:the |my )\w+(?: \w+)?,\s*(?:but )?(?=(?:the|my|about) \w+(?: \w+)?\W*$)",
    )
)


def meant(message: str) -> str | None:
    """What was meant, as it stands in the message; None where nobody says so.

    >>> meant("不对，我问的是放款"), meant("no, I meant the loan"), meant("放款要多久")
    ('放款', 'the loan', None)
    """
    lead = _LEAD.match(message)
    return message[lead.end() :] if lead else None
