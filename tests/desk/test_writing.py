"""Does what advisors write reach the right buyer, and never when it is a note?"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.milestones import Role
from bot.desk.desk import decide
from bot.desk.entries import Author, Delivery, Entry
from bot.desk.situation import Begin, Client, DeskDecision, DeskSituation, KeepNote, Reword, Silence, ToBuyer
from bot.desk.tickets import What
from bot.dialogue.messages import Chat, Copy, Kind, React, Rewrite, Source, Withdraw
from tests.desk.people import CHAT, FRIDAY, GROUP, HELD, OPEN, SUN, WU, ZHOU, happened, sent, situation, told
from tests.talks import house

HIS = Client(Chat(502, "C-1", Role.SPOUSE))
HEARD = Entry(CHAT.id, FRIDAY, Author.BUYER, "在吗", message_id=11, topic_message_id=21, id=3)
OWN = Entry(CHAT.id, FRIDAY, Author.ADVISOR, "周三", message_id=12, topic_message_id=40, delivery=Delivery.SENT, id=4)
NOTE_ONLY, NOT_CHANGED = "📝 只记下了，买家看不到。", "这条改不了，买家看到的还是原来的。"


def _decide(situation: DeskSituation) -> DeskDecision:
    return decide(situation, house())


def test_first_words_of_a_person_take_the_chat_and_silence_the_bot() -> None:
    decision = _decide(situation(content="您好 13812345678"))
    assert (Silence(CHAT) in decision.actions, happened(decision), [to.parcel for to in sent(decision)]) == (
        True,
        [What.ADVISOR_WROTE],
        [Copy(GROUP, (40,))],
    )


def test_transcript_keeps_what_was_written_without_numbers_of_people() -> None:
    entry = sent(_decide(situation(content="您好 13812345678")))[0].entry
    assert entry == Entry(
        CHAT.id,
        FRIDAY,
        Author.ADVISOR,
        "您好 [手机号]",
        "C-1",
        ZHOU.id,
        topic_id=1,
        topic_message_id=40,
        delivery=Delivery.QUEUED,
    )


def test_answer_to_a_buyers_message_answers_it_there_too() -> None:
    to = sent(_decide(situation(content="在的", answered=HEARD)))[0]
    assert (to.parcel, to.entry.reply_to) == (Copy(GROUP, (40,), 11), HEARD.id)


def test_words_of_a_persons_own_accord_open_a_ticket_of_theirs() -> None:
    decision = _decide(situation(content="提醒您一下", ticket=None))
    begun = [action for action in decision.actions if isinstance(action, Begin)]
    assert ([action.person for action in begun], len(sent(decision))) == ([ZHOU.id], 1)


def test_nobody_but_the_owner_writes_to_the_buyer() -> None:
    decision = _decide(situation(content="我来", who=WU, ticket=HELD))
    assert (sent(decision), told(decision)) == ([], ["没发出去：这位买家由 周顾问 负责。"])


def test_lead_who_steps_in_takes_the_chat_over() -> None:
    decision = _decide(situation(content="我来", who=SUN, ticket=HELD))
    assert (happened(decision), len(sent(decision)), told(decision)) == (
        [What.TRANSFERRED, What.ADVISOR_WROTE],
        1,
        ["孙顾问 从 周顾问 那里接手了。"],
    )


@pytest.mark.parametrize(
    "typed",
    [
        "//别告诉买家",
        "／／别告诉买家",
        " // 别告诉买家",
        "／note 别告诉买家",
        "\u200b//别告诉买家",
        "\ufeff //别告诉买家",
    ],
)
def test_note_is_kept_and_echoed_and_goes_nowhere_else(typed: str) -> None:
    decision = _decide(situation(content=typed))
    assert (decision.actions[0], told(decision), len(decision.actions)) == (KeepNote("别告诉买家"), [NOTE_ONLY], 2)


@pytest.mark.parametrize(
    "caption", ["//他的聊天记录", "/note 他的聊天记录", "/note@signpost_bot 他的聊天记录", "/note他的聊天记录"]
)
def test_note_under_a_picture_keeps_the_picture_back(caption: str) -> None:
    picture = Source(40, album="a1", media="photo", caption=caption)
    decision = _decide(situation(Kind.OTHER, source=picture))
    assert (sent(decision), decision.actions[0]) == ([], KeepNote("他的聊天记录", "a1"))


def test_picture_needs_no_words_to_be_a_note() -> None:
    decision = _decide(situation(Kind.OTHER, source=Source(40, album="a1", media="photo", caption="//")))
    assert (sent(decision), decision.actions[0]) == ([], KeepNote("", "a1"))


def test_rest_of_an_album_that_is_a_note_goes_nowhere() -> None:
    assert _decide(situation(Kind.OTHER, source=Source(41, album="a1", media="photo"), is_in_note=True)).actions == ()


def test_note_without_words_is_explained() -> None:
    assert told(_decide(situation(Kind.COMMAND, "note"))) == ["写 //内容，就只记下、不发给买家。"]


@given(st.text(max_size=30), st.sampled_from([Kind.TEXT, Kind.EDIT]), st.sampled_from([None, OPEN, HELD]))
def test_whatever_begins_as_a_note_has_no_way_to_a_buyer(text: str, kind: Kind, ticket: None) -> None:
    parcels = [to.parcel for to in sent(_decide(situation(kind, f"//{text}", ticket=ticket, own=OWN)))]
    assert parcels == ([Withdraw(12)] if kind == Kind.EDIT else [])


@pytest.mark.parametrize(
    "typed",
    [
        "/ 别外传：卖家想加价",
        "、、卖家想加价",
        "备注：他很急",
        "Note: he is in a hurry",
        "@吴顾问 你来看看",
        "／done",
        "/状态",
    ],
)
def test_what_is_nearly_a_note_is_held_back(typed: str) -> None:
    decision = _decide(situation(content=typed))
    assert (sent(decision), [text.partition("：")[0] for text in told(decision)]) == ([], ["没发出去"])


@pytest.mark.parametrize(
    ("own", "typed", "said"),
    [
        (OWN, "备注：卖家想加价", "没发出去"),
        (None, "赵女士 明天下午三点见", "这条没发给过买家"),
        (replace(OWN, message_id=None), "周四", "这条改不了"),
        (replace(OWN, delivery=Delivery.DROPPED), "周四", "这条已经不在买家那边了"),
        (replace(OWN, media="photo", text="看这张"), "看这张", "换掉的图或文件到不了买家那边"),
        (replace(OWN, media="photo", text=""), "", "换掉的图或文件到不了买家那边"),
    ],
)
def test_edit_that_must_not_reach_the_buyer_says_so(own: Entry | None, typed: str, said: str) -> None:
    decision = _decide(situation(Kind.EDIT, typed, own=own))
    assert (sent(decision), [text.startswith(said) for text in told(decision)]) == ([], [True])


def test_album_that_is_held_back_is_held_back_whole() -> None:
    decision = _decide(situation(Kind.OTHER, source=Source(40, album="a1", media="photo", caption="@吴顾问 别发出去")))
    assert (sent(decision), decision.actions[0]) == ([], KeepNote("@吴顾问 别发出去", "a1"))


def test_what_became_a_note_too_late_is_taken_away_from_the_buyer() -> None:
    decision = _decide(situation(Kind.EDIT, "//卖家想加价", own=OWN))
    assert ([(to.parcel, to.entry) for to in sent(decision)], decision.actions[1], told(decision)) == (
        [(Withdraw(12), OWN)],
        KeepNote("卖家想加价"),
        ["🗑 正从买家的聊天里删掉，只留作备注。买家可能已经看到了。"],
    )


@pytest.mark.parametrize(
    ("clients", "answered", "buyer"),
    [
        ((Client(CHAT, OPEN), HIS), None, CHAT.id),
        ((Client(CHAT), replace(HIS, ticket=HELD)), None, HIS.chat.id),
        ((Client(CHAT, HELD), HIS), replace(HEARD, chat_id=HIS.chat.id), HIS.chat.id),
    ],
)
def test_words_go_to_the_buyer_who_is_meant(clients: tuple[Client, ...], answered: Entry | None, buyer: int) -> None:
    decision = _decide(situation(content="好", clients=clients, answered=answered))
    assert [to.chat.id for to in sent(decision)] == [buyer]


@pytest.mark.parametrize(
    ("clients", "said"),
    [
        ((), "没发出去：这个话题没有买家的聊天。"),
        ((Client(CHAT), HIS), "没发出去：这里有 2 位买家，请回复其中一位的消息。"),
    ],
)
def test_words_for_nobody_in_particular_are_not_sent(clients: tuple[Client, ...], said: str) -> None:
    decision = _decide(situation(content="好", clients=clients))
    assert (sent(decision), told(decision)) == ([], [said])


def test_edit_changes_the_buyers_copy_and_nothing_before_it() -> None:
    decision = _decide(situation(Kind.EDIT, "周四 <下午>", own=OWN))
    assert decision == DeskDecision((ToBuyer(CHAT, Rewrite(12, "周四 &lt;下午&gt;"), OWN),))


def test_edit_of_what_still_waits_needs_no_second_letter() -> None:
    queued = replace(OWN, message_id=None, delivery=Delivery.QUEUED)
    assert _decide(situation(Kind.EDIT, "周四", own=queued)).actions == (Reword(queued, "周四"),)


@pytest.mark.parametrize("own", [replace(OWN, message_id=None, delivery=Delivery.FAILED), replace(OWN, chat_id=999)])
def test_edit_that_cannot_reach_the_buyer_is_told(own: Entry) -> None:
    assert told(_decide(situation(Kind.EDIT, "周四", own=own))) == [NOT_CHANGED]


def test_words_under_a_picture_are_edited_as_such() -> None:
    picture = replace(OWN, media="photo")
    assert sent(_decide(situation(Kind.EDIT, "第二页", own=picture)))[0].parcel == Rewrite(
        12, "第二页", is_caption=True
    )


def test_caption_that_is_taken_away_still_stands_with_the_buyer() -> None:
    said = told(_decide(situation(Kind.EDIT, "", own=replace(OWN, media="document"))))
    assert said[0].startswith("买家那边的字还在")


@pytest.mark.parametrize(("emoji", "shown"), [("👍", "👍"), ("", None)])
def test_emoji_on_a_buyers_message_is_seen_by_the_buyer(emoji: str, shown: str | None) -> None:
    decision = _decide(situation(Kind.REACTION, emoji, own=HEARD))
    assert [to.parcel for to in sent(decision)] == [React(11, shown)]


def test_emoji_on_what_the_bot_told_advisors_is_for_nobody() -> None:
    assert _decide(situation(Kind.REACTION, "👍")).actions == ()


def test_answer_to_a_buyer_who_has_left_reaches_nobody_else() -> None:
    decision = _decide(situation(content="好", answered=replace(HEARD, chat_id=999)))
    assert (sent(decision), told(decision)) == ([], ["没发出去：这位买家已经不在这一单里了。"])
