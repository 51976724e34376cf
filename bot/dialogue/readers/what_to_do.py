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
    r"|^\W*(?:so|then)\W+(?:yes|no|not|don'?t|i (?:don'?t|shouldn'?t))\W*$",
)
# Who asks how to pay what is really owed does not ask whether to pay somebody else.
_THE_RIGHT_WAY = Phrasing(r"正规|正常(?:的)?(?:流程|渠道)|\b(?:right way|properly|real (?:money|payment|account))\b")
# 户口本那页还要不要交: no money goes with it.
_OF_PAPERS = Phrasing(r"材料|证明|户口|流水|复印|结婚证|\b(?:papers?|documents?|proofs?|statements?)\b")
# 那我就签了, "fine i'll sign it then": they are about to.
_MEANS_TO = Phrasing(
    r"(?:^|[，,。！\s那好行])我?(?:就|只好|还是|先|干脆|直接|打算|准备|想)(?:去|把|先)*[^，,。？?没不别]{0,6}[签付给转打借垫]"
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
# 打哪个电话, 银行电话占线, 冻不住了: help is to be called as the warning says, and they do not get it.
_NO_HELP = Phrasing(
    r"哪个电话|占线|打不通|接不通|没人接|冻(?:结)?不[了住]"
    r"|\b(?:which|what) number\b|\b(?:line|number|bank) is busy\b"
    r"|\bno(?:body)? answers?\b|\b(?:can'?t|can ?not) freeze\b|\btoo late to freeze\b"
)
# 报警了, "the police came": help was called.
_HELP_CALLED = Phrasing(
    r"报(?:过|了)警|报警了|笔录|(?:110|96110|派出所|警察)[^，,。？?]{0,3}(?:打|来|去)?了|(?:打|去)了?(?:110|96110|派出所)"
    r"|\b(?:called|rang|phoned|told) (?:the )?(?:police|110|96110)\b|\bpolice (?:came|come|took|are here|is here)\b"
)
# 周顾问几点来, "when do you call": of the person who was called.
_WHEN_THEY_COME = Phrasing(
    r"(?:几点|什么时候|啥时候|多久|几时)(?:能|会|才)?(?:来(?!着)|到|打给我|给我打|联系我|找我)"
    r"|\bwhen (?:do|does|will|is|are|can) (?:he|she|they|you|some(?:body|one)|(?:my )?advisor)\b.{0,12}\b(?:com|call)",
)
# 我已经签了咋整: what one was warned of is done, and now?
_DONE_ALREADY = Phrasing(
    r"(?:已经|都|昨[天晚]|刚刚?|早就?)[^，,。？?]{0,6}[签付转交给认按](?:了|过了?)[^，,。？?]{0,4}[，, ]?"
    r"(?:我|该|现在|那)*(?:怎么[办弄]|咋[办整弄]|还来得及吗)"
    r"|\balready (?:signed|paid|sent|gave|agreed|transferred)\b.{0,40}"
    r"\b(?:what (?:now|do|should|can)|now what|too late)\b"
)
# Somebody reads the chat, and must not.
_IS_WATCHED = Phrasing(
    r"(?:看|查|翻|拿)(?:着|了)?我(?:的)?手机|别(?:再)?在这(?:里|儿)?(?:发|写|回|说)|不要(?:再)?在这(?:里|儿)?(?:发|写|回|说)"
    r"|(?:他|她|别人|老公|老婆)(?:会|能|要|就)?看(?:到|见)(?:的)?$|(?:他|她)[^，。,]{0,3}(?:坐|在)(?:我)?旁边"
    r"|\b(?:don'?t|do not|not) (?:write|text|message|answer|reply)(?: me)? here\b"
    r"|\b(?:reads|checks|looks at|has|took) my phone\b|\bsitting (?:right )?next to me\b"
)
# 又打来了, "he keeps calling": whoever it was has not given up.
_CALLS_AGAIN = Phrasing(
    r"(?:又|还在|一直|老是?|不停)(?:给我)?(?:打(?!开|听|算)(?:电话|来|过来|给我)?|发(?:消息|微信)来?|催)|(?:该|要)?接不接|要接吗"
    r"|\b(?:keeps?|still|is|he'?s|she'?s) (?:calling|ringing|writing|texting)\b"
    r"|\b(?:called|calls|rang|wrote) (?:me )?again\b"
    r"|\b(?:pick up|answer (?:his|her|their|the) (?:calls?|phone))\b"
)
# 他说今天不打就算违约: whoever wants the money presses.
_IS_PRESSED = Phrasing(
    r"(?:[他她]们?|对方|那[人边]|中介|骗子)[^。！!]{0,20}(?:违约|作废|没收|来不及|冻结|起诉|告我)"
    r"|\b(?:he|she|they|guy|man|agent)\b.{0,40}\b(?:penalty|breach|sue|forfeit|deadline|freeze|arrest|or else)\b"
)
# 别跟银行说, "maybe better i say nothing": the bank shall not hear of it, or hear what is not so.
_HIDES = Phrasing(
    r"瞒|(?:不|别)(?:要|跟|告诉|和|给)*银行(?:说|讲|知道)?|说(?:我)?还在(?:上班|职|岗)|假(?:的)?(?:证明|流水|章)|顶一下|开(?:个|一份)?在职"
    r"|\b(?:(?:tell|inform) (?:the )?bank|(?:keep|stay) quiet|say nothing|hide|pretend|fake|still working there)\b"
)
# 继承, 一个人还: what becomes of what was theirs.
_AFTER_DEATH = Phrasing(
    r"死亡证|火化证|继承|遗产|取不[出了]|一个人还|我一个人供|[他她]的?(?:卡|账户|贷款|那一半)"
    r"|[他她](?:的)?名字(?:还)?在|(?:跟|和)[他她我][^，,。？?]{0,4}一起贷|[他她]不在了|贷款(?:还)?算不?数|主贷人|共同(?:借款|还款|贷款)"
    r"|\b(?:death cert\w*|inherit\w*|probate|next of kin|notary|pay (?:it )?alone|pay full"
    r"|in both names?|only in my name|co.?borrower|joint loan|loan still (?:valid|good)"
    r"|(?:his|her) (?:half|loan|account|card|name))\b"
)
# 我想答应他算了, "i said yes already": they give in to who wants more, or have.
_GIVES_IN = Phrasing(
    r"我[^，,。？?不没别]{0,8}(?:答应|同意|认了|回[了他她]{1,2}好)|(?:能不能|可不可以|可以|要不要|该不该)(?:先|就|口头)*(?:答应|同意)(?!吗)|合同成立|算不?算?成立|[作算]数[吗么不]"
    r"|(?:想|打算|只好|干脆)[^，,。？?]{0,4}(?:答应|同意|认了|加给)"
    r"|\bi(?:'ve| have)? (?:already |just )?(?:agreed|accepted|said (?:yes|ok(?:ay)?))\b|\bis (?:it|that) binding\b"
    r"|\b(?:want to|going to|i'll|i will|should i|can i|do i) (?:just )?(?:agree|accept|give in|say yes)\b"
)
# 推吧, "let it wait": what is booked or due shall come later.
_LATER = Phrasing(
    r"改到|改个?(?:时间|日子)|换个?(?:时间|日子)|不[存付交][^。！!]{0,8}违约|推吧|往后[推挪放]|推[一后]?推|推迟|延后|延期|缓[一]?缓|晚点再|先放[一]?放|等等再|过(?:一)?阵子?再"
    r"|\b(?:postpone|put (?:it|that|this|everything)? ?off|push (?:it )?back|let it wait|move it)\b"
    r"|\b(?:should|can|must) (?:it )?wait\b"
)
# What somebody tells, and does not want: 我已经转了, 群里都在说, "I sent it" but not "I want to see my progress".
_TELLS = Phrasing(
    r"已经|了[。！!~]*$|[转付打汇交给]的(?!人)|^(?!.*(?:想|要|帮|查|请|给我|能|可以)).*(?:[过着]|在说|的)[。！!~\s]*$"
    rf"|{SIGH}"
    r"|\balready\b|^(?:i|we|he|she|they|it|the (?:web|site|website|system|app|register))\b"
    r"(?!(?:'d| would)? (?:want|need|like|wish))",
)


def is_done_already(message: str) -> bool:
    """Is it asked what to do about what one was just warned of, as it is done already?

    >>> is_done_already("那条子我昨天已经签了咋整"), is_done_already("签完咋整")
    (True, False)
    """
    return _DONE_ALREADY.search(message) is not None


def is_watched(message: str) -> bool:
    """Is nothing to be written here, as somebody else would read it?

    >>> is_watched("他现在看我手机"), is_watched("don't write here"), is_watched("看不到进度")
    (True, True, False)
    """
    return _IS_WATCHED.search(message) is not None


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
    >>> means_to("ok i'll pay nothing"), means_to("我还是先问问")
    (False, False)
    """
    return _MEANS_TO.search(message) is not None


def calls_again(message: str) -> bool:
    """Does whoever it was keep calling, or is it asked whether to answer?

    >>> calls_again("他又打来了，接不接"), calls_again("the guy keeps calling me"), calls_again("我打算明天去")
    (True, True, False)
    """
    return _CALLS_AGAIN.search(message) is not None


def is_pressed(message: str) -> bool:
    """Does whoever wants the money threaten with what follows?

    >>> is_pressed("他说今天中午12点前不打就算违约 是真的吗"), is_pressed("签晚了算违约吗")
    (True, False)
    """
    return _IS_PRESSED.search(message) is not None


def hides(message: str) -> bool:
    """Shall the bank not hear of it, or hear what is not so?

    >>> hides("银行打电话来 我能不能说还在上班"), hides("do i have to tell the bank"), hides("银行要什么材料")
    (True, True, False)
    """
    return _HIDES.search(message) is not None


def is_after_death(message: str) -> bool:
    """Is it of papers, money or a loan that somebody has left?

    >>> is_after_death("他的贷款会不会要我一个人还"), is_after_death("who inherits his half"), is_after_death("几号签")
    (True, True, False)
    """
    return _AFTER_DEATH.search(message) is not None


def gives_in(message: str) -> bool:
    """Does somebody agree to what was asked of them, or think of it?

    >>> gives_in("我想答应他算了"), gives_in("i already said yes to her")
    (True, True)
    >>> gives_in("卖家同意了"), gives_in("我没答应")
    (False, False)
    """
    return _GIVES_IN.search(message) is not None


def wants_it_later(message: str) -> bool:
    """Shall what is booked or due wait?

    >>> wants_it_later("推吧 我签不了"), wants_it_later("can it wait"), wants_it_later("我明天不存会不会算我违约")
    (True, True, True)
    >>> wants_it_later("推荐一家")
    False
    """
    return _LATER.search(message) is not None


def is_of_the_help(message: str) -> bool:
    """Is it of those who were called: that they cannot be reached, or when they come?

    >>> is_of_the_help("银行电话占线"), is_of_the_help("周顾问几点来"), is_of_the_help("几点签")
    (True, True, False)
    """
    return (_NO_HELP.search(message) or _WHEN_THEY_COME.search(message)) is not None


def has_called_help(message: str) -> bool:
    """Were the police called?

    >>> has_called_help("报警了 民警说先做个笔录"), has_called_help("我要报警吗"), has_called_help("police came")
    (True, False, True)
    """
    return _HELP_CALLED.search(message) is not None


def only_tells(message: str) -> bool:
    """Does it tell something, and want nothing?

    >>> only_tells("我已经转了"), only_tells("I want to see my progress")
    (True, False)
    """
    return _TELLS.search(message) is not None
