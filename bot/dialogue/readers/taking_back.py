"""Does somebody take back what they told: it was a mistake, a joke, or is settled?"""

from bot.matching.clauses import phrases
from bot.matching.phrasing import Phrasing

_TAKEN_BACK = Phrasing(
    r"(?:搞|弄|看|听|记|想|理解|传)(?:错|岔|差|反|混)了?|误会|虚惊|不是真的|没[有那]?[这那]?回事"
    r"|没有?(?:变卦|反悔|不卖|涨价|说不卖|被?裁|告|起诉)|还(?:是|肯|愿意|要|会)*卖(?:的|给我|呢|啊)"
    r"|[逗闹说](?:着|我)玩|开玩笑|(?:解决|[谈说]好|谈妥|和好|摆平)了|撤了吧|发错(?:人|了)|说的(?:是|都是)?别[家人]|[他她人](?:自己|家自己)的房|不是我[这那](?:套|个|家)|跟我(?:这套|的房)(?:没关系|无关)"
    r"|先?不[说提][^，,。！!？?\s]{0,8}了|我(?:又|可|根本|从来|都)*没(?:有)?[说讲](?:过|要)?(?!完|好|清)|工作(?:没|还)[丢在]|没失业|(?<!没)(?<!没有)有工作"
    r"|(?:不|先不|暂时不)(?:告(?:他|她|了)|起诉了?|打官司了?)(?!我)"
    r"|不是(?:没|不)批|^(?:我(?:是[说讲]|[说讲]的?是)|是)(?:贷款|银行)?(?:已经)?批了"
    r"|\b(?:false alarm|misunderst(?:ood|anding)|mis(?:read|heard)|my mistake|no other matter|joking|pranks?"
    r"|(?:was|were|is|it'?s) (?:all |only |just )*(?:a )?(?:mistake|joke)|messing (?:about|around)"
    r"|wrong (?:list|flat|person|message)|still sell(?:s|ing)"
    r"|(?:is|he'?s|she'?s|they'?re) selling(?! (?:it |the (?:flat|house|home) )?to (?!me|us))"
    r"|(?:it'?s|is|was|all) (?:all )?(?:solved|settled(?! in)|sorted|resolved|finished)"
    r"|(?:not|won'?t|don'?t|will not|no) (?:going to |gonna |want to |wanna )?(?:sue|suing)"
    r"|forget (?:about )?(?:the )?(?:court|suing|lawsuit)"
    r"|keep(?:ing|s)? me|(?:keep|kept|still (?:got|have)) my job|nobody is suing"
    r"|i meant? (?:my|a|the) (?:\w+ )?(?:cousin|friend|colleague|neighbou?r|brother|sister|uncle|aunt)\w*"
    r"|no[,.]? (?:he|she|they) did ?n'?t"
    r"|i (?:never|did ?n'?t|did not) say|no problem with (?:my )?job|i have (?:a |my )?job"
    r"|did ?n'?t lose (?:my )?job|(?:not|never) (?:rejected|refused|declined|turned down)"
    r"|^(?:no |i (?:said|meant?) )+(?:it'?s |it (?:is|was) |they )*approved)\b"
)
# It is not said that it was, or of something else: 没搞错, "you misunderstood".
_OTHERWISE = Phrasing(
    r"没(?:有)?(?:搞|弄|看|听|记)错|要是|如果|万一|怕|[?？吗]|是不是|会不会"
    r"|(?:中介|房东|卖家|业主|客服|对方|经纪)[^，,。]{0,3}说|\b(?:agent|seller|owner|landlord) (?:says|said)\b"
    r"|\b(?:if|unless|not a (?:joke|mistake))\b|^(?:is|was|could|did)\b"
)

# 他不是开玩笑的, "he is not joking": the opposite.
_NOT_SO = Phrasing(r"(?:不是|没有?|不)(?:在|是)?$|\b(?:not|never|no longer|n'?t)\b[^,.;]{0,8}$")


def left_after(words: str) -> str | None:
    """What is said behind the last phrase that takes it back, blank where nothing is; None where no phrase does.

    >>> left_after("ok not sue. when is the new date"), left_after("算了不告了，新的日子是哪天")
    ('when is the new date', '新的日子是哪天')
    >>> left_after("等下 我搞错了 那是别家 那28号能签吗"), left_after("false alarm"), left_after("几号签")
    ('那是别家，那28号能签吗', '', None)
    """
    parts = phrases(words)
    back = [place for place, part in enumerate(parts) if _takes_back(part)]
    return "，".join(parts[back[-1] + 1 :]) if back else None


def _takes_back(part: str) -> bool:
    found = _TAKEN_BACK.search(part)
    return found is not None and not _OTHERWISE.search(part) and not _NOT_SO.search(part[: found.start()])
