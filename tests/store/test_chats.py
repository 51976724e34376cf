"""What is remembered of chats, links and events?"""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bot.cases.milestones import Milestone, Role
from bot.dialogue.messages import Chat, Link, Note
from bot.store import tables
from bot.store.books import Books
from tests.samples import at, cases

NOW = at("2026-11-23 10:00:00.654321")
SOON, LATER = NOW + timedelta(hours=2), NOW + timedelta(days=1)
CASE = cases()["C-DEMO-04"]
CHAT = Chat(
    501,
    CASE.ref,
    Role.BUYER,
    "en",
    "zh",
    "sign_date",
    Milestone.FILED,
    at("2026-09-22 15:00"),
    2,
    "f" * 64,
    unreachable=True,
)
LINK = Link("a" * 64, CASE.ref, Role.BUYER, LATER)


@pytest.fixture
def with_case(books: Books) -> Books:
    """Books that hold one case."""
    with books.transaction() as records:
        records.cases.save(CASE)
    return books


def test_an_update_is_new_once_and_then_never_again(books: Books) -> None:
    sights = []
    for update_id in (9_000_000_000, 8, 9_000_000_000, -7, 8):
        with books.transaction() as records:
            sights.append(records.chats.first_sight(update_id, NOW))
    assert sights == [True, True, False, True, False]


def test_a_chat_never_seen_before_is_blank(books: Books) -> None:
    with books.transaction() as records:
        assert records.chats.get(-1_002_000_000_000) == Chat(-1_002_000_000_000)


def test_a_chat_comes_back_as_it_was_saved_last(with_case: Books) -> None:
    with with_case.transaction() as records:
        records.chats.save(Chat(CHAT.id))
        records.chats.save(CHAT)
    with with_case.transaction() as records:
        assert records.chats.get(CHAT.id) == CHAT


def test_a_link_is_found_by_its_hash_only(with_case: Books) -> None:
    with with_case.transaction() as records:
        records.chats.save_link(LINK)
    with with_case.transaction() as records:
        assert (records.chats.link("a" * 64), records.chats.link("b" * 64)) == (LINK, None)


def test_a_link_saved_again_takes_the_place_of_the_old(with_case: Books) -> None:
    spent = replace(LINK, tries=4, locked_until=SOON, used_at=NOW)
    with with_case.transaction() as records:
        records.chats.save_link(LINK)
        records.chats.save_link(spent)
    with with_case.transaction() as records:
        assert records.chats.link(LINK.token_hash) == spent


def test_only_the_verified_role_of_the_case_changes(with_case: Books) -> None:
    before = replace(CASE, parties=tuple(replace(party, verified=False) for party in CASE.parties))
    with with_case.transaction() as records:
        records.cases.save(before)
        records.chats.verify(CASE.ref, Role.BUYER)
    with with_case.transaction() as records:
        found = {party.role: party.verified for party in records.cases.get(CASE.ref).parties}
    assert found == {Role.BUYER: True, Role.SELLER: False}


def test_the_trail_of_a_case_keeps_its_order(with_case: Books) -> None:
    with with_case.transaction() as records:
        records.chats.note(Note("blocked", CASE.ref, {"code": "DISPUTE"}), "command line", LATER)
        records.chats.note(Note("elsewhere", "C-OTHER"), "command line", NOW)
        records.chats.note(Note("chat_linked", CASE.ref), "chat:501", NOW)
    with with_case.transaction() as records:
        trail = records.chats.trail(CASE.ref)
    assert trail == [(LATER, "blocked", {"code": "DISPUTE"}), (NOW, "chat_linked", {})]


def test_who_did_it_stands_in_the_audit(books: Books) -> None:
    with books.transaction() as records:
        records.chats.note(Note("answer"), "chat:501", NOW)
    with books.transaction() as records:
        row = records.connection.execute(select(tables.audit)).one()
    assert (row.actor, row.event, row.case_ref, row.detail, row.at) == ("chat:501", "answer", None, {}, NOW)


def test_a_deleted_case_leaves_its_chat_without_one(with_case: Books) -> None:
    with with_case.transaction() as records:
        records.chats.save(CHAT)
        records.chats.save_link(LINK)
        records.connection.execute(tables.cases.delete())
    with with_case.transaction() as records:
        found = (records.chats.get(CHAT.id), records.chats.link(LINK.token_hash))
    assert found == (replace(CHAT, case_ref=None), None)


def test_a_link_to_a_missing_case_is_refused(books: Books) -> None:
    with pytest.raises(IntegrityError), books.transaction() as records:
        records.chats.save_link(LINK)


def test_questions_asked_by_text_and_button_are_counted(books: Books) -> None:
    notes = [
        Note("answer", detail={"reply": "_stale", "intent": "how_long"}),
        Note("answer", detail={"reply": "how_long"}),
        Note("handoff", detail={"reply": "human", "intent": "human"}),
        Note("clarify", detail={"reply": "_clarify", "intent": "human"}),
        Note("chat_linked"),
    ]
    with books.transaction() as records:
        for note in notes:
            records.chats.note(note, "chat:501", NOW)
    with books.transaction() as records:
        assert records.chats.asked() == {"how_long": 2, "human": 1}
