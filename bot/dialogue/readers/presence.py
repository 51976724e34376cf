"""Does somebody stand at the counter, and does nothing happen there?"""

from bot.matching.phrasing import Phrasing

_END = r"(?=$|[\s，,。.！!？?啊呀呢了怎咋]|\W*(?:what|now)\b)"
_PEOPLE = "(?:卖家|卖方|房东|房主|业主|上家|中介|经纪|开发商|对方|[他她]们?|你们|顾问)"
_SOMEBODY = "(?:seller|owner|landlord|agent|advisor|developer|he|she|they)"
_HERE = Phrasing(
    rf"(?:我|我们|咱们?|俺|人)(?:都|已经|早就?|刚)*到(?:了|啦)?(?:现场|大厅|中心|门口|窗口|楼下|这[里儿])?(?:了|啦)?(?:但|可|没(?:看|见|有?人)|{_END})"
    rf"|^(?:已经|都|早就?|刚)*到[了啦]{_END}|(?:^|我|们|人)(?:就|都|已经|早就)?在(?:现场|大厅|窗口|门口|楼下)(?:了|啦|等)*{_END}"
    r"|\b(?:i'?m|we'?re|i am|we are) (?:already |all |just )?(?:here|outside"
    r"|at the (?:counter|center|centre|office|window|place|hall))\b"
    r"|\b(?:i|we)(?:'ve| have)? (?:just |already )?arrived\b"
    r"|\b(?:wait(?:ed|ing)|standing|sitting|queu(?:ed|e?ing)) (?:\w+ ){0,2}?"
    r"(?:here|outside|at the (?:counter|center|centre|office|window|place|hall))\b",
)
_NOBODY = Phrasing(
    rf"(?:没(?:有)?(?:看到|看见|见到|见着|见)?(?:一个)?人(?:在|来)?|一个人(?:都|也)没有|谁(?:都|也)没来|空无一人|不见人影?){_END}|^人呢"
    rf"|{_PEOPLE}(?:的?人)?(?:都|还|到现在|一直|根本|压根)*(?:没(?:有)?(?:来|到|出现|露面)|不在|不见(?:人|了)?|迟到了?|关机|打不通|不接){_END}"
    rf"|{_PEOPLE}.{{0,2}}(?:电话|手机).{{0,2}}(?:关机|打不通|不接){_END}|来了?个自称|不是(?:卖家|房东|房主|业主)?本人{_END}"
    r"|没(?:有)?(?:我们?|咱们?)的(?:预约|号)|查不到(?:我们?|咱们?)?的?预约|放(?:了?我们?)?鸽子"
    rf"|等了.{{0,3}}(?:小时|钟头|分钟)了?{_END}|门(?:锁|关)着|保安.{{0,2}}不让|(?:系统|窗口|网络).{{0,2}}(?:卡|断|崩|坏|死机|录不)|录不(?:进|上)"
    rf"|(?:还|都)没轮到(?:我|{_END})|(?:能|可以)(?:先)?(?:走|回去|回家)了?[吗不]"
    rf"|(?:走|回家?|离开)还是(?:再|继续)?(?:等|留)|要不要(?:走|回家|(?:再|继续)等)|还[要用得]?(?:再|继续)?等(?:下去)?[吗不么]"
    r"|\b(?:should|shall|do|can|must) (?:i|we) (?:just )?"
    r"(?:leave|stay|keep waiting|go home|wait (?:here|longer|more))\b"
    r"|\b(?:no ?body|no ?one|no seller|no agent)(?:'s| is| was)? (?:is )?(?:here|there|around|showed|came|yet)\b"
    rf"|\b{_SOMEBODY}(?:'s| is| are|'re)? (?:still )?not (?:here|there|come|arrived|shown up|turned up)\b"
    rf"|\b{_SOMEBODY} (?:still )?(?:isn'?t|aren'?t) (?:here|there)\b"
    rf"|\b{_SOMEBODY} (?:still )?(?:(?:has|have|did)(?: not|n'?t)|never) "
    r"(?:come|came|arrived?|show(?:n|ed)? up|turn(?:ed)? up)\b"
    r"|\bno (?:record of )?(?:our |my |such )?(?:booking|appointment|reservation)\b|\bstood (?:me|us) up\b"
    r"|\bcan i (?:leave|go home|go)(?: now)?\W*$|\bwhere is the (?:seller|owner|agent|advisor)\b",
)
# Who is not there any more, or has signed, or waits for nobody.
_ALL_IS_WELL = Phrasing(
    r"(?:^|我|我们|都)(?:先|就|已经)?(?:走了|回家|回来了|回去了)|白跑|签[好完]|签了|在签|终于|(?:也|都)(?:到了|到齐|来了)|上次|正常|公司了|到家了"
    r"|\b(?:i|we) (?:left|went home)|going home\b|\b(?:signed|done|all good|here now)\b"
    rf"|\b{_SOMEBODY} (?:just |finally )?came\b",
)
# What nobody signs without, and somebody may still fetch.
_FORGOTTEN = Phrasing(
    r"(?:身份证|证件|户口本|材料|原件).{0,4}(?:忘|没带|落|不在身上|在家)|(?:忘|没)(?:记)?带(?:了)?(?:身份证|证件|户口本|材料|原件)"
    r"|\b(?:forgot|left|lost) (?:my |the )?(?:id|passport|card|papers?|documents?)\b"
    r"|\b(?:id|passport|papers?|documents?)(?: card| book)? (?:is|are|'s) (?:still )?at home\b",
)
_STILL_THERE = Phrasing(r"还在|\bstill here\b")


def is_there(message: str) -> bool:
    """Does somebody say that they have come?

    >>> is_there("我已经到了"), is_there("我到了没看到人"), is_there("i'm at the counter"), is_there("几点到")
    (True, True, True, False)
    """
    return _HERE.search(message) is not None


def nobody_comes(message: str) -> str | None:
    """The words which say that nobody is there, or that nothing goes on; None without any.

    >>> nobody_comes("卖家还没来"), nobody_comes("等了半小时了 能走吗"), nobody_comes("卖家来了")
    ('卖家还没来', '等了半小时了', None)
    """
    found = _NOBODY.search(message)
    return found[0] if found else None


def is_over(message: str) -> bool:
    """Is all well, or has whoever writes left?

    >>> is_over("签好了"), is_over("we went home"), is_over("签好了 我还在等")
    (True, True, False)
    """
    return _ALL_IS_WELL.search(message) is not None and not _STILL_THERE.search(message)


def has_forgotten(message: str) -> bool:
    """Is something not there without which nobody signs?

    >>> has_forgotten("身份证忘带了"), has_forgotten("要带身份证吗")
    (True, False)
    """
    return _FORGOTTEN.search(message) is not None
