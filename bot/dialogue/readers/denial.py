"""Does somebody say that what they were warned of is not so, and what is said besides?"""

import re

from bot.dialogue.readers.correcting import meant
from bot.dialogue.readers.what_to_do import is_whether
from bot.matching.clauses import asks, phrases
from bot.matching.phrasing import Phrasing, any_of
from bot.matching.script import legible

# Each is read in one way only.
_WELL = "(?:不是|不|误会了?|别误会|放心|没有没有|哎呀|服了|(?:我|都)*说了?)?"
_NOT = f"{_WELL}[，,。！!\\s]*+(?:我们?|钱|款|也|还|根本|真的?|都|又|可|一[分毛]钱?){{0,3}}没有?"
_END = "[了啊呀呢哦哈啦嘛哒]*+"
_UNHARMED = any_of(
    f"{_NOT}(?:说我?)?(?:被骗钱?|受骗|上当|被坑|出事|这回事|[要想]退|不买){_END}",
    f"{_NOT}(?:说有?)?(?:人|谁)(?:要|在|会|来)?(?:骗|坑|威胁|冒充|反悔|去世|死|生病|[让叫要催]我[转付打汇给])"
    f"(?:我|钱|账|款|什么)*+{_END}",
    f"我?[就只]是?(?:随便|瞎)?(?:问(?:问|一下|一声)|猜的?|担心)(?:而已)?{_END}|[你您]?别吓(?:唬)?我{_END}",
    f"[我俺咱]?[就只]?是?(?:瞎|胡乱|乱)(?:寻思|琢磨|想)(?:的|想)?(?:而已)?{_END}",
    f"(?:不是[，,\\s]*)?[我俺咱]?不是说(?:他|她|卖家|房东)?(?:一定|肯定|真的?)?(?:要|会)?(?:不卖|反悔|涨价|骗我?){_END}",
    f"{_NOT}人[说讲](?:他|她|卖家|房东|业主|我|谁)?(?:们)?(?:要|会|想|不)?[^，,。！!？?\\s]{{0,8}}{_END}",
    f"{_NOT}(?:遇到?|碰[到上]|遇[上着])?(?:什么|啥|有)?(?:骗子|骗局|诈骗|这种事|这回事){_END}",
    "(?:nobody|no one)(?: has| is|'s| was)? "
    "(?:told|asks?|asked|asking|wants|said|died|changed|took|sick|(?:scamm|cheat|threaten)(?:ed|ing))"
    "(?: (?:me|us|anything|for|to|money|pay|transfer|of|their|his|her|minds?|from)){0,5}+",
    r"(?:i|we)(?: ?a?m| are| was| were|'m|'re)?(?: ?not|n'?t)(?: being| getting)? "
    "(?:scammed|cheated|threatened|cancelling|suing)",
    r"i (?:haven'?t|wasn'?t|have not|was not|never)(?: been| got(?:ten)?| said i was)? (?:scammed|cheated|threatened)",
    "i (?:don'?t|do not|didn'?t|never) (?:want(?:ed)? to |say (?:i want(?:ed)? to )?)?"
    "(?:cancel|get out|back out|complain|sue)",
    "(?:it'?s|that'?s|this is|it is|there(?:'s| is| was))(?: ?not| no|n'?t)(?: a| any)? "
    "(?:scam|fraud|alarm|emergency|threat)",
    "(?:please |pls )?(?:cancel|call off|drop) (?:that|it|this|the alarm|the warning)(?: please)?",
    "no (?:scam|fraud)|(?:i have )?no other matter|false alarm"
    "|(?:it|this|that|everything|the (?:scam|matter|problem))(?:'?s| is| was) (?:all )?"
    "(?:solved|finished|over|sorted|settled|resolved)"
    "|(?:i was |i'?m |i )?(?:only|just) "
    "(?:asking|ask(?:ed)?(?= (?:if|whether|about|how|when|what)\\b)|guess(?:ing|ed)|wondering|worried|curious)",
    "(?:please |pls )?(?:don'?t|do not) (?:scare|frighten) me",
    # It was understood wrongly: 打 is to phone as well as to pay.
    f"我(?:是说|说的是|指的是|要|就是|想)*(?:给(?:他|她|卖家|房东))?打(?:个|一个)?电话{_END}"
    f"|(?:[你您]们?)?(?:为啥|为什么|干嘛|干吗|怎么|咋)(?:要|还|又)?(?:老|总|一直|都)是?(?:跟我)?[说提讲发]"
    f"(?:转钱|诈骗|报警|这个|这些|这句|这话)*+{_END}",
    "(?:i mean(?:t)?|i'?m talking about|it'?s about)(?: to)? (?:call|phone|ring)(?:ing)?"
    "(?: (?:him|her|them|the seller))?"
    "|why (?:do |are |did )?(?:you|u) (?:always |keep )?(?:say|saying|repeat|repeating|talk|talking|send|sending|ask)"
    "(?: (?:me|about|on|this|that|it|money|transfers?|fraud|scams?|the same|things?|again|numbers?|private)){0,3}+",
    "calm down|relax|don'?t worry|nothing happened(?: to (?:me|us))?",
    "(?:it'?s |it was |that was )?(?:just|only) a question|(?:i'?m )?asking for a friend|(?:sorry )?for the confusion",
    f"(?:还|又|也)?没离婚?{_END}|(?:我们|[就只是]|不过)*(?:吵架|吵个架|拌嘴|闹别扭)(?:而已)?{_END}",
    f"(?:[都就那是我说]|刚才|刚刚)*(?:气话|说说而已|说着玩|随口说说){_END}",
    f"(?:哎呀|我|就是?)*开个?玩笑的?(?:而已)?{_END}|别(?:紧张|激动|慌){_END}",
    f"(?:我|都|真的?)?没(?:什么|啥)?事(?:没事)?{_END}|什么事(?:都|也)没(?:有|发生){_END}|随口(?:一)?问{_END}|替(?:朋友|别人)问的?{_END}",
    f"(?:是)?我?(?:看|搞|弄|记|说|听|打)错{_END}|是?我?误会{_END}|(?:都|已经)?(?:当面)?(?:核对|核实|确认)过{_END}",
    "(?:it(?:'s| was| is) )?(?:my (?:mistake|bad)|nothing(?! to))"
    "|i (?:misread|misheard|was wrong|mixed (?:it|that) up)",
    f"我(?:都|真的?|挺|很|好)?(?:好好的|挺好|很好|好着呢|好得很){_END}",
    "(?:i'?m|i am|we'?re|we are) (?:all |quite |totally |really |doing )?(?:ok(?:ay)?|fine|good|alright|well)",
    "(?:i |we )?(?:(?:pay|paid|sent|gave) nothing|(?:hang|hung) up(?: on (?:him|her|them))?)|(?:no )?worr(?:y|ies)",
    # It was somebody else's, or meant for somebody else.
    f"(?:哈哈+|嘿嘿|哎呀|抱歉|不好意思)?[，,\\s]*(?:我|又|是|就是)*(?:发错|打错(?=[人群框字窗]))(?:人|群|框|字|窗口|地方)?{_END}",
    f"(?:这事?|那事?|他们?|反正|都)?[跟和与]我们?(?:这套|这单|这边|的房子|家|的)?(?:没|无)(?:啥|什么|有)?(?:半毛钱|一毛钱)?关系{_END}",
    f"我?(?:就|只|是)*[说讲]的?(?:是|都是)?(?:别人|人家|别的|其他|隔壁)(?:家|小区|楼盘|的房子|那套)?的?(?:事|房子)?{_END}",
    "(?:sorry |sry |oops )?(?:wrong|not this) (?:chat|window|group|person)(?: sorry| sry)?",
    "(?:it |that |this )?(?:has |had )?nothing to do with (?:me|us|mine|ours|(?:my|our) (?:flat|home|case))",
    "(?:it'?s |that'?s |it was |that was )?not (?:me|mine|us|ours|my (?:flat|home|case))",
    "(?:it'?s|that'?s|it was|that was) (?:my|a|the) (?:neighbou?r|friend|colleague|cousin)(?:'?s)?"
    "(?: (?:flat|home|case|place))?(?:,? not (?:me|mine|us|ours))?",
    # 啊想起来了，那是我签的，虚惊一场
    r"(?:(?![^，,。！!？?\s]{0,6}虚惊)[^，,。！!？?\s]{1,24}[，,。！!？?\s]++){0,3}+(?:不好意思|抱歉)?[，,\s]*(?:我|是|就是)?虚惊一场"
    f"{_END}",
    # 我是问记录里明天那个 没人骗我, where no money has gone.
    r"(?![^？?]*[转付打汇交给]了)(?:[^，,。！!？?\s]{1,24}[，,。！!？?\s]++){1,3}+没人(?:要)?(?:骗|坑|威胁)我"
    f"{_END}",
    "(?:i |we |have |already ){0,3}(?:checked|verified|confirmed) (?:it|that|this|the account)?"
    "(?: ?(?:in person|already|with (?:him|her|them|my advisor|the bank))){0,2}",
)
# Who has not paid may be asked to all the same: that alone calls nothing off.
_UNPAID = any_of(
    f"{_NOT}(?:转(?!折)|付|汇|打(?=钱|款|过|了|没|[，,。.！!\\s]|$))(?:过|钱|账|款|给?他们?|给?她|给?谁|出去)*+{_END}",
    r"(?:(?:i|we) ?)?(?:(?:have ?)?(?:not|n'?t|'ve not|never)(?: even| yet)? (?:paid|sent|transferred|wired)"
    r"|did ?(?:not|n'?t)(?: even| yet)? (?:pay|send|transfer|wire))"
    r"(?: (?:anything|any money|anyone|anybody|it|them|him|yet|a cent|money|to|by|the)){0,4}+",
    r"(?:(?:i|we) ?)?(?:did ?not|did ?n'?t|have ?not|have ?n'?t|never) (?:give|gave|given|share|shared|tell|told)"
    r"(?: (?:any(?:one|body|thing)?|him|her|them|a|the|my|codes?|password|or|money|number|to)){1,6}+",
)
# Who has blocked the man is in it still: it takes something else that is asked.
_DONE_WITH = any_of(
    "(?:i |we )?(?:have )?(?:blocked|ignored|deleted) (?:him|her|them|the (?:number|man|guy|contact))(?: already)?",
    f"[你您]?们?别(?:老|再|总|一直)(?:是|给我)?[发说提讲](?:这个|这些|这句|这话|[那这]件?事|报警|诈骗|了)*+{_END}",
    "(?:please |pls )?(?:stop|quit) (?:it|this|that)|够了|别说了|打住",
    "(?:please |pls )?(?:stop|quit) (?:sending|saying|repeating|telling|warning)(?: me)?(?: about)? (?:this|that|it)",
    f"(?:好的?|行)?[，,\\s]*+我?(?:已经|都|就)?(?:把?(?:他|她|那人|这人|对方))?(?:拉黑|屏蔽)(?:掉)?(?:了|啦){_END}",
)
# 谁说要退了, 我没要改名字, "who said seized": it rejects what was made of the last message.
_REJECTS = Phrasing(
    r"^\W*(?:等等|等一下|不是|哎)?[，, ]?(?:(?:谁|哪个|哪有人?|几时|啥时候)[说讲要提](?!的)"
    r"|我?(?:都|是)?说了?(?:是)?不(?!定|好)|我?(?:又|可|根本|压根|从来|也|并)*没有?(?:说过?|要|提过?|打算)(?!完|好|清))"
    r"|^\W*(?:(?:no|hey|but|what|wait)\W+)*"
    r"(?:who (?:said|says|wants|talks?|is talking)(?! (?:that|so|this|it)\W*(?:$|[?.!,]))"
    r"|(?:nobody|no one)(?: here)? (?:said|says|wants?)|i (?:never|didn'?t|did not) sa(?:y|id))\b"
)
# 我没说要转钱, "I said nothing of the kind": that was never said, whatever the warning was for.
_NEVER_SAID = Phrasing(
    r"^\W*(?:谁说(?:我?要?[转付打汇死跳]|我被)|我?(?:又|可|根本|压根|从来|也|并)*没(?:说过|提过?|有?说(?:要|我)?[转付打汇死跳骗]))"
    r"|^\W*(?:(?:no|hey|but|what|wait)\W+)*i (?:never|didn'?t|did not) (?:say|said|mention) (?:any|that|a word)"
)
# 我不是想不开, "I was joking": nobody's life is meant.
_NO_DESPAIR = Phrasing(
    r"开(?:个|的)?玩笑|(?:就是|只是|就)(?:随便|在)?(?:吐槽|吐个槽|发(?:发|点|个)?牢骚|抱怨)|(?:不是|没有?|不会)(?:要|真的?|真要)*(?:想不开|寻短见|自杀|轻生|寻死|去死|跳楼|跳下去)|不想死|谁要死"
    r"|没有?(?:那么)?难受|不难受|(?:别|不用|不要)(?:老|再|总)*(?:让我打|给我发|发)(?:这个|那个)?(?:电话|热线)|你想(?:啥|什么|哪去)"
    r"|\b(?:was|am|are|were|i'?m|just|only) (?:just |only )?(?:joking|kidding)\b|\bfigure of speech\b"
    r"|\b(?:not|n'?t) (?:sad|depressed|unhappy)\b|\b(?:stop|enough)\b.{0,12}\bhotline\b|\bno hotline\b"
    r"|\b(?:not|n'?t|never) (?:be(?:ing)? |going to |gonna |want to |wanna |about to )?"
    r"(?:suicidal|jump|die|(?:kill|hurt|harm) myself)\b"
    r"|\bmy last day (?:at|of|in) (?:work|the (?:job|office|company))\b",
)
# 我不需要热线, "what hotline": it ends nothing that somebody has said in so many words.
_NO_HOTLINE = Phrasing(
    r"(?:不需要|用不着|不要|不用|别)(?:什么|这个|那个|你的)?热线|[啥什]么?热线|热线干[啥嘛什]"
    r"|\bwh(?:at|y) hotline\b|\b(?:don'?t|do not) (?:need|want) (?:a|any|the|your) (?:hotline|crisis line|helpline)\b"
)
# "I am not getting out, he is": only where it is of that.
_DENIES = Phrasing(
    r"^\W*我?(?:又|可|根本|压根|从来|也|并)*(?:不是[要想]|没想要?|不想)(?![到过通好])"
    r"|^\W*(?:(?:no|hey|but|what|wait)\W+)*i(?:'m| am) not (?:getting|going|planning|talking)\b"
)
_SIGNS = " \t\n,，。.!！?？~～;；…、"
# 啥转钱不转钱的
_WHAT = Phrasing(r"^\W*(?:啥|什么|甚么)(.{1,4})不\1的?\W*$")
_SIGH = "(?:[啊哎诶哦咦呃嗯]++[\\s,，?？!！]++)?"
_FIRST = (
    "(?:(?:no+|nope|sorry|wait|oh|ok|hey|but|what|haha|lol|good|fine|and|hehe|i (?:already )?know|stop repeating)"
    "[\\s,.!?]++){0,3}+"
)
# A phrase ends here, or another of them begins.
_BEHIND = r"(?: lol| haha+| hehe)?(?![^\W没就也])[，,。.！!~～;\s-]*+(?:(?:and|but|so) )?"
_LEAD = Phrasing(
    rf"\W*+{_SIGH}{_FIRST}"
    rf"(?:\s*+(?:(?P<unharmed>{_UNHARMED})|(?P<shut>{_DONE_WITH})|{_UNPAID}){_BEHIND}){{1,4}}+"
)
# What is asked of whoever wants the money is asked in the middle of it: 他说今天不打就算违约 是真的吗.
_OF_THEM = Phrasing(
    r"[他她]们?(?:还|又)?[说讲]|对方|骗|真的吗|真的假的|违约"
    r"|\b(?:(?:he|she|they|guy|man) (?:says?|said|calls?|wants?)|scam|penalt)"
)
# Somebody else has, or it is done all the same; or about to be.
_DONE = Phrasing(
    r"[转付打汇给交]了|过去了|告诉|验证码|密码|\b(?:did|sent|paid|transferred|wired|gave|codes?|password|has my)\b"
)
_WILL = Phrasing(r"[转付汇]|打[钱款给过]|\b(?:pay|send|transfer|wire|give)\b")
# How it is done the right way is no question whether to.
_HOW = Phrasing(r"\b(?:how|where|when)\s+(?:do|can|should) i (?=pay\b)")


def said_besides(words: str) -> str | None:
    """What is said besides that there is no danger; None where nobody says so.

    >>> said_besides("没人骗我，几号签"), said_besides("false alarm"), said_besides("几号签")
    ('几号签', '', None)
    """
    lead = _LEAD.match(words)
    rest = _behind(words, lead)
    is_over = lead and (lead["unharmed"] or (lead["shut"] and _asks(rest) and not _OF_THEM.search(rest)))
    return rest if is_over else None


def _behind(words: str, lead: re.Match[str] | None) -> str:
    return words[lead.end() :] if lead else ""


def asked_by_the_unpaid(words: str) -> str | None:
    """What is asked behind that nothing was paid or given; None where nothing is, or it is of whoever wants it.

    >>> asked_by_the_unpaid("还没转。首付哪天交"), asked_by_the_unpaid("还没转。他说今天不打就算违约 是真的吗")
    ('首付哪天交', None)
    """
    rest = _behind(words, _LEAD.match(words))
    return rest if _asks(rest) and not _OF_THEM.search(rest) else None


def said_around(words: str) -> str | None:
    """The same, where any phrase says so, and not only the first: what all the others say; None where none does.

    >>> said_around("why?? he just told me a date. nobody asked for money")
    'why?，he just told me a date'
    >>> said_around("he told me a date") is None
    True
    """
    parts = phrases(words)
    others = [part for part in parts if said_besides(part) != ""]
    return "，".join(others) if len(others) < len(parts) else None


def is_in_danger(rest: str) -> bool:
    """Does what is said behind it show that money has gone, or may go?

    >>> is_in_danger("但是钱已经过去了"), is_in_danger("几号签")
    (True, False)
    """
    is_done = _DONE.search(rest) or is_whether(_HOW.without(rest))
    return bool(is_done) or (_WILL.search(rest) is not None and not _asks(rest))


def _asks(rest: str) -> bool:
    """Is any phrase of it put as a question, or said to be what was asked? "the tax on 1 dec, where i pay it"."""
    return any(map(asks, phrases(rest))) or meant(rest) is not None


def behind_the_first(words: str) -> str:
    """What is said behind the first phrase."""
    first = _first(words)
    # Phrases are made legible, sign by sign: they stand at the same place in what was typed.
    return words[legible(words).index(first) + len(first) :].lstrip(_SIGNS)


def rejects(words: str) -> bool:
    """Does the first phrase reject that anything was said of it?

    >>> rejects("谁说要退了，几号签"), rejects("who said seized"), rejects("谁说的")
    (True, True, False)
    """
    return _REJECTS.search(_first(words)) is not None


def never_said_so(words: str) -> bool:
    """Does the first phrase say that nothing of the kind was ever said?

    >>> never_said_so("??? I didn't say anything about transfer"), never_said_so("我没说完，他还要我转钱")
    (True, False)
    """
    return _NEVER_SAID.search(_first(words)) is not None


def means_no_despair(words: str) -> bool:
    """Is it said that nobody's life is meant? Who is merely fine may not be.

    >>> means_no_despair("开玩笑的啦，25号几点来着"), means_no_despair("i am fine, forget it")
    (True, False)
    """
    return _NO_DESPAIR.search(words) is not None


def refuses_the_hotline(words: str) -> bool:
    """Is no hotline wanted?

    >>> refuses_the_hotline("我不需要热线 钱给不给"), refuses_the_hotline("热线打不通")
    (True, False)
    """
    return _NO_HOTLINE.search(words) is not None


def is_puzzled(words: str) -> bool:
    """啥转钱不转钱的: has the first phrase no idea of what was warned of?"""
    return _WHAT.search(_first(words)) is not None


def denied(words: str) -> str | None:
    """The first phrase, if it says what is not wanted or not done: "I am not getting out, he is"."""
    first = _first(words)
    return first if _DENIES.search(first) else None


def _first(words: str) -> str:
    return next(iter(phrases(words)), "")
