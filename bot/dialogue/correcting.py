"""Does somebody say what was meant, after an answer to something else?"""

from bot.matching.phrasing import Phrasing

# 不对，我问的是放款; "no, I meant the loan": what stands behind it is the question.
_LEAD = Phrasing(
    r"^\s*(?:(?:不对|不是|不|错了|[答搞弄理]解?错了?|没问这个|我不是问?这个|你没懂|(?:不是|没问)[这那]个?)[了吧啊呀]*[，,。.！!\s]*)?"
    r"我?(?:刚才|刚刚|其实|本来)?(?:[是要想]?[问说指讲]的是|是[要想]?[问说指讲]|[问说指讲]的)(?!你|什么意思|不是)[：:，,\s]*(?=\S\S)"
    r"|^\W*(?:(?:no+|nope|nah|sorry|wait|not that(?: one)?|wrong|that'?s (?:not it|wrong))[\s,.!-]++){0,3}"
    r"(?:i(?:'m| am| was)? (?:actually )?(?:meant?|asking (?:about|for)|ask(?:ed)? about|talking about)"
    r"|what i (?:meant|mean|asked) (?:is|was))[\s:,]+(?=\w\w\w)",
)


def meant(message: str) -> str | None:
    """What was meant, as it stands in the message; None where nobody says so.

    >>> meant("不对，我问的是放款"), meant("no, I meant the loan"), meant("放款要多久")
    ('放款', 'the loan', None)
    """
    lead = _LEAD.match(message)
    return message[lead.end() :] if lead and lead.end() else None
