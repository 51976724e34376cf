"""Does everybody see what was promised, over three days with a lunch break, a weekend and a make-up Sunday?"""

import asyncio
from collections import Counter

import pytest

from tests.desk.people import GROUP, SUN, WU, ZHOU
from tests.telegram.people import Seen
from tests.three_days import (
    ANOTHER_PHONE,
    BLOCKS,
    DANGER,
    LEAVE,
    LINKED,
    LOST,
    LUNCH,
    RELAYED,
    SILENT,
    WEEKEND,
    WORKED,
    Story,
    play,
)

READING, RETURNED, SURVEY = (
    "收到，顾问正在看您的消息。",
    "顾问这边先说到这里，您之后问的由我来答。",
    "刚才顾问的答复，帮到您了吗？",
)
NEWS, DIGEST = "您的进度有更新。", "早，"
MOST_LINES = 12


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """The three days, played once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PTB_TIMEDELTA", "true")
        return asyncio.run(play(tmp_path_factory.mktemp("desk")))


def _heads(story: Story, chat_id: int) -> list[str]:
    """The first line of each message to a buyer."""
    return [text.partition("\n")[0] for text in story.day.texts(chat_id)]


def _labels(seen: Seen) -> list[str]:
    """The buttons under a message."""
    return [label for row in seen.buttons for label in row]


def _facts(seen: Seen) -> tuple[str, str, bool, bool]:
    """What a message is, its words, whether it answers one, and whether it is part of an album."""
    return seen.kind, seen.text, seen.reply_to is not None, seen.album is not None


def test_telegram_had_nothing_to_complain_of(story: Story) -> None:
    assert story.day.fake.violations == []


def test_each_advisor_has_one_digest_on_each_day_at_work(story: Story) -> None:
    digests = {who.name: sum(head.startswith(DIGEST) for head in _heads(story, who.id)) for who in (ZHOU, WU, SUN)}
    assert digests == {"周顾问": 2, "吴顾问": 1, "孙顾问": 1}


def test_one_tap_under_the_digest_keeps_a_case_fresh(story: Story) -> None:
    second = story.day.texts(ZHOU.id)[-1]
    assert (story.then["no change"], "C-8  9 月 15 日" in second) == ("✔️ 周顾问 记下：C-8 核对过，没变化", False)


def test_each_card_fits_on_one_screen(story: Story) -> None:
    cards = [seen.text for seen in story.day.fake.seen(GROUP) if "接手" in _labels(seen)]
    assert (len(cards) >= 10, max(len(card.splitlines()) for card in cards) <= MOST_LINES) == (True, True)


def test_danger_calls_the_duty_person_by_name_at_once(story: Story) -> None:
    card = story.day.in_topic(DANGER)[1]
    urgent = next(line for line in card.text.splitlines() if "紧急" in line)
    assert (urgent, _labels(card)) == ("🚨 孙顾问 紧急：我撑不下去了", ["接手", "转给", "退回", "记一笔"])


def test_while_a_person_has_the_chat_only_danger_is_answered(story: Story) -> None:
    heads = _heads(story, DANGER)
    safety = "谢谢您愿意把这些说出来，听着就知道您很难受。"
    assert heads == [safety, READING, safety, "我在，您慢慢说"]


def test_who_was_in_danger_is_given_back_by_a_person_alone(story: Story) -> None:
    reminders = [seen.text for seen in story.day.in_topic(DANGER) if seen.text.startswith("💤")]
    assert set(reminders) == {"💤 孙顾问 紧急的单子，买家没有再写。确认人没事以后，请写 /done。"}


def test_what_a_buyer_sends_reaches_the_topic_in_order(story: Story) -> None:
    relayed = [_facts(seen) for seen in story.day.in_topic(RELAYED)[4:14] if not seen.text.startswith("🤖")]
    assert relayed == [
        ("text", "这就发", True, False),
        ("photo", "第一页", False, True),
        ("photo", "第二页", False, True),
        ("photo", "", False, True),
        ("photo", "户口本", False, False),
        ("document", "", False, False),
        ("voice", "", False, False),
        ("location", "", False, False),
        ("sticker", "", False, False),
    ]


def test_what_an_advisor_sends_reaches_the_buyer_in_order(story: Story) -> None:
    sent = [_facts(seen) for seen in story.day.fake.seen(RELAYED) if seen.author == "签路"][3:9]
    assert sent == [
        ("photo", "样本一", False, True),
        ("photo", "样本二", False, True),
        ("photo", "盖章处", False, False),
        ("voice", "", False, False),
        ("document", "", False, False),
        ("text", "看到了", True, False),
    ]


def test_edits_and_emoji_are_seen_on_both_sides(story: Story) -> None:
    hers = {seen.text: seen for seen in story.day.fake.seen(RELAYED)}
    ours = {seen.text: seen for seen in story.day.in_topic(RELAYED)}
    hello, answer = "您好，合同请发来看看", ours["这就发"]
    assert [hers[hello].reactions, ours[hello].reactions, hers["下午发"].reactions, answer.reactions] == [
        {"赵女士": "👍"},
        {"签路": "👍"},
        {"签路": "🙏"},
        {"周顾问": "🙏"},
    ]
    assert (hers[hello].is_edited, ours["✏️ 买家改成：下午发"].reply_to) == (True, answer.message_id)


def test_both_texts_of_an_edit_are_kept(story: Story) -> None:
    with story.day.books.transaction() as records:
        edited = {entry.text: entry.earlier for entry in records.entries.last(RELAYED, most=50) if entry.earlier}
    assert edited == {"您好，合同请发来看看": ("您好，合同发来看看",), "下午发": ("这就发",)}


def test_a_stranger_in_the_group_does_nothing(story: Story) -> None:
    assert ("我也来说两句" in story.day.texts(RELAYED), "路人" in "".join(story.day.said(RELAYED))) == (False, False)


def test_an_answer_that_waits_is_dropped_when_a_person_speaks(story: Story) -> None:
    with story.day.books.transaction() as records:
        trail = [event for _, event, _ in records.chats.trail("C-5")]
    heads = _heads(story, BLOCKS)
    assert (heads, trail.count("answer_dropped")) == (["好，我这就转给吴顾问。", "我来说", "稍等一下"], 1)


def test_the_state_of_each_delivery_stands_in_the_topic(story: Story) -> None:
    last = next(seen for seen in story.day.in_topic(BLOCKS) if seen.text == "还在吗")
    told = [seen.text for seen in story.day.in_topic(BLOCKS) if seen.reply_to == last.message_id]
    assert (story.then["queued"], story.then["sent"], last.reactions, told) == (
        {"签路": "👀"},
        {"签路": "👌"},
        {"签路": "👎"},
        ["⚠️ 没送到：买家把机器人屏蔽了"],
    )


def test_a_deleted_topic_is_made_again_with_a_recap(story: Story) -> None:
    texts = [seen.text for seen in story.day.in_topic(LOST)]
    recap = texts[1].splitlines()
    assert (recap[0], recap[1], recap[3], texts[2], story.day.texts(LOST)[3]) == (
        "♻️ 话题被删过，重新开了。最近说的：",
        "2026-09-18 10:45 🧑: 转人工",
        "2026-09-18 10:45 👤 吴顾问: 我是小吴",
        "资料发您了",
        "收到资料",
    )


def test_no_note_reaches_the_buyer_and_each_is_echoed(story: Story) -> None:
    echoes = story.day.said(WORKED).count("📝 只记下了，买家看不到。")
    seen = story.day.fake.seen(WORKED)
    secrets = [
        message for message in seen if message.kind == "photo" or "卖家私下" in message.text or "太太" in message.text
    ]
    assert (echoes, secrets) == (3, [])


def test_notes_are_kept_with_their_writer(story: Story) -> None:
    with story.day.books.transaction() as records:
        topic = records.desk.topic_for(records.chats.get(WORKED), GROUP, "")
        kept = [(person, text) for _, person, text in records.desk.notes(topic.id)]
    assert kept == [(ZHOU.id, "卖家私下要加价"), (ZHOU.id, "他太太不同意"), (ZHOU.id, "聊天截图")]


def test_a_change_is_told_only_after_its_minute(story: Story) -> None:
    news = [sum(text.startswith(NEWS) for text in story.then[when]) for when in ("after undo", "within the minute")]
    assert (news, "签约预计在 9 月 23 日（周三）。" in story.then["told"]) == ([0, 0], True)


def test_no_change_in_one_tap_keeps_the_case_fresh(story: Story) -> None:
    with story.day.books.transaction() as records:
        checked = records.cases.get("C-7").checked_at
        trail = [event for _, event, _ in records.chats.trail("C-7")]
    kept = [event for event in trail if event in {"milestone_promised", "change_undone", "checked"}]
    assert (f"{checked:%d %H:%M}", kept) == (
        "18 11:10",
        ["milestone_promised", "change_undone", "milestone_promised", "checked"],
    )


def test_a_previewed_reply_is_sent_once_exactly_as_shown(story: Story) -> None:
    sent = [message.raw for message in story.day.fake.sent(WORKED) if message.raw == story.then["preview"]]
    assert (len(sent), story.then["send"]) == (1, ["已交给 Telegram 发送。"] * 2)


def test_over_lunch_nobody_is_reminded(story: Story) -> None:
    assert ("最晚今天 14:40" in story.day.texts(LUNCH)[0], story.then["over lunch"]) == (True, [])


def test_unclaimed_chats_remind_at_half_and_whole_then_call_the_lead(story: Story) -> None:
    assert story.day.said(LUNCH)[:3] == [
        "⏳ 还没人接手，过了一半时间（最晚 今天 14:40）。",
        "⏰ 到时间了，还没人接手。",
        "🚨 孙顾问 请安排人：今天 14:40 就该答复了。",
    ]


def test_of_two_who_claim_one_wins_and_the_other_is_told(story: Story) -> None:
    assert story.then["claimed at once"] == ["孙顾问 接手了。", "孙顾问 已经接手了。要换人，请对方点“转给”。"]


def test_only_the_owner_writes_until_the_chat_is_passed_on(story: Story) -> None:
    said = story.day.said(LUNCH)
    assert (
        "没发出去：这位买家由 孙顾问 负责。" in said,
        "孙顾问 转给 周顾问：我要开会 <3" in said,
        _heads(story, LUNCH)[1:3],
    ) == (
        True,
        True,
        ["您好，我接着办", RETURNED],
    )


def test_after_the_return_the_bot_answers_again(story: Story) -> None:
    last = story.day.texts(LUNCH)[-1]
    assert last.startswith("网签，就是把买卖合同录进政府系统")


def test_a_deputy_goes_on_and_a_silent_owner_loses_the_chat(story: Story) -> None:
    assert story.day.said(LEAVE)[:4] == [
        "吴顾问 接手了。",
        "🏖 吴顾问 休假，由 周顾问 接着办。",
        "⏰ 周顾问 买家在等您，该 今天 14:40 前答复。",
        "↩️ 周顾问 没有答复，重新排队，谁方便谁接手。",
    ]


def test_a_leave_bothers_nobody_about_buyers_who_do_not_wait(story: Story) -> None:
    assert [said for said in story.day.said(BLOCKS) if "买家在等您" in said] == []


def test_out_of_hours_the_exact_time_of_the_made_up_sunday_is_told(story: Story) -> None:
    said = story.day.said(WEEKEND)
    assert ("最晚 9 月 20 日（周日）11:00" in story.day.texts(WEEKEND)[0], story.then["saturday"], said[0]) == (
        True,
        [],
        "⏳ 还没人接手，过了一半时间（最晚 今天 11:00）。",
    )


def test_silence_is_announced_and_ends_with_one_closing_message(story: Story) -> None:
    assert (story.day.said(SILENT)[1:3], _heads(story, SILENT)[1:4]) == (
        ["💤 买家没有再写。今天 13:00 交回机器人，您写一条就不交。", "💤 买家没有再写，已交回机器人，并告诉了买家。"],
        ["明天给您回话", RETURNED, SURVEY],
    )


def test_how_it_was_is_asked_once_in_so_many_days(story: Story) -> None:
    assert Counter(_heads(story, SILENT))[SURVEY] == 1
    with story.day.books.transaction() as records:
        assert records.connection.exec_driver_sql("SELECT score FROM ratings").scalars().all() == [3]


def test_a_link_opens_the_case_until_it_is_closed(story: Story) -> None:
    after = story.day.texts(ANOTHER_PHONE)[-1]
    assert (story.then["linked"].startswith("网签（把合同录进政府系统）还没有办。"), "确认是您本人" in after) == (
        True,
        True,
    )


def test_a_buyer_who_waits_has_a_card_wherever_the_chat_goes(story: Story) -> None:
    first = story.day.in_topic(LINKED)[1]
    assert (first.text.splitlines()[0], "接手" in _labels(first)) == ("🟠 P1 · #510（未核实） #10", True)
