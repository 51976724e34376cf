"""What happens at the desk on Friday 18 September 2026, on Saturday, and on the Sunday that is worked?

Three advisors, ten buyers, one stranger; a lunch break, a leave from noon on, and a night between.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from bot.desk.advisors import Leave
from tests.day import Day, opened, person
from tests.desk.people import GROUP, SUN, WU, ZHOU, case
from tests.samples import at
from tests.telegram import media
from tests.telegram.people import Person

LUNCH, LEAVE, DANGER, RELAYED, BLOCKS, LOST, WORKED, WEEKEND, SILENT, LINKED = range(501, 511)
ANOTHER_PHONE = 511
STRANGER = Person(777, "路人")
HUMAN = "转人工"
DIGITS = "3391"


@dataclass
class Story:
    """The days as they were played, and what was seen on the way that later changed."""

    day: Day
    then: dict[str, Any] = field(default_factory=dict)


async def _morning(story: Story) -> None:
    """A quarter to nine: digests, and one case that nobody had looked at."""
    day = story.day
    for advisor in (ZHOU, WU, SUN):
        day.fake.text(advisor.id, "/start", user_name=advisor.name)
    await day.until("2026-09-18 08:50")
    query = day.fake.press(ZHOU.id, "今天没变化 · C-8")
    await day.settle()
    story.then["no change"] = day.fake.answered(query)


async def _danger(story: Story) -> None:
    """A buyer in danger: at once, by name, and answered by the bot even while a person has the chat."""
    day = story.day
    await day.until("2026-09-18 09:30")
    await day.buyer(DANGER, "我不想活了")
    story.then["claimed danger"] = await day.press(SUN, DANGER, "接手")
    for text in ("在吗", "还在吗", "我不想活了", "网签是什么"):
        await day.buyer(DANGER, text)
    await day.advisor(SUN, DANGER, "我在，您慢慢说")


async def _relays(story: Story) -> None:
    """Everything that Telegram can carry goes both ways, with answers, edits and emoji."""
    day, fake = story.day, story.day.fake
    await day.until("2026-09-18 10:00")
    await day.buyer(RELAYED, HUMAN)
    hello = await day.advisor(ZHOU, RELAYED, "您好，合同发来看看")
    thread, zhou = day.thread(RELAYED), person(ZHOU)
    copy = fake.sent(RELAYED)[-1].message_id
    answer = fake.send(RELAYED, "这就发", reply_to=copy)
    fake.album(RELAYED, ["第一页", "第二页", ""])
    for content in (
        media.photo("户口本"),
        media.document("合同.pdf"),
        media.voice(),
        media.location(),
        media.sticker(),
    ):
        fake.send(RELAYED, content)
    await day.settle()
    relayed = next(seen for seen in day.in_topic(RELAYED) if seen.text == "这就发")
    fake.album(GROUP, ["样本一", "样本二"], person=zhou, thread_id=thread)
    for content in (media.photo("盖章处"), media.voice(), media.document("清单.pdf")):
        fake.send(GROUP, content, person=zhou, thread_id=thread)
    fake.send(GROUP, "看到了", person=zhou, thread_id=thread, reply_to=relayed.message_id)
    await day.settle()
    fake.edit(RELAYED, answer, "下午发")
    fake.edit(GROUP, hello, "您好，合同请发来看看")
    await day.settle()
    fake.react(RELAYED, copy, "👍")
    fake.react(GROUP, relayed.message_id, "🙏", person=zhou)
    fake.send(GROUP, "我也来说两句", person=STRANGER, thread_id=thread)
    fake.press(GROUP, "接手", person=STRANGER, thread_id=thread)
    await day.settle()


async def _deliveries(story: Story) -> None:
    """What waits, what is dropped, what cannot be delivered."""
    day, fake = story.day, story.day.fake
    await day.until("2026-09-18 10:30")
    await day.buyer(BLOCKS, HUMAN)
    fake.flood_next(30)
    await day.buyer(BLOCKS, "网签是什么")
    await day.advisor(WU, BLOCKS, "我来说")
    fake.flood_next(30)
    waits = await day.advisor(WU, BLOCKS, "稍等一下")
    story.then["queued"] = fake.reactions(GROUP, waits)
    await day.until("2026-09-18 10:40")
    story.then["sent"] = fake.reactions(GROUP, waits)
    fake.block(BLOCKS)
    await day.settle()
    await day.advisor(WU, BLOCKS, "还在吗")


async def _lost_topic(story: Story) -> None:
    day = story.day
    await day.until("2026-09-18 10:45")
    await day.buyer(LOST, HUMAN)
    await day.advisor(WU, LOST, "我是小吴")
    day.fake.delete_topic(GROUP, day.thread(LOST))
    await day.buyer(LOST, "资料发您了")
    await day.advisor(WU, LOST, "收到资料")
    await day.advisor(WU, LOST, "/done")


async def _work(story: Story) -> None:
    """Notes, changes of the case that are taken back or told, a reply of the editors."""
    day, fake = story.day, story.day.fake
    await day.until("2026-09-18 11:00")
    await day.buyer(WORKED, HUMAN)
    await day.advisor(ZHOU, WORKED, "//卖家私下要加价")
    await day.advisor(ZHOU, WORKED, "/note 他太太不同意")
    fake.album(GROUP, ["／／聊天截图", ""], person=person(ZHOU), thread_id=day.thread(WORKED))
    await day.settle()
    for label in ("改进度", "📅 答应了日子", "9 月 22 日（周二）", "确认"):
        await day.press(ZHOU, WORKED, label)
    story.then["undone"] = await day.press(ZHOU, WORKED, "撤销")
    await day.until("2026-09-18 11:05")
    story.then["after undo"] = day.texts(WORKED)
    for label in ("改进度", "📅 答应了日子", "9 月 23 日（周三）", "确认"):
        await day.press(ZHOU, WORKED, label)
    story.then["within the minute"] = day.texts(WORKED)
    await day.until("2026-09-18 11:10")
    story.then["told"] = day.texts(WORKED)[-1]
    await day.press(ZHOU, WORKED, "今天没变化")
    await day.advisor(ZHOU, WORKED, "/say docs_needed")
    story.then["preview"] = fake.sent(GROUP)[-1].raw
    story.then["send"] = [await day.press(ZHOU, WORKED, "发送") for _ in range(2)]


async def _lunch(story: Story) -> None:
    """Nobody claims: half the time, all of it, then the lead; over lunch no minute counts."""
    day, fake = story.day, story.day.fake
    await day.until("2026-09-18 11:40")
    await day.buyer(LUNCH, HUMAN)
    await day.buyer(LEAVE, HUMAN)
    await day.press(WU, LEAVE, "接手")
    await day.until("2026-09-18 13:00")
    story.then["over lunch"] = day.said(LUNCH)
    day.employ(replace(WU, leaves=(Leave(date(2026, 9, 18), date(2026, 9, 20)),)))
    await day.until("2026-09-18 15:45")
    taps = [fake.press(GROUP, "接手", person=person(who), thread_id=day.thread(LUNCH)) for who in (SUN, ZHOU)]
    await day.settle()
    story.then["claimed at once"] = [fake.answered(tap) for tap in taps]
    await day.advisor(ZHOU, LUNCH, "我来答")
    await day.advisor(SUN, LUNCH, "/pass 周 我要开会 <3")
    await day.advisor(ZHOU, LUNCH, "您好，我接着办")
    await day.advisor(ZHOU, LUNCH, "/back")
    await day.buyer(LUNCH, "网签是什么")


async def _evening(story: Story) -> None:
    """A buyer falls silent; a link is made, used and closed."""
    day = story.day
    await day.until("2026-09-18 16:00")
    await day.buyer(SILENT, HUMAN)
    await day.advisor(ZHOU, SILENT, "明天给您回话")
    await day.until("2026-09-18 17:30")
    await day.buyer(LINKED, HUMAN)
    await day.advisor(ZHOU, LINKED, "/link")
    link = day.fake.sent(GROUP)[-1].text.rpartition("=")[2]
    for text in (f"/start {link}", DIGITS, "现在到哪一步了"):
        await day.buyer(ANOTHER_PHONE, text)
    story.then["linked"] = day.texts(ANOTHER_PHONE)[-1]
    await day.advisor(ZHOU, LINKED, "/unlink")
    await day.press(ZHOU, LINKED, "确认")
    await day.buyer(ANOTHER_PHONE, "现在到哪一步了")


async def _weekend(story: Story) -> None:
    """Nobody is there on Saturday; the Sunday is worked."""
    day = story.day
    await day.until("2026-09-19 10:00")
    await day.buyer(WEEKEND, HUMAN)
    await day.until("2026-09-20 08:40")
    story.then["saturday"] = day.said(WEEKEND)
    await day.until("2026-09-20 13:30")
    day.fake.press(SILENT, "👍")
    await day.settle()
    await day.buyer(SILENT, HUMAN)
    await day.advisor(ZHOU, SILENT, "再补充一句")
    await day.advisor(ZHOU, SILENT, "/done")


async def play(folder: Path) -> Story:
    """All of it, in order."""
    async with opened(folder, "2026-09-18 08:30") as day:
        day.employ(ZHOU, WU, SUN)
        for number in range(1, 11):
            looked_at = at("2026-09-15 10:00" if number == 8 else "2026-09-18 08:00")
            owner = WU if number in {2, 5, 6} else ZHOU
            if number != 3:
                day.bind(500 + number, case(f"C-{number}", f"买家{number}", owner, looked_at))
        story = Story(day)
        for chapter in (_morning, _danger, _relays, _deliveries, _lost_topic, _work, _lunch, _evening, _weekend):
            await chapter(story)
    return story
