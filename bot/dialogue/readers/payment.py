"""Does a buyer say, whatever else they ask, that money of theirs has gone; or ask whether to pay once more?"""

from bot.dialogue.readers.manner import supposes
from bot.matching.clauses import asks
from bot.matching.phrasing import Phrasing, any_of

_MONEY = any_of("首付款?|房款|尾款|余款|监管款|契税|税款?|钱|款")
_SUM = r"[\d一二三四五六七八九十百两]+ ?[万千]"
_SENT = "(?:打|转|存|付|汇|交)(?:过|完|好|出|进|上|去|到|给[^，,。？?！!]{1,5})*"
_WHEN = "(?:都|已经?|早就?|就|刚刚?|才|昨[天晚]|今[天早]|上午|早上|下午|我|俺|咱)*"
_CHINESE = Phrasing(
    rf"(?:{_MONEY})[^，,。？?！!没不]{{0,12}}{_SENT}[^，,。？?！!没不]{{0,8}}了"
    rf"|(?:{_MONEY}){_WHEN}[打转存付汇交](?:过去|进去|出去|完|好|过)"
    rf"|(?:我|俺|咱)[^，,。？?！!没不要想]{{0,8}}{_SENT}了[^，,。？?！!]{{0,4}}(?:{_MONEY}|{_SUM})"
    r"|(?:我|俺|咱)[^，,。？?！!没不要想]{0,8}(?:打过|转过|存进|存过|付过|汇过|打完|转完|存完|付完)(?:去|了)"
)
_ENGLISH = Phrasing(
    r"\b(?:i|we)(?:'?ve| have)?(?: already| just| also| now)* paid\b"
    r"|\b(?:i|we)(?:'?ve| have)?(?: already| just| also| now)* "
    r"(?:wired|transferred|deposited|sent|put in|did|made)\b"
    r"[^.,?!]{0,24}\b(?:money|down ?payment|shoufu|escrow|transfer|balance|payment|tax|\d+ ?k|\d+ ?wan|\d{4,})\b"
    r"|\b(?:money|down ?payment|shoufu|escrow|balance|tax(?:es)?)(?: (?:is|was|has been|have been|are|were))?"
    r"(?: already| just| all)* (?:paid|sent|wired|transferred|deposited)\b",
)
# 付了, "sent it": where nothing else is said, it can only be the money.
_BARE = Phrasing(
    rf"^(?:[嗯哦好]的?)?{_WHEN}(?:[付打转存汇](?:了|过了?|[完好]了|[过出进]?去了?)|给[过完]?了)[啊呀的哈嘛啦哦噢呢]*$"
    r"|^(?:(?:yes|ok|have|already|just|now|all) )*"
    r"(?:paid|(?:wired|sent|transferred|deposited)(?: it)?|(?:did|done|made) the (?:payment|transfer|escrow))"
    r"(?: (?:already|yesterday|today|this morning|last night|now|la|lah|liao))*\W*$"
)
# What was paid long ago, or is no money of this purchase; and what others pay.
_ELSE = Phrasing(
    r"定金|订金|中介费|佣金|房租|信用卡|网贷|贷款|借|还清|工资|要是|如果|万一|^(?:卖家|银行|开发商|他们?|她|中介)"
    r"|\b(?:deposit|commission|agent|agency|rent|card|cards|bills?|attention|off|loan|if|last year|never|not"
    r"|haven'?t)\b",
)
_AGAIN = Phrasing(
    r"(?:再|又|重新?)(?:[付打转存交汇]|来)(?:一[次遍笔]|一?下)?|[付打转存交汇]两[次遍]"
    r"|\b(?:pay|send|transfer|wire|deposit)\b[^.?!]{0,14}\b(?:again|twice|once more|second time)\b",
)
_TOLD_TO = Phrasing(
    r"(?:让|叫|要|催|喊|逼)我[^，,。？?！!]{0,10}(?:[交付打转汇存垫]|给钱)"
    r"|\b(?:wants?|wanted|asks?|asked|tells?|told|makes?|pushes|pushing) me to (?:\w+ )?"
    r"(?:pay|transfer|send|wire|deposit)\b"
    r"|\b(?:wants?|asks? for|demands?) (?:the |his |her |a |my )?(?:\w+ ){0,2}(?:fee|money|payment|cash)\b",
)
# 契税已经付了算哪天的 has paid, and asks on about it; 契税付了没 does not say so.
_GOES_ON = Phrasing(r"[什甚]么|啥|哪|几|多[久少]|怎|咋|为何|\b(?:what|when|where|which|how|why)\b")
_PART = Phrasing(r"[，,。！？!?;；\n]+|\.\s|(?<!\s)\s++(?=[㐀-鿿])|\s(?:and|but|also|btw)\s")


def has_paid(message: str) -> bool:
    """Does any part of it tell that the buyer has paid?

    >>> has_paid("首付我早上转了，另外什么时候放款"), has_paid("首付转了吗"), has_paid("银行把钱打给卖家了")
    (True, False, False)
    >>> has_paid("i already wired the money yesterday, when is the loan released?"), has_paid("is the money sent?")
    (True, False)
    >>> has_paid("契税已经付了算哪天的"), has_paid("啥时候付了首付"), has_paid("i paid the tax so what is next?")
    (True, False, True)
    >>> has_paid("我刚转了五万"), has_paid("首付刚打过去"), has_paid("付了"), has_paid("sent it already")
    (True, True, True, True)
    """
    return any(_tells(part.strip()) for part in _PART.split(message))


def asks_to_pay_again(message: str) -> bool:
    """Is it asked whether the same is to be paid once more?

    >>> asks_to_pay_again("那要不要再付一次"), asks_to_pay_again("should i pay again?"), asks_to_pay_again("再说一次")
    (True, True, False)
    """
    return _AGAIN.search(message) is not None and (asks(message) or "?" in message)


def is_told_to_pay(message: str) -> bool:
    """Does somebody want the buyer to pay?

    >>> is_told_to_pay("中介让我今天先把服务费交了"), is_told_to_pay("the agent wants me to pay the fee today")
    (True, True)
    >>> is_told_to_pay("服务费我交了")
    False
    """
    return _TOLD_TO.search(message) is not None


def _tells(part: str) -> bool:
    told = _CHINESE.search(part) or _ENGLISH.search(part) or _BARE.search(part)
    if told is None or _ELSE.search(part) or supposes(part):
        return False
    return not asks(part) or (_GOES_ON.search(part[told.end() :]) is not None and not asks(told[0]))
