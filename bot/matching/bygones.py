"""Does somebody tell of what is over, and perhaps ask something else behind it?"""

from collections.abc import Sequence

from bot.matching.clauses import wants_answer
from bot.matching.phrasing import Phrasing

# It has come right, or never was.
_CAME_RIGHT = Phrasing(
    r"(?:处理|解决|协商|沟通|谈|弄|搞|办)(?:好|妥|清楚|完|开|拢|妥当)了(?![没吗么])|说(?:开|清楚)了|解决了|了结了|和解了|和好了?|撤诉"
    r"|[已都]经?解除|解除了|解封了?|不追究|没有?(?:上当|[被受]骗|[信理]他)|(?:追|退|拿|要)(?:回来?|还)了"
    r"|劝(?:住|下来|回来)了?|(?<![金付钱款了])不(?:退|告|离|闹|反悔|计较)了|虚惊一场|(?:看|搞|弄|听|(?<!登)记)(?:错|岔|差)了|误会(?:一场)?(?:了|而已|啦)?"
    r"|(?:终于|已经)给?回(?:复|电话)?了?(?:我|我们|咱)(?:电话)?了|(?:给我|已经)回了?电话了?|没事了(?![吗吧么])|不追究"
    r"|无争议|翻篇|书面确认|(?:按|照)原价(?:履行|卖|签)|算了不[说提]|不[说提]这(?:个|些|事)了?"
    r"|[跟和与](?:你们|[我咱俺]们?|这(?:套|个)?(?:房子?|单))(?:没|无)有?关系|[我咱俺](?:们|家)?这[个单边套]?没事(?![吗吧么])"
    r"|\b(?:settled|sorted|resolved|all (?:good|fine|clear(?:ed)?|done) now|shook hands|made (?:it )?up"
    r"|patched (?:it|things) up|called off|withdr[ae]wn?|dropped (?:it|the|his|her|their)|over and done"
    r"|cleared (?:it|up|me|us|him|her|everything)|got (?:cleared|refunded|(?:my|the) money back|it (?:all )?back)"
    r"|refunded|paid (?:me|us) back|turned out (?:fine|ok|to be)|forget (?:the|that|about)|misread|misheard|false alarm"
    r"|changed (?:his|her|their) minds? back|talked (?:him|her|them|me) out of it|relax|nobody(?: here)? is being"
    r"|hung up|did ?n.t fall for|was over|nothing to do with (?:me|us|my|our|this)"
    r"|(?:here|ours|mine) (?:is )?every\w+ (?:is )?fine|every\w+ (?:is )?fine here)\b"
)
# So long ago that it is no news, whatever it was.
_LONG_AGO = Phrasing(
    r"[两二三四五六七八九十几多\d]+年(?:多)?(?:以?前|了)|多年(?:以?前)?|前年|早年"
    r"|\b(?:(?:two|three|four|five|six|seven|eight|ten|many|some|several|\d+) years (?:ago|back|since)|years ago"
    r"|long ago|in (?:19|20)\d\d)\b"
)
# What was done then, and not what happened: 两年前签的合同.
_DONE_THEN = Phrasing(r"[签买交付贷看定]的|合同|\b(?:signed|bought|paid|contract)\b")
# Not yet, or somebody only says so: 没解封, 警察说解决了才能签, "he said it is sorted".
_NOT_YET = Phrasing(r"(?:没有?|未|不|还没)$|\b(?:not|never|n'?t)\b[^,.;]{0,12}$")
_REPORTED = Phrasing(r"(?<!以为短信)(?<!以为)说|讲|才能|\b(?:said|says|told|claims?)\b")
# No money is in danger any more.
_SAFE = Phrasing(
    r"没有?(?:上当|[被受]骗|[信理]他)|(?:追|退|拿|要)(?:回来?|还)了|抓到|去年|前年|[我咱俺](?:们|家)?这[个单边套]?没事"
    r"|\b(?:refunded|money back|did ?n.t fall|caught|last year|relax|nobody(?: here)? is being)\b"
)
# Money is out, and nothing says that it came back.
_PAID = Phrasing(r"[转付打汇交]了(?!解)|给了|过去了|\b(?:sent|wired|transferred|paid)\b")
_CAME_BACK = Phrasing(r"(?:追|退|拿|要|还)回?(?:来|了)|\b(?:refunded|money back|paid (?:me|us) back|all back)\b")
# It is not over, or not all of it.
_GOES_ON = Phrasing(
    r"但|可是|不过|然而|(?<!不)又|还(?:在|没|是|会|要|想)|再次|继续|怕|担心|要是|如果|万一"
    r"|没(?:有)?(?:解决|处理|说好|谈好)|今天|刚才"
    r"|\b(?:but (?:he|she|they|now)|however|still(?! (?:on|there|fine|valid|stands))|again|keeps?|afraid|worried"
    r"|today|if|unless"
    r"|not (?:settled|resolved|sorted|yet))\b"
)


def told_and_asked(parts: Sequence[str]) -> tuple[str, str] | None:
    """Of the phrases of a message, what is told to be over, and what is asked behind it: else the words that say so.

    None where nothing is over, or nothing is told besides.

    >>> told_and_asked(["我妈昨天吵着要退房", "不退了哈", "首付款是哪天打呀"])
    ('我妈昨天吵着要退房，不退了哈', '首付款是哪天打呀')
    >>> told_and_asked(["房东闹着涨价", "后来谈拢了"])
    ('房东闹着涨价，后来谈拢了', '后来谈拢了')
    >>> told_and_asked(["he threatened me", "we settled it", "now he is back again", "when do we sign"]) is None
    True
    """
    first = next((place for place, part in enumerate(parts) if wants_answer(part)), None)
    least, end = (0, first) if first is not None else (1, len(parts))
    last = next((place for place in reversed(range(least, end)) if _is_over(parts[place])), None)
    if last is None or any(map(_GOES_ON.search, parts[last:end])):
        return None
    told, asked = "，".join(parts[: last + 1]), "，".join(parts[last + 1 :]) or parts[last]
    return None if _PAID.search(told) and not _CAME_BACK.search(told) else (told, asked)


def was_long_ago(told: str) -> bool:
    """Is it so long ago that even what lasts is no news?"""
    return _LONG_AGO.search(told) is not None


def is_safe(told: str) -> bool:
    """Is it told that no money is in danger any more?"""
    return _SAFE.search(told) is not None or was_long_ago(told)


def _is_over(part: str) -> bool:
    found = _CAME_RIGHT.search(part)
    if found is None:
        return was_long_ago(part) and not _DONE_THEN.search(part)
    around = part[: found.start()] + part[found.end() :]
    return not _NOT_YET.search(part[: found.start()]) and not _REPORTED.search(around)
