"""Does everybody read of a conversation only what is for them?"""

from bot.cases.milestones import Role
from bot.desk.entries import Author, Entry
from bot.dialogue.messages import Chat
from tests.cli.conftest import TODAY, Signpost
from tests.samples import at

REF = "C-DEMO-03"
HERS, HIS = 501, 502


def _said(signpost: Signpost) -> None:
    """The buyer and the spouse have each written a line."""
    signpost("cases", "import", "--samples")
    books = signpost.opened(f"sqlite:///{signpost.folder}/books.db", signpost.folder)
    with books.transaction() as records:
        for chat_id, role, text in ((HERS, Role.BUYER, "几点签"), (HIS, Role.SPOUSE, "先别告诉她")):
            records.chats.save(Chat(chat_id, REF, role))
            records.entries.add(Entry(chat_id, at(TODAY), Author.BUYER, text, case_ref=REF))


def test_a_buyer_reads_the_own_chat_and_no_other(signpost: Signpost) -> None:
    _said(signpost)
    hers, his = (signpost.tell("transcript", REF, "--for", "buyer", "--role", role) for role in ("buyer", "spouse"))
    assert [(text in hers, text in his) for text in ("几点签", "先别告诉她", "孙顾问")] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_an_advisor_reads_all_that_was_said_of_the_case(signpost: Signpost) -> None:
    _said(signpost)
    told = signpost.tell("transcript", REF)
    assert ("几点签" in told, "先别告诉她" in told) == (True, True)


def test_an_unknown_role_is_explained(signpost: Signpost) -> None:
    told = "--role 'seller' is not known. Use buyer, co_buyer, spouse.\n"
    assert signpost("transcript", REF, "--for", "buyer", "--role", "seller").err == told
