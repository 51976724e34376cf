"""Does somebody say what was meant, after an answer to something else?"""

from bot.matching.phrasing import Phrasing, any_of

_WRONG = any_of(
    "不对|不是|不|错了|[答搞弄理]解?错了?|答非所问|没问这个|我不是问?这个",
    "[你您]没[看听]?懂|(?:不是|没问)[这那]个?",
)
_MEAN = any_of("[是要想]?[问说指讲]的是|是[要想]?[问说指讲]|[问说指讲]的")
_NOT_THAT = any_of(
    "no+",
    "nope|nah",
    "sorry|wait|wrong",
    "not that(?: one)?",
    "that'?s (?:not it|wrong)",
    r"not (?:the |my )?\w+(?: \w+)?(?=[,.!])",
)
_I_MEAN = any_of(
    "i(?:'m| am| was)? (?:actually |just )?(?:meant?|asking (?:about|for)|ask(?:ed)? about|talking about)",
    "what i (?:meant|mean|asked) (?:is|was)",
    "i(?:'m| am)? (?:speak|speaking|talk|talking) (?:of|about)",
)
# 你老说报警, 不是要电话: said of the last answer, and not of the matter.
_COMPLAINT = any_of(
    r"[你您]们?别?(?:老|总|又|都|一直|怎么|干嘛|只)++(?:是?[说答讲回]|让我|叫我)(?:的|了|过了)?[^，,。.！!？?\s]{0,10}",
    r"我?(?:不是|没|不)(?:在|有)?[要改问说催][^，,。.！!？?\s]{0,8}",
    r"[你您]?(?:这|上面|刚才)[句条个]?(?:话|刚才?|已经|都)*[说发讲]过了",
)
_STOP = r"[，,。.！!？?\s]++"
# What may stand before 我问的是: that it was wrong, what was not meant (不是首付, 啥中介费), or a complaint.
_BEFORE = any_of(
    rf"[你您]?{_WRONG}[了吧啊呀]*",
    r"我?(?:不是|没[问说])[^，,。.！!？?\s]{1,8}",
    r"(?:啥|什么|哪来的|怎么是|谁[问说要])[^，,。.！!？?\s]{1,8}",
    r"我?(?:又|可|根本|压根)?没[^，,。.！!？?\s]{1,8}",
    r"[你您]们?[答说讲回]的(?:都|全)?是[^，,。.！!？?\s]{1,10}",
    _COMPLAINT,
)
_ANSWERS = r"[你您]们?(?:答|说|讲|回)的?(?:都|也)?(?:不是|没)(?:答|说)?(?:我|到)?[要想]?(?:问|点子)?(?:的|上)?"
# 不对，我问的是放款; "no, I meant the loan": what stands behind it is the question.
_LEAD = Phrasing(
    any_of(
        rf"\s*(?:{_WRONG}[了吧啊呀]*(?:[，,。.！!\s]+|(?=我)))?我?(?:刚才|刚刚|其实|本来)?{_MEAN}(?!你|什么意思|不是)[：:，,\s]*(?=\S\S)",
        # 不是首付，我问合同草稿; 答错了 我没说发照片 我问盖什么章; 你老说报警 我就问签了没
        rf"[\s?？!！]*(?:{_BEFORE}{_STOP}){{1,3}}我?(?:就|只|其实|现在)*(?:是|就是)?[要想]?(?:{_MEAN}|问?[问说指讲](?![了过给])|知道)[：:，,\s]*(?=\S\S)",
        # 不是缺钱，是手机银行一天只能转20万
        r"\s*我?不是[^，,。.！!？?\s]{1,8}[，,]\s*是(?![的吗吧不])(?=[^，,。.！!？?\s]{5})",
        # 你没看懂吧！我就想联系卖家
        rf"\s*[你您]?{_WRONG}[了吧啊呀嘛]*{_STOP}我(?:就|只|其实|现在)+是?[想要](?=\S\S\S)",
        # 答非所问…… 那你帮我转给顾问
        r"\s*答非所问[了吧啊呀嘛]*[…。，,！!\s]++(?=\S\S\S)",
        rf"\s*[你您]们?(?:还|都|又|根本)?没(?:有)?(?:回)?答(?:我|上)?的?(?:问题)?{_STOP}(?=\S\S\S)",
        rf"\s*(?:[^，,。.！!？?\s]{{1,8}}{_STOP})?{_ANSWERS}{_STOP}(?=\S\S\S)",
        rf"\W*(?:{_NOT_THAT}[\s,.!-]++){{0,3}}{_I_MEAN}[\s:,]+(?=\w\w\w)",
        r"\W*(?:(?:no+|but)[\s,.!-]++)?(?:that'?s|this is|it'?s) not what i (?:asked|meant|said)(?: (?:you|for|about))?"
        r"[\s,.!?-]++(?:i (?:asked|meant|want to know)(?: about)?[\s:,]+)?(?=\w+ ?\w)",
        r"\W*(?:but )?(?:you|u) (?:didn'?t|did not|never|still haven'?t|don'?t) (?:really )?answer(?:ed)?"
        r"(?: (?:me|(?:my|the) question|that))?[\s,.!?-]++(?=\w+ \w)",
        # "bank didnt say no, i just ask. do i still come", "nothing about my spouse. when do you call"
        r"\W*(?:[^.!?]{1,40}[.!?,]\W*+)?i(?:'?m| am| was)? (?:just|only) ask(?:ing|ed)?[\s,.!-]++(?=\w+ \w)",
        r"\W*(?:no+[\s,.!-]++)?(?:nothing|not) about (?:the |my )?\w+[,.!]\W*+(?=\w+ \w)",
        r"\W*you (?:already|just) (?:said|told me|wrote) (?:that|this|it)[\s,.!?-]++(?=\w+ \w)",
        r"\W*(?:no+[\s,.!-]++)?i (?:only |just )?(?:asked|ask|want(?:ed)? to know)[\s,]+"
        r"(?=(?:if|whether|how|when|what|who|why|where|which)\b)",
        r"\W*(?:you|u) (?:keep|always) (?:say(?:ing)?|tell(?:ing)?(?: me)?|repeat(?:ing)?)[^.,!?]{0,30}[\s.,!?-]++"
        r"(?:please |pls )?(?:just )?(?:tell me |say )?(?=\w+ \w)",
        r"\W*(?:no+[\s,.!-]++)?i (?:don'?t|do not|didn'?t|did not) ask(?: about| for)?(?: the| my)? \w+(?: \w+)?"
        r"[.,!]\W*+(?=\w+ \w)",
        # "NO i dont want to postpone!! which office do i go to", "no, not that. you said two records disagree, which"
        r"\W*(?:no+[\s,.!-]++)?i (?:don'?t|do not) want (?:to )?(?:postpone|reschedule|cancel|move|change|delay)"
        r"(?: \w+)?[.,!]\W*+(?=\w+ \w)",
        rf"\W*(?:{_NOT_THAT}[\s,.!-]++){{1,3}}(?=(?:you|u) (?:said|wrote|told)\b)",
        # "no not the signing. the income paper", "you repeat. who pays my lost day"
        r"\W*no+[\s,.!-]++not (?:about )?(?:the |my )\w+(?: \w+)?[.,!]\W*+(?=(?:the|my|about|it|i)\b)",
        r"\W*(?:you|u) repeat(?:ed)?(?: yourself| the same| it)?[\s.,!?-]++(?:i ask(?:ed)? )?(?=\w+ \w)",
        # "not the signing, the loan"
        r"\W*(?:no,? )?not (?:about )?(?:the |my )\w+(?: \w+)?,\s*(?:but )?(?=(?:the|my|about) \w+(?: \w+)?\W*$)",
        r"\W*(?:no,? )?not (?:about )?(?:the |my )\w+\s+(?=(?:the|my) \w+)",
    )
)
# 停车！不是材料
_NAMED = Phrasing(
    r"\s*(?P<asked>(?!我|不|是|这|那|[你您])[^，,。.！!？?\s]{2,8})[，,。.！!\s]++(?:又|并)?"
    r"(?:不是|没问)(?!我|他|她|本人|自己|你|谁|[说讲要]|应该)[^，,。.！!？?\s]{1,8}(?<![吗么嘛])[。.！!\s]*"
)
# 我问贷款到期 你答签约干嘛; 我问网签 不是房产证
_ASKED = Phrasing(
    rf"\s*我(?:是|就)?问(?:的是?)?(?P<asked>[^，,。.！!？?\s]{{2,20}})"
    rf"{_STOP}(?:[你您].{{0,6}}[答说讲回].*|(?:又|并)?(?:不是|没[问说])[^，,。.！!？?\s]{{1,8}}\W*)"
)

_OF_ASKING = Phrasing(r"[问答]|\b(?:ask(?:ed|ing)?|questions?|answer(?:ed)?|mean|meant)\b")


def meant(message: str) -> str | None:
    """What was meant, as it stands in the message; None where nobody says so.

    >>> meant("不对，我问的是放款"), meant("no, I meant the loan"), meant("放款要多久")
    ('放款', 'the loan', None)
    """
    if asked := _ASKED.fullmatch(message) or _NAMED.fullmatch(message):
        return message[slice(*asked.span("asked"))]
    lead = _LEAD.match(message)
    return message[lead.end() :] if lead else None


def asked_otherwise(message: str) -> bool:
    """Is it said what was asked, and not only how the matter is? 不是缺钱，是手机银行一天只能转20万.

    >>> asked_otherwise("问的不是签字，是户口本"), asked_otherwise("不是缺钱，是手机银行一天只能转20万")
    (True, False)
    """
    return _OF_ASKING.search(message) is not None
