"""What is a buyer told where the case may not be spoken of? What holds for everybody, and how to get to the rest."""

from dataclasses import replace

import pytest

from bot.cases.case import Blocker, Case
from bot.cases.milestones import BlockerCode, Milestone, Role
from bot.cases.progress import stand
from bot.dialogue.messages import Chat, Incoming, Kind, OpenTicket
from bot.dialogue.situation import Situation
from bot.dialogue.speech import Speaker, Spoken
from bot.wording.subject import Untold
from tests.samples import STORY, cases, config
from tests.talks import house, talk_of

STALE, CONFLICT = "C-EDGE-09", "C-EDGE-10"
# Of these nothing holds for everybody.
OWN = {"second_case", "subscribe"}
OF_A_CASE = {name for name, intent in house().content.intents.items() if intent.needs_case}


def answer(name: str, language: str = "en", case: Case | None = None) -> Spoken:
    """What a stranger reads, or the buyer of a case at the moment of its story."""
    now = STORY[case.ref] if case else STORY["C-DEMO-01"]
    chat = Chat(1, case_ref=case.ref, role=Role.BUYER) if case else Chat(1)
    standing = stand(case, config().process, config().calendar, now) if case else None
    speaker = Speaker(house(), Situation(Incoming(1, 1, Kind.TEXT), chat, now, standing), language)
    return speaker.answer(house().content.intents[name], None)


def text(spoken: Spoken) -> str:
    return spoken.says[0].plain


@pytest.mark.parametrize("untold", [Untold.STRANGER, Untold.STALE, Untold.CONFLICT])
def test_every_question_of_a_case_has_something_that_holds_for_everybody(untold: Untold) -> None:
    lacking = {name for name in OF_A_CASE if not house().content.replies[name].is_for(untold)}
    # Whose case it is does not go stale; a stranger's is nobody's.
    assert lacking == (OWN | {"advisor_contact"} if untold == Untold.STRANGER else OWN)


@pytest.mark.parametrize(("language", "way"), [("zh", "专用链接"), ("en", "personal link")])
def test_stranger_reads_what_holds_for_everybody_and_the_way_to_their_own(language: str, way: str) -> None:
    assert {name for name in OF_A_CASE if way not in text(answer(name, language))} == set()


def test_stranger_reads_who_has_the_old_loan_removed() -> None:
    assert "The seller and his bank see to it" in text(answer("seller_mortgage"))


@pytest.mark.parametrize("ref", [STALE, CONFLICT])
def test_file_that_has_to_be_looked_into_is_looked_into_once(ref: str) -> None:
    spoken = [answer(name, case=cases()[ref]) for name in OF_A_CASE]
    opened = [[entry.reason for entry in one.actions if isinstance(entry, OpenTicket)] for one in spoken]
    assert opened == [["_stale" if ref == STALE else "_conflict"]] * len(OF_A_CASE)


def test_nobody_in_mourning_reads_how_it_usually_goes() -> None:
    known = cases()[STALE]
    loss = Blocker(BlockerCode.BEREAVEMENT, Milestone.ONLINE_SIGN, Role.SELLER, STORY[STALE].date())
    spoken = answer("seller_delay", case=replace(known, blockers=(*known.blockers, loss)))
    assert spoken.chosen.reply == "_stale"


def test_more_than_the_file_holds_is_answered_with_what_holds_for_everybody_and_passed_on() -> None:
    talk = talk_of("C-DEMO-06")
    talk.say("什么时候交房拿钥匙")
    decision = talk.say("物业费水电咋算")
    opened = [entry.reason for entry in decision.actions if isinstance(entry, OpenTicket)]
    assert ("之前欠的，一般不由您出" in decision.says[0].plain, opened) == (True, ["_further"])
