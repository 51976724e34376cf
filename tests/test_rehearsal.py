"""Is it told what goes otherwise than a conversation says, and is nothing carried from one to the next?"""

import pytest

from bot.content.dialogues import Dialogue, DialogueLine
from bot.content.problems import Place
from bot.content.source import Text
from bot.rehearsal import NoSuchButton, play
from tests.samples import STORY, cases
from tests.talks import said, talk_of, turn

_HERE = Place("talk.yaml", 3, 7)


def _dialogue(*lines: DialogueLine) -> Dialogue:
    return Dialogue("talk", cases()["C-DEMO-03"], STORY["C-DEMO-03"], lines)


def _text(value: str) -> Text:
    return Text(value, _HERE)


def test_a_difference_is_told_with_what_was_said_instead() -> None:
    line = DialogueLine(_text("转人工"), is_press=False, pieces={"bot": (_text("明天"),)})
    found = [(entry.place, entry.rule, dict(entry.values)["said"]) for entry in play(_dialogue(line), turn())]
    talk = talk_of("C-DEMO-03")
    instead = " / ".join(said(talk.say("转人工")).splitlines())
    assert found == [(_HERE, "not-said", instead)]


def test_a_button_that_is_missing_does_not_end_the_talk() -> None:
    lines = (
        DialogueLine(_text("别的"), is_press=True),
        DialogueLine(_text("转人工"), is_press=False, words={"ticket": _text("x")}),
    )
    assert [entry.rule for entry in play(_dialogue(*lines), turn())] == ["no-such-button", "no-ticket"]


def test_each_dialogue_begins_with_an_empty_chat() -> None:
    calls = DialogueLine(_text("转人工"), is_press=False)
    asks = DialogueLine(_text("在吗"), is_press=False, words={"ticket": _text("human")})
    list(play(_dialogue(calls), turn()))
    assert [entry.rule for entry in play(_dialogue(asks), turn())] == ["no-ticket"]


def test_the_advisors_see_each_handoff_once() -> None:
    told = (_text("转人工"),)
    again = DialogueLine(_text("status"), is_press=False, pieces={"advisor sees": told})
    first = DialogueLine(_text("转人工"), is_press=False, pieces={"advisor sees": told})
    assert [entry.rule for entry in play(_dialogue(first, again), turn())] == ["not-told"]


def test_every_question_that_is_answered_may_be_named() -> None:
    wanted = (_text("docs_needed"), _text("loan_release_time"))
    line = DialogueLine(_text("签约带什么？另外放款要多久"), is_press=False, pieces={"intent": wanted})
    assert list(play(_dialogue(line), turn())) == []


def test_pressing_an_unknown_button_names_those_there_are() -> None:
    talk = talk_of("C-DEMO-03")
    talk.say("/language")
    with pytest.raises(NoSuchButton, match=r"No button 'Deutsch' among \['中文', 'English'\]"):
        talk.press("Deutsch")
