"""Does a message go on about the grave matter for which a person was called?"""

from bot.matching.phrasing import Phrasing

# 我已经签了咋整: what one was warned of is done, and now?
_DONE_ALREADY = Phrasing(
    r"(?:已经|都|昨[天晚]|刚刚?|早就?)[^，,。？?]{0,6}[签付转交给认按](?:了|过了?)[^，,。？?]{0,4}[，, ]?"
    r"(?:我|该|现在|那)*(?:怎么[办弄]|咋[办整弄]|还来得及吗)"
    r"|(?:填|点|扫|输|给|报|念|转|付)(?:完|过|出去|进去)?了[^，,。？?]{0,3}(?:觉得|感觉|发现|想起|反应|后悔)"
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
    r"|\b(?:want to|going to|i'll|i will|should i|can i|do i) (?:just )?"
    r"(?:agree(?! (?:on|that)\b)|accept|give in|say yes)\b"
)
# 推吧, "let it wait": what is booked or due shall come later.
_LATER = Phrasing(
    r"改到|改个?(?:时间|日子)|换个?(?:时间|日子)|不[存付交][^。！!]{0,8}违约|推吧|往后[推挪放]|推[一后]?推|推迟|延后|延期|缓[一]?缓|晚点再|先放[一]?放|等等再|过(?:一)?阵子?再"
    r"|\b(?:postpone|put (?:it|that|this|everything)? ?off|push (?:it )?back|let it wait|move it)\b"
    r"|\b(?:should|can|must) (?:it )?wait\b"
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
