"""Does a buyer say, whatever else they ask, that money of theirs has gone; or ask whether to pay once more?"""

from bot.dialogue.readers.manner import supposes
from bot.matching.clauses import asks
from bot.matching.phrasing import Phrasing, any_of

_MONEY = any_of("首付款?|房款|尾款|余款|监管款|契税|税款?|钱|款")
_SENT = "(?:打|转|存|付|汇|交)(?:过|完|好|出|进|上|去|到|给[^，,。？?！!]{1,5})*"
_CHINESE = Phrasing(
    rf"(?:{_MONEY})[^，,。？?！!没不]{{0,12}}{_SENT}[^，,。？?！!没不]{{0,8}}了"
    rf"|(?:我|俺|咱)[^，,。？?！!没不要想]{{0,8}}{_SENT}了[^，,。？?！!]{{0,4}}(?:{_MONEY}|\d+ ?万)"
    r"|(?:我|俺|咱)[^，,。？?！!没不要想]{0,8}(?:打过|转过|存进|存过|付过|汇过|打完|转完|存完|付完)(?:去|了)"
)
_ENGLISH = Phrasing(
    r"\b(?:i|we)(?:'?ve| have)?(?: already| just| also| now)* paid\b"
    r"|\b(?:i|we)(?:'?ve| have)?(?: already| just| also| now)* (?:wired|transferred|deposited|sent|put in|did|made)\b"
    r"[^.,?!]{0,24}\b(?:money|down ?payment|shoufu|escrow|transfer|balance|payment|\d+ ?k|\d+ ?wan|\d{4,})\b"
    r"|\b(?:money|down ?payment|shoufu|escrow|balance|tax(?:es)?)(?: (?:is|was|has been|have been|are|were))?"
    r"(?: already| just| all)* (?:paid|sent|wired|transferred|deposited)\b",
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
_PART = Phrasing(r"[，,。！？!?;；\n]+|\.\s|(?<!\s)\s++(?=[㐀-鿿])|\s(?:and|but|also|btw)\s")


def has_paid(message: str) -> bool:
    """Does any part of it tell that the buyer has paid?

    >>> has_paid("首付我早上转了，另外什么时候放款"), has_paid("首付转了吗"), has_paid("银行把钱打给卖家了")
    (True, False, False)
    >>> has_paid("i already wired the money yesterday, when is the loan released?"), has_paid("is the money sent?")
    (True, False)
    """
    return any(_tells(part.strip()) for part in _PART.split(message))


def asks_to_pay_again(message: str) -> bool:
    """Is it asked whether the same is to be paid once more?

    >>> asks_to_pay_again("那要不要再付一次"), asks_to_pay_again("should i pay again?"), asks_to_pay_again("再说一次")
    (True, True, False)
    """
    return _AGAIN.search(message) is not None and (asks(message) or "?" in message)


def _tells(part: str) -> bool:
    is_told = _CHINESE.search(part) or _ENGLISH.search(part)
    return bool(is_told) and not (_ELSE.search(part) or asks(part) or supposes(part))
