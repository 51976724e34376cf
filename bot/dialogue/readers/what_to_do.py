"""What does somebody want to do who was warned: to pay, to sign, to be told what to do?"""

from bot.dialogue.readers.courtesy import SIGH
from bot.matching.clauses import asks
from bot.matching.phrasing import Phrasing

# Whether to do what one was warned of: 那我转不转, "so should I pay or not".
_WHETHER = Phrasing(
    r"([交转打付给汇发去信理签存])不\1|该不该|要不要[转付打汇给交签存]|还[要该能]?[转打付汇签存][吗么不呢啊]?[？?。\s]*$"
    r"|(?:先|还)[给付交转存](?:他|她|卖家|房东)?[吗么不][？?。\s]*$"
    r"|要不(?:我|就|干脆)*(?:加|给|认|答应|签|付|转)|(?:加|给|认|答应|签|付|转)了算了|(?:可以|能不能)?先(?:口头)?答应"
    r"|(?:先|我)?答应(?:他们?|她|卖家|下来|算了)?(?:行不|行吗|可以吗|好吗|吗|不)[？?。\s]*$"
    r"|\b(?:should|shall|do|can) i (?:\w+ )?(?:pay|send|transfer|wire|do it|give|agree|say yes|accept)\b"
    r"|(?<!when )(?<!where )\b(?:should|shall|do|can) i (?:\w+ )?sign\b"
    r"|^我?(?:现在|那|该)?[交转付打汇给]不?[吗么？?\s]*$|照[签付常旧]|还去不?[吗么？?\s]*$|[钱款]别[转打付汇]|^[那就是]*[不别][转打付汇签]?了?[吗吧？?\s]*$"
    r"|\b(?:don'?t|not) (?:i )?(?:pay|sign|transfer)\b(?!.*[.,!;] .*\?)"
    r"|要不要(?:先|自己|再)*[垫借]|[垫借]不[垫借]|[垫借][^，,。？?]{0,6}(?:行不行|行吗|可以吗|行不)"
    r"|\b(?:so|then) i can (?:pay|sign|transfer)\b"
    r"|\b(?:should|shall|do|can) i (?:\w+ )?(?:lend|loan|advance)\b|\b(?:sign|pay|lend|give) (?:it )?or not\b"
    r"|\b(?:police|report it) or pay\b|\bor just pay\b|报警还是|还是(?:给|付)钱"
    r"|^[那就]*(?:该不该|要不要|能不能)[啊呀呢？?\s]*$|^\W*(?:(?:so|and|then)\W+)?(?:shall|should|do|can) i\W*$"
    r"|^\W*(?:so|then)\W+(?:yes|no|not|don'?t|i (?:don'?t|shouldn'?t))\W*$"
    # 这样没啥问题吧: may it be left at that?
    r"|^(?:[那这]样?|应该|就|也)*(?:没(?:啥|什么)?(?:问题|事|关系)|不要紧|安全的?)(?:吧|吗|么|不)[啊呀呢？?。\s]*$"
    r"|^\W*(?:so |but |and |is )*(?:that'?s |that |it |it'?s )?(?:ok|okay|fine|safe|normal|no problem)"
    r"(?:,? (?:right|or not))?\W*\?\W*$",
)
# Who asks how to pay what is really owed does not ask whether to pay somebody else.
_THE_RIGHT_WAY = Phrasing(r"正规|正常(?:的)?(?:流程|渠道)|\b(?:right way|properly|real (?:money|payment|account))\b")
# 户口本那页还要不要交: no money goes with it.
_OF_PAPERS = Phrasing(r"材料|证明|户口|流水|复印|结婚证|\b(?:papers?|documents?|proofs?|statements?)\b")
# 那我就签了, "fine i'll sign it then": they are about to.
_MEANS_TO = Phrasing(
    r"(?:^|[，,。！\s那好行])我?(?:就|只好|还是|先|干脆|直接|打算|准备|想|现在|这就|马上|正要)(?:去|把|先)*[^，,。？?没不别]{0,6}[签付给转打借垫]"
    r"(?:了|给[他她]|掉|过去|出去|[他她钱万\d一两三五十])*(?:吧|算了|得了|好了|呗)?[。！!~\s]*$"
    r"|\bwe could (?:maybe |perhaps )*(?:do|add|pay|give|offer)\b"
    r"|\b(?:i'?ll|i will|i am going to|i'?m (?:going to|gonna)|i guess i'?ll|let me|i (?:might|may|could))"
    r" (?:just |then |maybe )*(?:sign|pay|send|transfer|give|lend|wire|agree|accept)\b(?! (?:nothing|no))"
)
# 我现在该干嘛, "what now": of the danger as long as there is one.
_WHAT_TO_DO = Phrasing(
    r"^[那我们现在该要得应\s,，]*(?:怎么办|咋办|咋整|怎么做|(?:做|干|弄)(?:什么|啥|嘛|吗)|如何是好)[啊呀呢了好才?？!！。\s]*$"
    r"|^\W*(?:(?:so|and|then|ok|please|but)\W+)*(?:what now|now what"
    r"|what (?:do|should|can|must|shall) (?:i|we) do(?: now| then| next)?)\W*$",
)
_OF_MONEY = Phrasing(
    r"[转付汇]|打[钱款给过到]|[钱卡]|(?<!贷)款|账号|账户|验证码|密码"
    r"|\b(?:pay|paid|sen[dt]|transfer\w*|wired?|g[ai]ve|money|account|code|password|(?<!id )card)\b",
)
# 签不签, "do i go": not of money.
_OF_SIGNING = Phrasing(r"签|去不去|还去|到场|过去|\b(?:sign|signing|go|come|show up|attend)\b")
# What somebody tells, and does not want: 我已经转了, 群里都在说, "I sent it" but not "I want to see my progress".
_TELLS = Phrasing(
    r"已经|了[。！!~]*$|[转付打汇交给]的(?!人)|^(?!.*(?:想|要|帮|查|请|给我|能|可以)).*(?:[过着]|在说|的)[。！!~\s]*$"
    rf"|{SIGH}"
    r"|\balready\b|^(?:i|we|he|she|they|it|the (?:web|site|website|system|app|register))\b"
    r"(?!(?:'d| would)? (?:want|need|like|wish))",
)


def names_money(message: str) -> bool:
    """Is it of money that goes, or of what opens an account?

    >>> names_money("那打监管账户呢"), names_money("几号签")
    (True, False)
    """
    return _OF_MONEY.search(message) is not None


def is_of_signing(message: str) -> bool:
    """Is it of the signing, and not of money?

    >>> is_of_signing("那我还签不签"), is_of_signing("签了就要付款吗"), is_of_signing("do i go or not")
    (True, False, True)
    """
    return _OF_SIGNING.search(message) is not None and not names_money(message)


def asks_beside(message: str) -> bool:
    """Is something asked, and neither whether nor how to pay?

    >>> asks_beside("是你们公司的吗"), asks_beside("怎么转给他"), asks_beside("he has my code")
    (True, False, False)
    """
    is_of_danger = is_whether(message) or asks_what_to_do(message) or names_money(message)
    return asks(message) and not is_of_danger


def asks_what_to_do(message: str) -> bool:
    """Is it asked what to do, and of nothing else?

    >>> asks_what_to_do("我现在该干嘛"), asks_what_to_do("what now??"), asks_what_to_do("下一步要做什么")
    (True, True, False)
    """
    return _WHAT_TO_DO.search(message) is not None


def is_whether(message: str) -> bool:
    """Is it asked whether to pay, or to go ahead?

    >>> is_whether("那我转不转"), is_whether("so should I pay or not"), is_whether("那打到哪个账户")
    (True, True, False)
    >>> is_whether("so do i sign"), is_whether("when do i sign")
    (True, False)
    """
    is_of_papers = _OF_PAPERS.search(message) is not None and not names_money(message)
    return _WHETHER.search(message) is not None and not _THE_RIGHT_WAY.search(message) and not is_of_papers


def means_to(message: str) -> bool:
    """Is somebody about to sign, to pay or to lend?

    >>> means_to("那我就签了吧"), means_to("fine i'll sign it then"), means_to("我先不签了")
    (True, True, False)
    >>> means_to("那我现在去银行转了"), means_to("ok i'll pay nothing"), means_to("我还是先问问")
    (True, False, False)
    """
    return _MEANS_TO.search(message) is not None


def only_tells(message: str) -> bool:
    """Does it tell something, and want nothing?

    >>> only_tells("我已经转了"), only_tells("I want to see my progress")
    (True, False)
    """
    return _TELLS.search(message) is not None
