"""Does somebody stand at the counter, at the agreed hour, and nothing happens?"""

from datetime import timedelta

from bot.cases.office import Priority
from bot.dialogue.answering import decided
from bot.dialogue.manner import supposes
from bot.dialogue.passing import calls_somebody
from bot.dialogue.situation import Decision, Outcome, Situation
from bot.dialogue.speech import ON_THE_SPOT, Speaker
from bot.matching.clauses import asks
from bot.matching.phrasing import Phrasing
from bot.matching.understanding import Understanding

# Who comes early is there before the hour; who has waited so long has gone home.
_EARLY, _LATE = timedelta(hours=1), timedelta(hours=3)
# Who is not there any more.
_LEFT = Phrasing(r"走了|回家|回来了|白跑|白等|\b(?:left|went home|going home|gone home)\b")
_HERE = Phrasing(
    r"(?:我|我们|咱|咱们|俺|人)(?:都|已经|早就?|刚)*到(?:了|啦|这|现场|大厅|中心|门口|窗口)|^(?:已经|都|早就?|刚)*到[了啦]"
    r"|在(?:现场|大厅|窗口|门口|中心|楼下|这儿?|这里)(?:干|白)?等|(?:^|我|们|人)(?:就|都|已经|早就)?在(?:现场|大厅|窗口|门口|楼下)"
    r"|\b(?:i'?m|we'?re|i am|we are|been) (?:already |all |just )?(?:here|there|at the|in the|outside|waiting)\b"
    r"|\b(?:i|we)(?:'ve| have)? (?:just |already )?arrived\b|\b(?:waiting|standing) (?:here|at the|outside|in the)\b",
)
_NOBODY = Phrasing(
    r"(?<![着要])没(?:有)?(?:看到|看见|见到|见着|见)?(?:一个)?人(?![接理回管])|空无一人|不见人|人呢|人影"
    r"|(?:卖家|卖方|房东|业主|上家|中介|经纪|开发商|对方|顾问|[他她]们?|你们|家)(?:的?人)?(?:都|还|到现在|一直|根本|压根)*"
    r"(?:没(?:有)?(?:来|到|出现|露面|见)|不在|不见|人在哪|放[我]?鸽子)"
    r"|(?:卖家|卖方|房东|业主|房主|中介|对方|[他她]).{0,4}(?:迟到|晚到|关机|打不通|不接)|不是(?:卖家|房东|业主|房主)?本人|自称|冒充"
    r"|等了.{0,3}(?:小时|钟头|分钟|半天|好久|一上午|一下午)|(?:门|大门)(?:锁|关|没开)|不让(?:我|咱)?们?进|进不去"
    r"|(?:能|可以)(?:先)?(?:走|回去|回家)[了吗不]|\bcan i (?:leave|go home|go now)\b"
    r"|(?:系统|电脑|机器|网络)(?:卡|断|崩|坏|死|不行|录不)|录不(?:进|上)|没轮到|轮不到"
    r"|(?:没(?:有)?|查不到|找不到|不到)(?:我们?|咱们?)?(?:的|这个)*(?:预约|号)|放(?:我们?)?鸽子"
    r"|\b(?:no ?body|no ?one|no seller|no agent)(?:'s| is| was)?(?: here| there| around| showed| came| at\b| yet|\W*$)"
    r"|\b(?:seller|owner|landlord|agent|advisor|developer|he|she|they)(?:'s| is| are|'re)? (?:still )?(?:not|n'?t) "
    r"(?:here|there|come|arrived|shown|turned|at)|\b(?:seller|owner|landlord|agent|advisor|developer|he|she|they) "
    r"(?:still )?(?:isn'?t|aren'?t|hasn'?t|haven'?t|didn'?t|did not|has not|have not|never) "
    r"(?:here|there|come|came|arrived?|show(?:n|ed)?|turn(?:ed)? up|at)\b|\bno[- ]show\b"
    r"|\bno (?:record of )?(?:our |my |such )?(?:booking|appointment|reservation)\b|\bstood (?:me|us) up\b",
)


def is_on_the_spot(situation: Situation, speaker: Speaker, understood: Understanding) -> bool:
    """Near an agreed hour: is nobody there? Or has it come, and does the buyer say no more than that they are there?

    However old the file is.
    """
    text, standing = situation.incoming.words, situation.standing
    if standing is None or not is_near_the_hour(situation) or _LEFT.search(text):
        return False
    if supposes(text) or calls_somebody(understood, speaker.house.content):
        return False
    return bool(_NOBODY.search(text)) or (standing.has_begun and bool(_HERE.search(text)) and not asks(text))


def is_near_the_hour(situation: Situation) -> bool:
    """May the buyer be on the way to what is agreed for today, or be there?"""
    booked = situation.standing.today_at if situation.standing else None
    return booked is not None and booked.at - _EARLY <= situation.now <= booked.at + _LATE


def call_to_the_spot(situation: Situation, speaker: Speaker, understood: Understanding) -> Decision:
    """A person is called within minutes; the buyer stays where they are."""
    spoken = speaker.say(ON_THE_SPOT, Priority.P0, hand_over=True)
    return decided(Outcome.HANDOFF, situation.chat, speaker, spoken, understood)
