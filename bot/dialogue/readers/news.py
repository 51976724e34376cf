"""Does a buyer tell what has happened, rather than ask what the records say?"""

from bot.dialogue.readers.manner import supposes
from bot.matching.clauses import asks
from bot.matching.phrasing import Phrasing, any_of

# Who may have said or done something that our records do not know yet, what of it, and what shows that it is new.
_SOMEBODY = any_of(
    "卖家|卖方|房东|业主|上家|开发商|售楼|销售|银行|信贷|客户经理",
    "中介|经纪|房管局|住建|公积金中心|登记中心|税务|窗口|柜台|评估|新闻|公告|顾问",
    "对方|人事|会计|人家|他们|她们|他|她|单位|公司|老板|财务",
)
_SAID = any_of(
    "[说讲](?!好|明(?![天早晚年])|法|清|的)|告诉|通知(?!书)|(?<!没)打了?个?电话|(?<!没)来电",
    "发[了来我]*(?:微信|短信|消息|信息)|回复|答应|反悔|变卦|同意|拒绝|离职",
)
_STAYS_AWAY = any_of(
    "不[来签卖][了成]",
    "没(?:有)?(?:来(?![电信消过])|到场|出现|露面)",
    "[来签去]不(?:了|成)",
    "(?:[回赶]不|不回)来",
    "赶不|没空",
    "有事",
    "出差",
    "(?:休假|请假|放假|不上班)[^吗么？?]*(?:到|至|等|才)",
    "改期",
    "爽约",
    "[盖开]不(?:了|出)",
)
_JUST = any_of("已经|刚|昨[天晚]|前天|今[天早]|早上|上午|下午|都")
_DID = any_of("[交存打付递寄送缴还补给弄拿丢签批]|[转办发摔贴收]|提交|出来|下来")
_DONE = "(?:收到|拿到|批|出来|下来|[办签交缴补弄]好|[办签交缴]完|到手)了"
# 收入证明交了, "paid the down payment": hardly more than that something is done.
_HANDED_IN = (
    "^(?!.*(?:[没未不该要快想说批]|别|如果|谁|钱|验证码|密码|卡号)).{0,10}(?:交|存|缴|寄|补|付|递|送|办|弄|开|传|给(?:你们?|您|[顾中银卖业他她].{0,2})?)"
    "(?:好|完|齐|到|过去|进去|上去|上|给.{1,4})?了[。！!~\\s]*$"
)
# 卖家到了, 开始签了: what ends the waiting.
_CAME = (
    "(?:卖家|卖方|房东|业主|上家|对方|顾问|中介|他们?|她).{0,4}(?:到了|来了|赶到|回来了|联系上了)"
    "|(?:开始|正在|已经)签(?:字|约|合同)?了"
)
# What comes only by some day, and who is late.
_LATER = "(?:周|星期|礼拜|后天|明天|下个?[周月]|[日号]).{0,4}才(?:能|可以|[到来回拿开出有])"
_HOW_LATE = "(?:迟到|晚到|晚(?:点|[一二两三四五十半几\\d]))"
_ON_THE_WAY = "^我们?.{0,4}(?:马上|快)就?到|我们?.{0,4}在路上|(?:顾问|您|你们?)等我"
_ENGLISH_LATE = (
    r"\b(?:be|running|'m|am) (?:\w+ ){0,4}late\b|\b\d+ ?(?:min\w*|h|hours?) late\b|\bon (?:my|our|the) way\b"
    r"|\bjust landed\b|\bin (?:a |the )?(?:taxi|cab|didi)\b"
    r"|\bstuck in (?:\w+ )?traffic\b|\btraffic(?: is| jam)?(?: \w+)? (?:terrible|bad|awful|horrible|crazy|jam)\b"
    r"|^\W*traffic (?:terrible|bad|awful|horrible|crazy|jam)\b|\btraffic\W+maybe\b"
)
_LATE = f"(?:要(?!是)|会(?!不)|可能|估计|得).{{0,3}}{_HOW_LATE}|堵(?:车|在|路)|{_ON_THE_WAY}"
_OTHERS_TELL = f"{_SOMEBODY}.{{0,12}}{_SAID}|{_SOMEBODY}.{{0,10}}{_STAYS_AWAY}"
_CHINESE = Phrasing(
    f"{_OTHERS_TELL}|{_JUST}.{{0,16}}{_DID}.{{0,8}}了|{_DONE}|{_HANDED_IN}"
    f"|我.{{0,12}}(?:{_STAYS_AWAY}|不在(?:家|国内|本地)|在(?:国外|外地|老家)|[走抽]不开)|我.{{0,4}}(?:查到|看到|发现)|{_CAME}|{_LATER}|{_LATE}"
    r"|(?:核验|审核|查册)[^，。]{0,3}(?:过|通过|好|完)了[。！!~\s]*$|系统[^，。]{0,3}(?:恢复|修好|好|通|正常)了[。！!~\s]*$"
)
_PEOPLE = any_of(
    "seller'?s?|owner|landlord|bank|agent|developer|bureau|office|counter|registry|advisor|manager|lawyer|tenant",
    "cent(?:er|re)|receptionist|clerk|sales(?: ?(?:girl|lady|man|guy))?",
    "husband|wife|mom|mum|dad|news|hr|boss|employer|company|they|he|she",
)
_REPORTED = any_of(
    "sa(?:id|ys?)|told|tells|called|rang|phoned|messaged|text(?:ed|s|(?= me))|wrote|emailed",
    "confirmed|agreed|announced|refused|cancell?ed|proposes|proposed|offers|offered|quit|wants",
)
_WILL_NOT = (
    any_of("can'?t|cannot|can not|won'?t|will not|isn'?t|is not|not")
    + " (?:come|coming|sign|be|make|moving|here|there)"
)
_PAST = any_of(
    "handed|submitted|deposited|transferred|wired|uploaded|delivered|dropped|brought|paid|sent|signed|lost|got|gave|went|came",
    "approved|closed|crashed|cleared|pushed|moved|received|finished|done|refused|returned|called|broke|met|mailed",
)
_DID_IT = any_of(
    "handed|submitted|deposited|transferred|wired|uploaded|delivered|dropped off|dropped|brought",
    "paid|sent|signed|lost|gave|received|mailed",
)
_NOW = any_of(
    "today|tonight|yesterday|this (?:morning|afternoon|evening|week)|last (?:night|nite|week)|just|finally|already|now",
    r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day|!!",
)
_ENGLISH_OTHERS_TELL = rf"\b{_PEOPLE}\b(?: \w+){{0,4}}? {_REPORTED}\b|\b{_PEOPLE}\b(?: \w+){{0,3}}? {_WILL_NOT}\b"
_BY_OTHERS = Phrasing(f"{_OTHERS_TELL}|{_ENGLISH_OTHERS_TELL}")
_ENGLISH = Phrasing(
    rf"{_ENGLISH_OTHERS_TELL}"
    rf"|\b{_PEOPLE}\b(?: \w+){{0,2}}? (?:arrived|showed up|turned up|is here|are here|called back|is back)\b"
    r"|\b(?:notice|poster|sign) (?:on|at|in) (?:the |their )?\w+(?: \w+)?\W.{0,40}\b(?:closed|shut|moved)\b"
    rf"|{_ENGLISH_LATE}|\b(?:is|are) (?:\w+ ){{0,4}}late\b|\blands? at\b|\b(?:only|not) be (?:ready|there|back)\b"
    rf"|\b{_PAST}\b.{{0,60}}{_NOW}|{_NOW}.{{0,60}}\b{_PAST}\b|\b(?:i|we)(?:'?ve| have)? (?:\w+ )?{_DID_IT}\b(?! it\b)"
    r"|\b(?:i|we) already (?:send|give|hand|pay|submit|upload|bring)\b"
    r"|\b(?:i|we) (?:send|give|hand|pay|submit|upload|bring|drop)\b.{0,40}\b(?:just now|already)\b"
    rf"|^\W*(?:just |already |have |finally )?(?!lost){_DID_IT} (?:the|my|our|all|everything|both|them)\b"
    rf"|^\W*(?:just |already |all |both )*(?!lost)(?:{_DID_IT}|done)(?: it| them| all| both)*"
    r"(?: just now| today| already| yesterday)?\W*$"
    r"|\b(?:i|we)(?:'?ve| have)? (?:already )?paid(?: it)?\W*$|\b(?:i'?m|we'?re) (?:finished|done) with the \w+"
    r"|^\W*(?:the |my |our )?(?:tax(?:es)?|escrow|down payment|deposit|fees?|papers?|documents?)"
    r" (?:is|are|was|were|has been|have been) (?:already |all )?in(?:\W*$|,)"
    r"|^\W*(?:(?!not?\b|be\b|get|never\b|to\b)\w+ ){1,4}(?:(?:is|are|was|were|has been|have been) )?"
    r"(?:already |all |just )?"
    r"(?:paid|sent|handed in|submitted|delivered|uploaded|signed|passed|given to (?:the )?\w+)(?:\W*$|,)"
    r"|\b(?:got|received) (?:the|an) (?:green light|ok|okay|go-?ahead)\b"
    r"|\bbureau (?:\w+ )?(?:cleared|passed|approved)\b"
    r"|^\W*(?:the |signing )*(?:system|website|site) (?:is|was) (?:back(?: up| online)?|up again|working)\W*$"
    rf"|\b{_PEOPLE}\b is (?:ready|free|able) (?:to|on|for)\b"
    rf"|\b{_PEOPLE}\b is (?:on (?:holiday|leave|vacation)|away|closed|off|sick) (?:until|till|for)\b",
)
# What asks in the middle of a sentence, or complains of what goes on and on; and who has told nothing.
_NO_REPORT = Phrasing(
    r"会不会|是不是|还是[在打发]|[^，,。\s]{2}还是(?![没不修坏停])[^，,。\s]{2}|一直|[总老]是|天天|每次|还没|等了"
    r"|\b(?:if|why|when|where|how|what'?s?|which|nobody|no one|never|always|every|keeps?|still|wait(?:ed|ing)?"
    r"|didn'?t|hasn'?t|haven'?t)\b",
)
# 隔壁老王家都过户了, "my neighbour signed last week": it happened to them, unless they did or said it for the buyer.
_OF_STRANGERS = Phrasing(
    r"^\W*(?:我|咱|俺|人家)*们?(?:隔壁|邻居|对门|楼[上下]|同事|朋友|同学|闺蜜|哥们|亲戚)(?!.*(?:我|咱|俺|[说讲]|告诉))"
    r"|^\W*(?:my |our |the |a )?(?:next door |other )?"
    r"(?:neighbou?rs?|friends?|colleagues?|coworkers?|classmates?|cousins?)\b"
    r"(?!.*\b(?:me|my|us|our|sa(?:id|ys?)|told|tells|heard|called)\b)"
)
# 在吗 asks nothing.
_GREETING = Phrasing(r"^\W*(?:在不?在|在吗|您好|你好|喂|哈喽|hi|hello|hey)(?:[啊呀吗]|\b)[\s，,。！!?？~]*")
_PART = Phrasing(r"(?<!\s)\s++(?=[㐀-鿿])|[，,、…]\s*")
_SENTENCE = Phrasing(r"(?<=[。！？!?；;\n])(?![。！？!?；;])|(?<=[a-z]\.)\s++")
# What only asks whether the news is true, or what to do about it, tells it all the same.
_ABOUT_IT = Phrasing(
    r"(?:(?:怎么|咋|如何)(?:确认|知道|查)?(?:一下)?(?:收|到账|到)(?:到|账)?(?:了)?(?:没|没有|吗)?|(?:到账|收到|到)(?:了)?(?:吗|没|没有)"
    r"|[那这]?(?:现在)?(?:是不是)?(?:就|只|还)(?:差|剩|缺)[^，。？?]{0,10}(?:[了吗没吧])"
    r"|[那这]?(?:要是真的?)?(?:我|现在)?(?:怎么[办弄搞]|咋[办整弄搞]|点算)|对吗|是?真的(?:吗|假的)"
    r"|[你您]?们?[这那]?(?:个|边)?(?:的)?(?:消息|资料|记录|日子)?(?:到底)?准不准"
    r"|[你您]?们?(?:的?(?:记录|资料|系统))?(?:怎么|咋|为啥|为什么)还[是在没不]?(?:写|说|显示|记|要|问|让我|催|改|更新|变)[^，。？?]{0,10})[啊呀呢？?\s]*$"
    r"|\b(?:how (?:do|can|will) (?:i|we) know (?:if |that )?(?:they|it|he|you) (?:got|have|received|arrived)(?: it)?"
    r"|what (?:do|should|can) (?:i|we) do(?: now)?|(?:now|then) what|what now|is (?:that|it) true|right"
    r"|why (?:do|does|did|is|are) (?:you|u|it|the (?:file|bot|app)) still (?:say|ask|show|list|want)\w*[^.?]{0,30}"
    r"|got (?:it|them)|did you (?:get|see|receive) (?:it|them|that)|true"
    r"|(?:did|has|is) (?:it|the money|my money|the (?:escrow|down payment)(?: money)?)"
    r" (?:arrived?|there|in|come through|gone? through|get there)(?: yet| now)?)\W*$",
)


_ONESELF = Phrasing(r"我|咱|\b(?:i|i'?ve|i'?m|we|we'?ve|my|our)\b")
_AGAIN = Phrasing(r"又(?:没|不|一次|双叒)|再次|第[二三四]次|\b(?:again|(?:second|third) time|twice)\b")
_RUNS_LATE = Phrasing(rf"{_LATE}|{_ENGLISH_LATE}")
# Others who are late are spoken of otherwise, and a mere fear is no news.
_OTHERS_LATE = Phrasing(
    r"要是|如果|万一|假如|会不会|卖家|房东|业主|银行|中介|顾问|[他她]|对方"
    r"|\b(?:if|seller|owner|landlord|bank|agent|advisor|he|she|they)\b",
)
# 跟周顾问讲一声: somebody is to hear of it, whatever is asked around it.
_TO_BE_TOLD = Phrasing(
    r"(?:跟|和|给|替我|帮我|麻烦).{0,6}(?:顾问|他|她|对方|卖家)(?:[说讲]一[声下]|知会|转告|带个话)|转告.{0,4}顾问|告诉.{0,4}顾问一[声下]"
    r"|(?:帮我|替我|麻烦|请)(?:告诉|通知).{0,4}顾问|给.{0,4}顾问(?:留言|留个言|带话|带个话|捎个话)"
    r"|(?<!to )\b(?:tell|let) (?:my advisor|the advisor|him|her|them) (?:know )?(?:that|i|we|about)\b"
    r"|\b(?:please|pls|plz) (?:tell|inform) (?!me\b|us\b)(?:(?:mr|ms|mrs) )?\w+ (?:that|i|we|my)\b"
    r"|\bleave (?:(?:him|her|them|my advisor) )?a? ?message\b",
)
_CORRECTS = Phrasing(
    r"\s*(?:不[对是]|说错|更正|搞错|打错)|.*[说打]错了"
    r"|\s*(?:no[, ]+wait|sorry|i mean|correction|wait)\b",
)


def tells(message: str) -> bool:
    """Is it a report, and no question but perhaps what to do about it?

    >>> tells("卖家说明天不来了"), tells("卖家说明天来吗"), tells("评估出来了，低了20万，怎么办")
    (True, False, True)
    >>> tells("在吗 卖家刚打电话说他来不了了 怎么办"), tells("在吗 卖家来吗")
    (True, False)
    >>> tells("首付我上周五已经存进去了呀，你们怎么还写没交"), tells("你们怎么还写没交")
    (True, False)
    >>> tells("the bank called, it is approved"), tells("what if the bank says no")
    (True, False)
    >>> tells("我同事替我把材料交了"), tells("隔壁老王家昨天过户了")
    (True, False)
    """
    told = _GREETING.without(message)
    sentences = [_ABOUT_IT.without(sentence).strip() for sentence in _SENTENCE.split(told)]
    parts = [part for sentence in sentences for part in _PART.split(sentence) if part]
    if any(sentence.endswith(("?", "？")) for sentence in sentences):
        return False
    if any(asks(part) or (supposes(part) and not is_late(part)) or _NO_REPORT.search(part) for part in parts):
        return False
    if any(map(_OF_STRANGERS.match, parts)):
        return False
    return any(_CHINESE.search(part) or _ENGLISH.search(part) for part in (*parts, " ".join(parts)))


def tells_of_oneself(message: str) -> bool:
    """The same, of what somebody did or has to do.

    >>> tells_of_oneself("我昨天已经存了"), tells_of_oneself("she says she takes the day off")
    (True, False)
    """
    return tells(message) and _ONESELF.search(message) is not None


def tells_of_others(message: str) -> bool:
    """The same, of what others have said, or of their staying away.

    >>> tells_of_others("卖家刚打电话说25号来不了"), tells_of_others("材料我昨天交了")
    (True, False)
    >>> tells_of_others("the seller says he can't come on wed"), tells_of_others("i paid yesterday")
    (True, False)
    """
    return tells(message) and _BY_OTHERS.search(message) is not None


def asks_about_it(message: str) -> bool:
    """Does it end with a question about what it tells?

    >>> asks_about_it("卖家说明天不来了，怎么办"), asks_about_it("卖家说明天不来了")
    (True, False)
    """
    return _ABOUT_IT.search(message) is not None


def is_again(message: str) -> bool:
    """Does somebody complain that it has happened once more? What the records know of it is worth saying.

    >>> is_again("卖家又没来！！"), is_again("卖家没来")
    (True, False)
    """
    return _AGAIN.search(message) is not None


def is_late(message: str) -> bool:
    """Does somebody tell that they will not be there in time?

    >>> is_late("路上堵 可能晚十分钟"), is_late("might be a bit late that day"), is_late("要是卖家迟到怎么办")
    (True, True, False)
    """
    return _RUNS_LATE.search(message) is not None and not _OTHERS_LATE.search(message)


def is_to_be_told(message: str) -> bool:
    """Is the advisor to hear of it?

    >>> is_to_be_told("我4号以后才行，跟周顾问讲一声"), is_to_be_told("跟周顾问怎么联系")
    (True, False)
    >>> is_to_be_told("明天约好了跟我说一声"), is_to_be_told("麻烦告诉周顾问我换手机了")
    (False, True)
    >>> is_to_be_told("pls tell my advisor that i am away till the 4th"), is_to_be_told("who tells my advisor")
    (True, False)
    >>> is_to_be_told("leave him a message: bring the draft"), is_to_be_told("please tell me if i can sign")
    (True, False)
    """
    return _TO_BE_TOLD.search(message) is not None


def corrects(message: str) -> bool:
    """Does it put right what was just told?

    >>> corrects("不对，是后天不来了"), corrects("No wait, he said Tuesday"), corrects("后天去不去")
    (True, True, False)
    """
    return _CORRECTS.match(message) is not None
