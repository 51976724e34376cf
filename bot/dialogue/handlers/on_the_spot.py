"""Does somebody stand at the counter, at the agreed hour, and nothing happens?"""

from datetime import datetime, timedelta

from bot.cases.forecast import due_hours
from bot.cases.office import Priority
from bot.dialogue.context.awaiting import asks_what_to_do, is_only_thanks
from bot.dialogue.handlers.answering import decided
from bot.dialogue.handlers.passing import calls_somebody, pass_on
from bot.dialogue.readers.manner import supposes
from bot.dialogue.readers.news import NEWS, asks_about_it
from bot.dialogue.situation import Content, Decision, Outcome, Situation
from bot.dialogue.speech import ON_THE_SPOT, Speaker
from bot.matching.clauses import asks
from bot.matching.phrasing import Phrasing
from bot.matching.understanding import Understanding

# Who comes early, or is on the way, writes before the hour; who has waited so long has gone home.
_EARLY, _LATE = timedelta(hours=2), timedelta(hours=3)
# Nobody is told to stay for longer than that.
_A_SHORT_WAIT = timedelta(minutes=45)
_END = r"(?=$|[\s，,。.！!？?啊呀呢了怎咋]|\W*(?:what|now)\b)"
_PEOPLE = "(?:卖家|卖方|房东|房主|业主|上家|中介|经纪|开发商|对方|[他她]们?|你们|顾问)"
_SOMEBODY = "(?:seller|owner|landlord|agent|advisor|developer|he|she|they)"
_HERE = Phrasing(
    rf"(?:我|我们|咱们?|俺|人)(?:都|已经|早就?|刚)*到(?:了|啦)?(?:现场|大厅|中心|门口|窗口|楼下|这[里儿])?(?:了|啦)?(?:但|可|{_END})"
    rf"|^(?:已经|都|早就?|刚)*到[了啦]{_END}|(?:^|我|们|人)(?:就|都|已经|早就)?在(?:现场|大厅|窗口|门口|楼下)(?:了|啦|等)*{_END}"
    r"|\b(?:i'?m|we'?re|i am|we are) (?:already |all |just )?(?:here|outside"
    r"|at the (?:counter|center|centre|office|window|place|hall))\b"
    r"|\b(?:i|we)(?:'ve| have)? (?:just |already )?arrived\b"
    r"|\b(?:wait(?:ed|ing)|standing|sitting|queu(?:ed|e?ing)) (?:\w+ ){0,2}?"
    r"(?:here|outside|at the (?:counter|center|centre|office|window|place|hall))\b",
)
_NOBODY = Phrasing(
    rf"(?:没(?:有)?(?:看到|看见|见到|见着|见)?(?:一个)?人|一个人(?:都|也)没有|谁(?:都|也)没来|空无一人|不见人影?){_END}|^人呢"
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


def on_the_spot(understood: Understanding, situation: Situation, speaker: Speaker) -> Decision | None:
    """Of who stands at the counter at the agreed hour: a person is called, or hears the rest."""
    if _is_on_the_spot(situation, speaker, understood):
        return _call_to_the_spot(situation, speaker, understood)
    if _adds_to_it(situation, understood, speaker.house.content):
        return pass_on(situation, speaker, understood)
    return None


def _is_on_the_spot(situation: Situation, speaker: Speaker, understood: Understanding) -> bool:
    """Near an agreed hour: is nobody there, or does the buyer only say that they are? However old the file is."""
    text, standing = situation.incoming.words, situation.standing
    if standing is None or not is_near_the_hour(situation) or supposes(text):
        return False
    if _ALL_IS_WELL.search(text) and not _STILL_THERE.search(text):
        return False
    if calls_somebody(understood, speaker.house.content):
        return False
    if _is_called(situation) and asks_what_to_do(text):
        return True
    if found := _NOBODY.search(text):
        # 人呢, "can I leave now" ask by themselves: nobody but a person can answer.
        return not asks(text) or asks_about_it(text) or asks(found[0])
    return _FORGOTTEN.search(text) is not None or (_HERE.search(text) is not None and not asks(text))


def _adds_to_it(situation: Situation, understood: Understanding, content: Content) -> bool:
    """2nd floor yes: is it for the person who was called to the spot, and no question, nor mere thanks?"""
    text, asked = situation.incoming.words, {match.best.intent for match in understood.asked if match.best}
    if not (_is_called(situation) and is_near_the_hour(situation)) or understood.whole.telling_units <= 1:
        return False
    return asked <= content.matcher.tiers.asides and not asks(text) and not is_only_thanks(text)


def _is_called(situation: Situation) -> bool:
    return ON_THE_SPOT in situation.open_promises


def is_near_the_hour(situation: Situation) -> bool:
    """May the buyer be on the way to what is agreed for today, or be there?"""
    booked = situation.standing.today_at if situation.standing else None
    return booked is not None and _is_near(booked.at, situation.now)


def may_be_on_the_way(situation: Situation) -> bool:
    """To that, or with papers of which the hour is near?"""
    dues = due_hours(situation.standing.case) if situation.standing else ()
    is_due = any(_is_near(due, situation.now) for due in dues)
    return is_due or is_near_the_hour(situation)


def _is_near(hour: datetime, now: datetime) -> bool:
    return hour - _EARLY <= now <= hour + _LATE


def _call_to_the_spot(situation: Situation, speaker: Speaker, understood: Understanding) -> Decision:
    """A person is called within minutes, and the buyer stays.

    Before the hour being there is only news; so is all of it where nobody comes so soon.
    """
    is_soon = speaker.by(Priority.P0).at <= situation.now + _A_SHORT_WAIT
    has_begun = situation.standing is not None and situation.standing.has_begun
    is_in_trouble = has_begun or _NOBODY.search(situation.incoming.words) is not None
    reply = ON_THE_SPOT if is_soon and is_in_trouble else NEWS
    spoken = speaker.say(reply, Priority.P0, hand_over=True)
    return decided(Outcome.HANDOFF, situation.chat, speaker, spoken, understood)
