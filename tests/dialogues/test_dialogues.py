"""Do whole conversations go as the editors wrote them down?"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.dialogue.situation import Decision
from tests.samples import STORY, cases
from tests.talks import Talk, said

FILES = sorted(Path(__file__).parent.glob("*.yaml"))
DIALOGUES = [(path.stem, entry) for path in FILES for entry in yaml.safe_load(path.read_text("utf-8"))]
_KNOWN = {"buyer", "press", "bot", "never", "intent", "reply", "outcome", "language", "buttons", "ticket"}


@pytest.mark.parametrize("dialogue", [entry for _, entry in DIALOGUES], ids=[f"{f}: {e['name']}" for f, e in DIALOGUES])
def test_every_line_of_a_dialogue_is_answered_as_written(dialogue: dict[str, Any]) -> None:
    talk = Talk(STORY[dialogue["case"]])
    talk.bind(cases()[dialogue["case"]])
    wrong = [complaint for line in dialogue["talk"] for complaint in _complaints(line, talk)]
    assert wrong == []


def _complaints(line: dict[str, Any], talk: Talk) -> list[str]:
    """What is not as the line says; empty when all is."""
    decision = talk.press(line["press"]) if "press" in line else talk.say(line["buyer"])
    text, found = said(decision), _found(decision)
    start = line.get("buyer") or line.get("press")
    unknown = [f"{start}: the line says {key!r}, which is not known" for key in line.keys() - _KNOWN]
    lacking = [f"{start}: lacks {piece!r} in {text!r}" for piece in line.get("bot", []) if piece not in text]
    extra = [f"{start}: must not say {piece!r} in {text!r}" for piece in line.get("never", []) if piece in text]
    labels = [button.label for say in decision.says for button in say.buttons]
    missing = [f"{start}: no button {label!r} in {labels}" for label in line.get("buttons", []) if label not in labels]
    other = [
        f"{start}: {key} is {found[key]!r}, not {line[key]!r}"
        for key in ("intent", "reply", "outcome", "language")
        if key in line and found[key] != line[key]
    ]
    return [*unknown, *lacking, *extra, *missing, *other, *_tickets(line, talk)]


def _found(decision: Decision) -> dict[str, str]:
    best = decision.match.best if decision.match else None
    return {
        "intent": best.intent if best else "none",
        "reply": decision.chosen.reply if decision.chosen else "none",
        "outcome": decision.outcome,
        "language": decision.language,
    }


def _tickets(line: dict[str, Any], talk: Talk) -> list[str]:
    with talk.turn.books.transaction() as records:
        reasons = list(records.tickets.promises(talk.chat_id))
    return (
        [f"no ticket {line['ticket']!r} in {reasons}"] if line.get("ticket", reasons) not in [*reasons, reasons] else []
    )
