"""Does a buyer tell what has happened, rather than ask what the records say?"""

import re

from bot.matching.clauses import asks, clauses

NEWS = "_news"


def _any(*words: str) -> str:
    return f"(?:{'|'.join(words)})"


# Who may have said or done something that our records do not know yet, what of it, and what buyers do themselves.
_SOMEBODY = _any(
    "卖家|賣家|卖方|賣方|房东|房東|业主|業主|上家|开发商|開發商|售楼|销售|銷售|银行|銀行|信贷|客户经理|客戶經理",
    "中介|经纪|房管局|住建|公积金中心|登记中心|登記中心|税务|稅務|窗口|柜台|评估|新闻|公告|顾问|顧問",
    "对方|對方|人家|他们|她们|他們|他|她",
)
_SAID = _any(
    "[说說讲講](?!好|明|法|清)|告[诉訴]|通知(?!书)|打了?[个個]?[电電][话話]|[来來][电電]",
    "[发發][了来來我]*(?:微信|短信|消息|信息)|回[复復]|答[应應]|反悔|变卦|同意了|拒[绝絕]",
)
_STAYS_AWAY = _any("不[来來签簽卖賣][了成]", "[来來签簽]不了", "[没沒]空", "有事", "出差", "改期", "爽约")
_OURS = _any("我[们們]?|咱|老公|老婆|爱人|我妈|我爸|材料|首付|定金|税|稅|流水|钱|錢")
_WHEN = _any("已[经經]|[刚剛]|昨天|前天|今[天早]|早上|上午|下午|都")
_DID = _any("[交存打付递遞寄送缴繳还還补補给給弄拿]|[转轉办辦发發]|提交")
_CHINESE = re.compile(
    f"{_SOMEBODY}.{{0,12}}{_SAID}|{_SOMEBODY}.{{0,10}}{_STAYS_AWAY}|{_OURS}.{{0,12}}{_WHEN}.{{0,10}}{_DID}[^，,。]{{0,8}}了"
)
_PEOPLE = _any(
    "seller|owner|landlord|bank|agent|developer|bureau|office|counter|registry|advisor|manager|lawyer|news",
    "they|he|she",
)
_REPORTED = _any(
    "said|says|told|tells|called|rang|phoned|messaged|texted|wrote|emailed|confirmed|agreed|announced|refused",
    "cancelled|canceled",
)
_WILL_NOT = _any("can'?t|cannot|can not|won'?t|will not|isn'?t|is not") + " (?:come|coming|sign)"
_I_DID = _any("paid|handed|submitted|deposited|transferred|wired|uploaded|delivered|dropped off|brought")
_ENGLISH = re.compile(
    rf"\b{_PEOPLE}\b(?: \w+){{0,4}}? {_REPORTED}\b|\b{_PEOPLE}(?: \w+){{0,2}}? {_WILL_NOT}"
    rf"|\b(?:i|we)(?:'?ve| have)? (?:\w+ ){{0,2}}?{_I_DID}\b",
    re.IGNORECASE,
)
# What asks in the middle of a sentence or only supposes, and who has told nothing.
_NO_REPORT = re.compile(
    r"要是|如果|万一|萬一|假如|会不会|會不會"
    r"|\b(?:if|why|when|where|how|what(?:'s)?|nobody|no one|never|didn'?t|hasn'?t|haven'?t)\b",
    re.IGNORECASE,
)
# What only asks whether the news is true, or what to do about it, tells it all the same.
_ABOUT_IT = re.compile(
    r"怎么办|怎麼辦|咋办|咋整|点算|[对對]吗|真的吗|是真的|是不是"
    r"|what (?:do|should|can) (?:i|we) do|is (?:that|it) true|\bright\b",
    re.IGNORECASE,
)


def tells(message: str) -> bool:
    """Is it a report, and no question but perhaps what to do about it?

    >>> tells("卖家说明天不来了"), tells("卖家说明天来吗")
    (True, False)
    >>> tells("the bank called, it is approved"), tells("what if the bank says no")
    (True, False)
    """
    told = [part for part in clauses(message) if not _ABOUT_IT.search(part)]
    if any(asks(part) or _NO_REPORT.search(part) for part in told):
        return False
    return bool(_CHINESE.search(message) or _ENGLISH.search(message))
