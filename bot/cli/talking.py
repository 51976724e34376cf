"""How does one talk to Signpost without Telegram? demo, ask, match, explain."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.moments import now_or
from bot.cli.options import ConfigFile, Now
from bot.cli.trouble import Stop, spoken_in

if TYPE_CHECKING:
    from bot.app import App
    from bot.cases.case import Case
    from bot.dialogue.decision import Decision
    from bot.dialogue.house import House
    from bot.dialogue.situation import Situation

Ref = Annotated[str | None, typer.Option("--case", help="Chat as the buyer of this case.", show_default=False)]
Language = Annotated[str | None, typer.Option("--lang", help="Answer in zh or en, whatever the question is in.")]
Words = Annotated[list[str], typer.Argument(help="What the buyer asks; quotes are only needed around signs.")]
_SAMPLE = "C-DEMO-03"


def demo(
    case: Annotated[str, typer.Option("--case", help="Chat as the buyer of this case.")] = _SAMPLE,
    now: Now = None,
    config: ConfigFile = None,
) -> None:
    """Chat in the terminal about a sample case; no token needed.

    The sample cases are put into the database if it is empty. A sample's clock stands still at the moment of
    its story, unless --now says otherwise. Where input is piped, each line is one message; where nothing comes,
    three questions are asked for you.
    """
    from bot.app import build, configure
    from bot.cli.samples import load_samples_into_empty
    from bot.cli.talk import TerminalChat
    from bot.content.samples import STORY
    from bot.store.content_rows import PRACTICE
    from bot.store.outbox import TERMINAL

    app = build(configure(config))
    with app.books.transaction() as records:
        # Where nobody ever wrote in Telegram, each start goes live; what a bot answers with is not changed by a trial.
        if records.pulse(now_or(None)).last_update is None:
            records.contents.keep(app.live.loaded.edition, PRACTICE, now_or(None))
    load_samples_into_empty(app)
    with app.books.transaction() as records:
        found = records.cases.get(case)
        if any(chat.id != TERMINAL for chat in records.chats.of_case(case)):
            raise Stop(
                f"A buyer's chat belongs to {case}, and what is typed here would stand in its conversation. "
                f"Use a case without one, or `signpost ask --case {case}`."
            )
    TerminalChat(app, found, now_or(now or STORY.get(case))).run()


def ask(
    text: Words,
    case: Ref = None,
    now: Now = None,
    lang: Language = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")] = False,
    config: ConfigFile = None,
) -> None:
    """Answer one question and remember nothing."""
    from bot.cli.terminal import show
    from bot.dialogue.decision import Outcome

    message = " ".join(text)
    decision, house = _decide(config, message, case, now, lang)
    if as_json:
        typer.echo(json.dumps(_as_json(message, decision, house), ensure_ascii=False))
    else:
        show(decision.says)
    if decision.outcome == Outcome.SILENCE:
        raise Stop("Nothing is said to this.", 1)


def match(case: Ref = None, now: Now = None, config: ConfigFile = None) -> None:
    """Read messages from stdin, one a line, and print what each is taken for, as a line of JSON.

    With --case, a tie between two questions goes to the one about the step that the case is at.
    """
    from bot.cli.report import matched
    from bot.dialogue.context.hearing import hear

    situation, rules = _gathered(config, "", case, now, None)
    for line in sys.stdin:
        message = line.rstrip("\r\n")
        understood = hear(message, situation, rules.content)
        typer.echo(json.dumps(matched(message, understood, rules.content), ensure_ascii=False))


def explain(
    text: Words,
    case: Ref = None,
    now: Now = None,
    lang: Language = None,
    config: ConfigFile = None,
) -> None:
    """Show step by step how a message is understood, and which answer it gets."""
    from bot.cli.report import explanation

    decision, house = _decide(config, " ".join(text), case, now, lang)
    typer.echo(explanation(decision, house.content))


def _decide(
    config: Path | None, text: str, ref: str | None, now: str | None, language: str | None
) -> "tuple[Decision, House]":
    """What would be done about a message, with nothing written down."""
    from bot.dialogue.conversation import decide

    situation, rules = _gathered(config, text, ref, now, language)
    return decide(situation, rules), rules


def _gathered(
    config: Path | None, text: str, ref: str | None, now: str | None, language: str | None
) -> "tuple[Situation, House]":
    """The situation in which a case's buyer, or a stranger, writes the message."""
    from bot.app import build, configure, house
    from bot.dialogue.messages import Chat, Incoming, Kind
    from bot.dialogue.situation import Situation
    from bot.store.outbox import TERMINAL

    if language:
        spoken_in(language)
    settings = configure(config)
    at = now_or(now)
    stranger = Situation(Incoming(0, TERMINAL, Kind.TEXT, text), Chat(TERMINAL, pinned_language=language), at)
    if ref is None:
        return stranger, house(settings)
    app = build(settings)
    with app.books.transaction() as records:
        found = records.cases.get(ref)
    return _as_buyer(stranger, app, found), app.house


def _as_buyer(stranger: "Situation", app: "App", case: "Case") -> "Situation":
    """The situation of the case's verified buyer; a party that was never verified stays a stranger."""
    from bot.cases.milestones import Role

    party = case.verified_buyer
    if party is None:
        return stranger
    bound = replace(stranger.chat, case_ref=case.ref, role=Role.BUYER, last_language=party.language)
    return replace(stranger, chat=bound, standing=app.turn.stand(case, stranger.now))


def _as_json(text: str, decision: "Decision", house: "House") -> dict[str, object]:
    from bot.cli.report import candidates

    return {
        "message": text,
        "language": decision.language,
        "decision": decision.outcome,
        "intents": candidates(decision.understood, house.content.matcher),
        "replies": [say.plain for say in decision.says],
        "buttons": [
            {"label": button.label, "intent": button.data.partition(":")[2]}
            for say in decision.says
            for button in say.buttons
        ],
    }
