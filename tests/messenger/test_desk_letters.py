"""Do copies, edits, emoji and topics reach Telegram, and is what became of them told to the advisors?"""

from dataclasses import dataclass, replace
from datetime import timedelta

import httpx
import pytest
import pytest_asyncio
from sqlalchemy import func, select

from bot.desk.entries import Author, Delivery, Entry
from bot.desk.topics import Topic
from bot.dialogue.messages import Button, Chat, Copy, Parcel, React, Rewrite, Say
from bot.store import tables
from bot.store.outbox import Address, Posting
from tests.messenger.desk import BUYER, Mail, trouble
from tests.telegram import media
from tests.telegram.people import Seen
from tests.telegram.refusals import Refusal, bad
from tests.telegram.server import FakeTelegram, Moment

GROUP, NEW_GROUP = -1001, -1_002_000_000_001
pytestmark = pytest.mark.asyncio


@dataclass
class Desk:
    """A group with one topic, in which an advisor writes to the buyer."""

    fake: FakeTelegram
    mail: Mail
    topic: Topic

    def post(self, parcel: Parcel) -> None:
        """Something for the topic."""
        with self.mail.books.transaction() as records:
            records.outbox.put(Address(GROUP, self.topic.id), parcel, self.mail.clock())

    def write(self, text: str = "您好", parcel: Parcel | None = None) -> tuple[int, Entry]:
        """An advisor writes to the buyer: the message's number in the topic, and its line in the transcript."""
        number = self.fake.send(GROUP, text, thread_id=self.thread)
        with self.mail.books.transaction() as records:
            entry = records.entries.add(
                Entry(
                    BUYER,
                    self.mail.clock(),
                    Author.ADVISOR,
                    text,
                    topic_id=self.topic.id,
                    topic_message_id=number,
                    delivery=Delivery.QUEUED,
                )
            )
            copy = parcel or Copy(GROUP, (number,))
            records.outbox.put(BUYER, copy, self.mail.clock(), Posting(entries=(entry.id,)))
        return number, entry

    def entry(self, number: int) -> Entry | None:
        """A line of the transcript as it stands now."""
        with self.mail.books.transaction() as records:
            return records.entries.get(number)

    @property
    def thread(self) -> int:
        """Telegram's number of the topic."""
        with self.mail.books.transaction() as records:
            found = records.desk.topic(self.topic.id)
        assert found is not None
        assert found.thread_id is not None
        return found.thread_id

    async def deliver(self, times: int = 4) -> None:
        """Let the sender work until all that is due is out."""
        for _ in range(times):
            await self.mail.sender.deliver()

    def seen(self) -> list[Seen]:
        """What stands in the topic, without the notice that it was opened."""
        return self.fake.seen(GROUP, self.thread)[1:]


@pytest_asyncio.fixture
async def desk(fake: FakeTelegram, mail: Mail) -> Desk:
    """A topic that stands already."""
    fake.group(GROUP)
    with mail.books.transaction() as records:
        topic = records.desk.topic_for(Chat(BUYER), GROUP, "赵女士")
    desk = Desk(fake, mail, topic)
    desk.post(Say("卡片", (Button("接手", "t:1:claim"), Button("转给", "t:1:to")), columns=2))
    await desk.deliver()
    return desk


async def test_first_letter_opens_the_topic_by_its_name(desk: Desk) -> None:
    opened = desk.fake.chats[GROUP].topics
    assert (opened, [seen.text for seen in desk.seen()], desk.seen()[0].buttons) == (
        {desk.thread: "赵女士"},
        ["卡片"],
        [["接手", "转给"]],
    )


async def test_copy_says_not_whence_it_came_and_answers_what_it_answers(desk: Desk) -> None:
    question = desk.fake.send(BUYER, "几点")
    number, _ = desk.write("三点", Copy(GROUP, (desk.fake.send(GROUP, "三点", thread_id=desk.thread),), question))
    await desk.deliver()
    got = desk.fake.seen(BUYER)[-1]
    assert (got.text, got.author, got.reply_to, got.forwarded_from) == ("三点", "签路", question, "")
    assert desk.fake.reactions(GROUP, number) == {"签路": "👌"}


async def test_answer_to_a_message_that_is_gone_is_sent_all_the_same(desk: Desk) -> None:
    number = desk.fake.send(GROUP, "三点", thread_id=desk.thread)
    desk.write("三点", Copy(GROUP, (number,), 999))
    await desk.deliver()
    assert desk.fake.seen(BUYER)[-1].text == "三点"


async def test_album_stays_one_and_keeps_its_order_and_captions(desk: Desk) -> None:
    numbers = desk.fake.album(GROUP, ["一", "二", ""], thread_id=desk.thread)
    desk.write("相册", Copy(GROUP, (numbers[1], numbers[0], numbers[2])))
    await desk.deliver()
    got = desk.fake.seen(BUYER)[-3:]
    assert ([seen.text for seen in got], len({seen.album for seen in got}), got[0].album is None) == (
        ["一", "二", ""],
        1,
        False,
    )


async def test_picture_that_comes_while_its_album_is_sent_follows_it(desk: Desk) -> None:
    first, second, third = desk.fake.album(GROUP, ["一", "二", "三"], thread_id=desk.thread)

    def wrote(number: int) -> None:
        with desk.mail.books.transaction() as records:
            album = Posting(desk.mail.clock() + timedelta(seconds=1), album="a1")
            records.outbox.copy(Address(BUYER), Copy(GROUP, (number,)), desk.mail.clock(), album)

    def late(moment: Moment, method: str) -> None:
        if (moment, method) == (Moment.BEFORE, "copyMessages"):
            wrote(third)

    wrote(first)
    wrote(second)
    desk.fake.on_call = late
    for _ in range(2):
        desk.mail.clock.move(1)
        await desk.deliver()
    assert [seen.text for seen in desk.fake.seen(BUYER)[-3:]] == ["一", "二", "三"]


async def test_delivered_message_is_known_by_its_number_in_the_buyers_chat(desk: Desk) -> None:
    _, entry = desk.write()
    await desk.deliver()
    found = desk.entry(entry.id)
    assert found is not None
    assert (found.delivery, found.message_id) == (Delivery.SENT, desk.fake.seen(BUYER)[-1].message_id)


async def test_other_words_change_the_buyers_copy(desk: Desk) -> None:
    _, entry = desk.write()
    await desk.deliver()
    copy = desk.fake.seen(BUYER)[-1].message_id
    with desk.mail.books.transaction() as records:
        records.outbox.put(BUYER, Rewrite(copy, "您好，<b>周三</b>"), desk.mail.clock(), Posting(entries=(entry.id,)))
    await desk.deliver()
    got, found = desk.fake.seen(BUYER)[-1], desk.entry(entry.id)
    assert found is not None
    assert (got.message_id, got.text, got.is_edited) == (copy, "您好，周三", True)
    assert (found.text, found.earlier, found.message_id) == ("您好，周三", ("您好",), copy)


async def test_words_under_a_picture_are_changed_as_a_caption(desk: Desk) -> None:
    number = desk.fake.send(GROUP, media.photo("第一页"), thread_id=desk.thread)
    desk.write("第一页", Copy(GROUP, (number,)))
    await desk.deliver()
    copy = desk.fake.seen(BUYER)[-1].message_id
    desk.write("", Rewrite(copy, "第二页", is_caption=True))
    await desk.deliver()
    assert desk.fake.seen(BUYER)[-1].text == "第二页"


async def test_edit_that_changes_nothing_is_done_already(desk: Desk) -> None:
    desk.write()
    await desk.deliver()
    copy = desk.fake.seen(BUYER)[-1].message_id
    number, _ = desk.write("您好", Rewrite(copy, "您好"))
    await desk.deliver()
    assert desk.fake.reactions(GROUP, number) == {"签路": "👌"}


async def test_edit_that_telegram_refuses_is_told_to_the_advisor(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    number, entry = desk.write("周三见")
    await desk.deliver()
    before = desk.entry(entry.id)
    with desk.mail.books.transaction() as records:
        records.outbox.put(BUYER, Rewrite(999, "周四见"), desk.mail.clock(), Posting(entries=(entry.id,)))
    await desk.deliver()
    assert before is not None
    assert (desk.seen()[-1].text, desk.seen()[-1].reply_to, desk.entry(entry.id), len(caplog.messages)) == (
        "⚠️ 没改成，买家看到的还是原来的：Message to edit not found",
        number,
        before,
        1,
    )


@pytest.mark.parametrize("emoji", ["👍", None])
async def test_emoji_is_put_on_a_message_and_taken_away(desk: Desk, emoji: str | None) -> None:
    number = desk.fake.send(GROUP, "您好", thread_id=desk.thread)
    for parcel in (React(number, "👀"), React(number, emoji)):
        desk.post(parcel)
    await desk.deliver()
    assert desk.fake.reactions(GROUP, number) == ({"签路": emoji} if emoji else {})


async def test_emoji_that_cannot_be_put_holds_up_nothing(desk: Desk) -> None:
    desk.post(React(999, "👌"))
    desk.post(Say("之后"))
    await desk.deliver()
    assert desk.seen()[-1].text == "之后"


async def test_message_that_waits_is_marked_so_and_then_as_sent(desk: Desk) -> None:
    number, _ = desk.write()
    desk.fake.flood_next(7)
    await desk.deliver()
    waits = desk.fake.reactions(GROUP, number)
    desk.mail.clock.move(7)
    await desk.deliver()
    assert (waits, desk.fake.reactions(GROUP, number)) == ({"签路": "👀"}, {"签路": "👌"})


async def test_edit_that_waits_is_marked_so_each_time(desk: Desk) -> None:
    number, entry = desk.write("周三见")
    await desk.deliver()
    copy, marks = desk.fake.seen(BUYER)[-1].message_id, []
    for text in ("周四见", "周五见"):
        with desk.mail.books.transaction() as records:
            records.outbox.put(BUYER, Rewrite(copy, text), desk.mail.clock(), Posting(entries=(entry.id,)))
        trouble(desk.fake, "editMessageText", Refusal(502, "Bad Gateway"))
        await desk.deliver()
        marks.append(desk.fake.reactions(GROUP, number))
        desk.mail.clock.move(7)
        await desk.deliver()
        marks.append(desk.fake.reactions(GROUP, number))
    assert marks == [{"签路": "👀"}, {"签路": "👌"}] * 2


async def test_message_that_waits_for_hours_is_marked_once(desk: Desk) -> None:
    desk.write()
    for _ in range(5):
        desk.fake.flood_next(7)
        await desk.deliver()
        desk.mail.clock.move(7)
    with desk.mail.books.transaction() as records:
        marks = records.connection.scalar(select(func.count()).where(tables.outbox.c.kind == "react"))
    assert marks == 1


@pytest.mark.parametrize("error", [httpx.ConnectError("no route"), Refusal(502, "Bad Gateway")], ids=str)
async def test_message_without_a_connection_waits_too(desk: Desk, error: Exception) -> None:
    number, _ = desk.write()
    trouble(desk.fake, "copyMessage", error)
    await desk.deliver()
    assert desk.fake.reactions(GROUP, number) == {"签路": "👀"}


async def test_blocked_bot_is_told_in_words(desk: Desk) -> None:
    number, _ = desk.write()
    desk.fake.block(BUYER)
    await desk.deliver()
    told = desk.seen()[-1]
    assert (told.text, told.reply_to, desk.fake.reactions(GROUP, number), desk.mail.is_unreachable()) == (
        "⚠️ 没送到：买家把机器人屏蔽了",
        number,
        {"签路": "👎"},
        True,
    )


async def test_deleted_topic_is_made_again_with_what_was_said(desk: Desk) -> None:
    desk.write("第一句")
    await desk.deliver()
    desk.fake.delete_topic(GROUP, desk.thread)
    desk.post(Say("之后"))
    await desk.deliver()
    texts = [seen.text.splitlines() for seen in desk.seen()]
    assert texts == [
        ["♻️ 话题被删过，重新开了。最近说的：", "2026-11-23 12:00 👤: 第一句"],
        ["之后"],
    ]


@pytest.mark.parametrize(
    ("media", "text", "told"),
    [("text", "定金 <5 万>", "定金 <5 万>"), ("sticker", "", "[sticker]"), ("photo", "收据", "[photo] 收据")],
)
async def test_message_that_cannot_be_copied_is_told_from_the_transcript(
    desk: Desk, media: str, text: str, told: str
) -> None:
    with desk.mail.books.transaction() as records:
        said = Entry(BUYER, desk.mail.clock(), Author.BUYER, text, media=media, topic_id=desk.topic.id)
        posting = Posting(entries=(records.entries.add(said).id,))
        records.outbox.put(Address(GROUP, desk.topic.id), Copy(BUYER, (999,)), desk.mail.clock(), posting)
    await desk.deliver()
    assert desk.seen()[-1].text.splitlines() == [f"👤 {told}", "（原样转不过来，也可能买家已经删了；这是当时的内容）"]


async def test_recap_of_a_deleted_topic_outlives_a_flood(desk: Desk) -> None:
    desk.fake.delete_topic(GROUP, desk.thread)
    desk.post(Say("之后"))

    def flood(moment: Moment, method: str) -> None:
        if (moment, method) == (Moment.AFTER, "createForumTopic"):
            desk.fake.flood_next(7)

    desk.fake.on_call = flood
    await desk.deliver()
    desk.mail.clock.move(7)
    await desk.deliver()
    assert [seen.text.splitlines()[0] for seen in desk.seen()] == ["♻️ 话题被删过，重新开了。最近说的：", "之后"]


async def test_group_without_topics_gets_all_in_one_place(fake: FakeTelegram, mail: Mail) -> None:
    fake.group(GROUP, is_forum=False)
    with mail.books.transaction() as records:
        topic = records.desk.topic_for(Chat(BUYER), GROUP, "赵女士")
        records.outbox.put(Address.topic(topic), Say("卡片"), mail.clock())
    await mail.sender.deliver()
    assert [(seen.text, seen.thread_id) for seen in fake.seen(GROUP)] == [("卡片", None)]


async def test_bot_without_rights_waits_for_them(fake: FakeTelegram, mail: Mail) -> None:
    fake.group(GROUP, bot_can_manage_topics=False)
    with mail.books.transaction() as records:
        topic = records.desk.topic_for(Chat(BUYER), GROUP, "赵女士")
        records.outbox.put(Address.topic(topic), Say("卡片"), mail.clock())
    await mail.sender.deliver()
    fake.set_bot_rights(GROUP, can_manage_topics=True)
    mail.clock.move(5)
    await mail.sender.deliver()
    assert fake.seen(GROUP)[-1].text == "卡片"


async def test_bot_thrown_out_of_the_group_loses_no_letter(desk: Desk) -> None:
    desk.post(Say("之后"))
    desk.fake.chats[GROUP].is_blocked = True
    await desk.deliver()
    desk.fake.chats[GROUP].is_blocked = False
    desk.mail.clock.move(5)
    await desk.deliver()
    assert desk.seen()[-1].text == "之后"


async def test_letters_follow_a_group_that_has_moved(desk: Desk) -> None:
    desk.post(Say("之后"))
    desk.fake.migrate(GROUP, NEW_GROUP)
    await desk.deliver()
    assert desk.fake.seen(NEW_GROUP, desk.thread)[-1].text == "之后"


async def test_letter_written_to_the_old_number_later_follows_too(desk: Desk) -> None:
    desk.fake.migrate(GROUP, NEW_GROUP)
    for text in ("之前", "之后"):
        with desk.mail.books.transaction() as records:
            records.outbox.put(GROUP, Say(text), desk.mail.clock())
        await desk.deliver()
    assert [seen.text for seen in desk.fake.seen(NEW_GROUP)[-2:]] == ["之前", "之后"]


async def test_copy_from_a_group_that_has_moved_fails_for_its_number_is_another_message_there(desk: Desk) -> None:
    _, entry = desk.write("三点")
    before = desk.fake.seen(BUYER)
    desk.fake.migrate(GROUP, NEW_GROUP)
    await desk.deliver()
    kept = desk.entry(entry.id)
    assert (desk.fake.seen(BUYER), kept and kept.delivery) == (before, Delivery.FAILED)


@pytest.mark.parametrize("why", ["TOPIC_CLOSED", "chat not found"])
async def test_what_an_operator_can_mend_is_waited_for(desk: Desk, why: str) -> None:
    desk.post(Say("之后"))
    trouble(desk.fake, "sendMessage", bad(why))
    await desk.deliver(1)
    desk.mail.clock.move(5)
    await desk.deliver(1)
    assert desk.seen()[-1].text == "之后"


async def test_news_waits_for_its_minute(desk: Desk) -> None:
    due = desk.mail.clock() + timedelta(seconds=60)
    with desk.mail.books.transaction() as records:
        records.outbox.put(BUYER, Say("有更新"), desk.mail.clock(), Posting(due, by_bot=True))
    await desk.deliver()
    before = desk.fake.seen(BUYER)[-1].text
    desk.mail.clock.move(60)
    await desk.deliver()
    assert (before, desk.fake.seen(BUYER)[-1].text) == ("在吗", "有更新")


async def test_numbers_of_an_album_of_which_a_picture_is_gone_are_nobodys(desk: Desk) -> None:
    numbers = desk.fake.album(GROUP, ["一", "二", "三"], thread_id=desk.thread)
    lines = []
    with desk.mail.books.transaction() as records:
        for number in numbers:
            entry = Entry(BUYER, desk.mail.clock(), Author.ADVISOR, "", topic_id=desk.topic.id, topic_message_id=number)
            lines.append(records.entries.add(replace(entry, delivery=Delivery.QUEUED)).id)
        together = Posting(entries=tuple(lines))
        gone, *left = numbers
        records.outbox.put(BUYER, Copy(GROUP, (gone + 10_000, *left)), desk.mail.clock(), together)
    await desk.deliver()
    found = [desk.entry(line) for line in lines]
    assert [(entry.message_id, entry.delivery) for entry in found if entry] == [(None, Delivery.SENT)] * 3
