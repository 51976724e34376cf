"""Which words does the coach look for in a reply, besides those that editors list in `replies/_tone.yaml`?"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """The word lists of one language; every word is looked for as it stands, in English as a whole word.

    `harmless` phrases hide the words within them: who says "I cannot guarantee it" promises nothing.
    `announces` begin a next step; `idle` says that nothing is to be done; `us` and `buyer` are the two who write.
    """

    stiff_starts: tuple[str, ...]
    promises: tuple[str, ...]
    blame: tuple[str, ...]
    vague: tuple[str, ...]
    address: tuple[str, ...]
    harmless: tuple[str, ...]
    announces: tuple[str, ...]
    idle: tuple[str, ...]
    us: tuple[str, ...]
    buyer: tuple[str, ...]
    fresh: tuple[str, ...]
    longest_sentence: int
    longest_message: int


_ZH = Words(
    stiff_starts=("根据", "按照", "由于", "依据", "鉴于", "请注意", "系统显示"),
    promises=(
        "保证",
        "一定能",
        "一定会",
        "肯定能",
        "肯定会",
        "百分之百",
        "绝对",
        "包过",
        "稳过",
        "无风险",
        "放心没问题",
    ),
    blame=(
        *("违约", "故意", "您的原因", "是您自己", "您应该早", "没有按要求", "不讲信用", "没信用", "不守信", "卖家的错"),
        *("获赔", "必须赔", "合同无效", "有权解除"),
    ),
    vague=(
        *("尽快", "尽早", "近期", "稍后", "届时", "过几天", "过两天", "这几天", "这两天", "不久", "马上就好", "很快"),
        *("回头", "到时候", "抓紧", "第一时间", "请耐心", "晚点"),
    ),
    address=("你", "亲爱的", "亲亲", "宝子", "客户您", "该客户", "贵方"),
    harmless=("不能保证", "不敢保证", "没法保证", "无法保证", "保证不了", "不一定能", "不一定会", "不久前"),
    announces=("下一步", "您要做的", "接下来"),
    idle=("您现在不用做什么", "您不用做什么", "您什么都不用做"),
    us=("我", "顾问", "同事", "负责人"),
    buyer=("您",),
    fresh=("截至", "核对", "刚查", "刚看"),
    longest_sentence=40,
    longest_message=180,
)
_EN = Words(
    stiff_starts=("According to", "Pursuant", "Due to", "Please note", "As per", "Dear customer"),
    promises=("guarantee", "definitely", "100%", "no risk", "for sure", "I promise", "we promise", "certainly will"),
    blame=(
        *("your fault", "you failed to", "you should have", "is lying", "seller's fault", "on purpose", "breach"),
        *("you are entitled", "must pay", "you will win", "is void"),
    ),
    vague=(
        *("asap", "as soon as possible", "soon", "shortly", "in due course", "in a few days", "in a couple of days"),
        *("some time", "be patient", "at the earliest"),
    ),
    address=("hey", "guys", "buddy", "dear customer", "the customer"),
    harmless=(
        *("cannot guarantee", "can't guarantee", "cannot promise", "no guarantee"),
        *("as soon as the", "as soon as it", "as soon as we", "as soon as I", "as soon as you"),
    ),
    announces=("next step", "what you need to do"),
    idle=("nothing for you to do",),
    us=("I", "I'll", "we", "we'll", "advisor", "colleague", "lead"),
    buyer=("you", "please"),
    fresh=("as of", "checked", "I just looked"),
    longest_sentence=22,
    longest_message=110,
)
WORDS: Mapping[str, Words] = {"zh": _ZH, "en": _EN}
