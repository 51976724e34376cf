"""What becomes of what an advisor notes about a case? It is chosen or typed, confirmed, and can be taken back."""

import html
from collections.abc import Mapping
from datetime import datetime

from bot.cases import changes
from bot.desk import casework
from bot.desk.card import state
from bot.desk.casework import CaseTexts, Work
from bot.desk.phrases import phrase
from bot.desk.situation import ChangeCase, DeskDecision, DeskSituation, ToTopic, Undo
from bot.desk.spoken import spoken
from bot.desk.writing import reply
from bot.dialogue import taps
from bot.dialogue.house import House
from bot.dialogue.messages import Button, Rewrite, Say

# For so long a change can be taken back unheard; only then is the buyer told.
UNDO_SECONDS = 60
_EVEN_SO = "told"


def menu(situation: DeskSituation, house: House) -> DeskDecision:
    """How the case stands, and what may have changed in it."""
    if situation.standing is None:
        return reply(situation, "no_case")
    language = situation.advisor.language
    lines = [*state(situation.standing, house, language), phrase("what_changed", language)]
    return DeskDecision((ToTopic(Say("\n".join(lines), casework.menu(language), columns=2)),))


def choose(situation: DeskSituation, house: House, rest: str) -> DeskDecision:
    """A button of the menu (`kind`), of what there is to choose from (`kind:value`), or the way out."""
    desk = _desk(situation, house)
    kind, _, value = rest.partition(":")
    if desk is None or kind == "menu":
        return menu(situation, house)
    if kind == "stop":
        return shown(situation, phrase("nothing_changed", situation.advisor.language), ())
    if kind in casework.KINDS:
        return _asked_to_confirm(situation, desk, kind, value) if value else _offered(situation, desk, kind)
    return reply(situation, "not_open")


def _offered(situation: DeskSituation, desk: CaseTexts, kind: str) -> DeskDecision:
    buttons = casework.choices(kind, desk)
    if not buttons:
        return reply(situation, "nothing_to_pick")
    return shown(situation, casework.question(kind, desk), (*buttons, _stop(desk.language)))


def _asked_to_confirm(situation: DeskSituation, desk: CaseTexts, kind: str, value: str) -> DeskDecision:
    work = casework.work(kind, value, desk)
    return shown(situation, *_sure(situation, kind, value, work)) if work else reply(situation, "not_open")


def agreed(situation: DeskSituation, house: House, typed: str) -> DeskDecision:
    """A day or an hour that was agreed, in the advisor's own words: shown whole, and confirmed."""
    desk, meant = _desk(situation, house), spoken(typed, situation.today)
    if desk is None:
        return reply(situation, "no_case")
    if meant is None:
        return reply(situation, "which_day_typed")
    kind, value = casework.agreed(meant, desk)
    work = casework.work(kind, value, desk)
    assert work is not None
    text, buttons = _sure(situation, kind, value, work)
    return DeskDecision((ToTopic(Say(text, buttons, columns=2)),))


def confirm(situation: DeskSituation, house: House, rest: str) -> DeskDecision:
    """The change is made, unless it makes no sense any more, or a colleague was faster."""
    desk = _desk(situation, house)
    kind, _, value = rest.partition(":")
    work = casework.work(kind, value, desk) if desk else None
    if is_gone(situation):
        return reply(situation, "used")
    if desk is None or work is None:
        return reply(situation, "not_open")
    if situation.overtaken_by is not None:
        return _asked_again(situation, kind, value, work)
    before = desk.standing.case
    try:
        after = work.change(before, situation.now)
    except (ValueError, LookupError) as error:
        return reply(situation, "refused", why=_why(error, situation))
    source = situation.incoming.source
    # The card itself stays; only a menu gives way to what was chosen in it.
    instead = source.message_id if source and kind in casework.KINDS else None
    waiting = [entry for entry in situation.clients if entry.ticket and entry.ticket.waits_since]
    # Nobody hears that nothing has changed, though somebody may have been promised an answer.
    reminded = reply(situation, "answer_too").actions if kind == "same" and waiting else ()
    return DeskDecision((ChangeCase(before, after, work.what, work.event, instead), *reminded))


def _asked_again(situation: DeskSituation, kind: str, value: str, work: Work) -> DeskDecision:
    """A colleague has changed the case since the question was put: both should know."""
    name = situation.roster.name(situation.overtaken_by)
    told = phrase("overtaken", situation.advisor.language, name=html.escape(name))
    text, buttons = _sure(situation, kind, value, work)
    return DeskDecision((ToTopic(Say(f"{told}\n{text}", buttons, columns=2)),))


def _sure(situation: DeskSituation, kind: str, value: str, work: Work) -> tuple[str, tuple[Button, ...]]:
    language = situation.advisor.language
    return phrase("sure", language, what=html.escape(work.what)), sure(taps.tap(taps.CONFIRM, kind, value), language)


def sure(data: str, language: str, label: str = "confirm") -> tuple[Button, Button]:
    """The way on, and the way out."""
    return Button(phrase(label, language), data), _stop(language)


def _stop(language: str) -> Button:
    return Button(phrase("cancel", language), taps.tap(taps.CHOOSE, "stop"))


def _why(error: Exception, situation: DeskSituation) -> str:
    """Why a case refuses a change, in the advisor's language."""
    key = _REFUSALS.get(type(error))
    return phrase(key, situation.advisor.language) if key else str(error)


_REFUSALS: Mapping[type[Exception], str] = {
    changes.NotYet: "not_yet",
    changes.AlreadyPast: "already_past",
    changes.AlreadyDone: "already_done",
    changes.NothingBlocked: "not_blocked",
    changes.HourUnnoted: "hour_unnoted",
}


def undo(situation: DeskSituation, rest: str) -> DeskDecision:
    """Silently within the minute; later only by somebody who knows that the buyer is told."""
    change, language = situation.change, situation.advisor.language
    if change is None or change.undone_at:
        return reply(situation, "used" if change else "not_open")
    if situation.standing is None or situation.standing.case != change.after:
        return reply(situation, "changed_since")
    is_known = bool(change.letters) and _age(change.at, situation.now) >= UNDO_SECONDS
    if is_known and rest != _EVEN_SO:
        buttons = sure(taps.tap(taps.UNDO, change.id, _EVEN_SO), language, "undo_told")
        return DeskDecision((ToTopic(Say(phrase("buyer_knows", language), buttons)),))
    told = shown(situation, phrase("undone_told" if is_known else "undone", language), ())
    return DeskDecision((Undo(change), *told.actions))


def is_gone(situation: DeskSituation) -> bool:
    """Has the button that was pressed been taken away meanwhile? A second tap is faster than Telegram."""
    now = situation.now_reads
    return now is not None and situation.incoming.content not in {button.data for button in now.buttons}


def shown(situation: DeskSituation, text: str, buttons: tuple[Button, ...]) -> DeskDecision:
    """In place of the message whose button was pressed."""
    source = situation.incoming.source
    assert source is not None
    return DeskDecision((ToTopic(Rewrite(source.message_id, text, buttons, columns=2)),))


def _desk(situation: DeskSituation, house: House) -> CaseTexts | None:
    if situation.standing is None:
        return None
    return CaseTexts(situation.standing, house.content.names, situation.advisor.language)


def _age(since: datetime, now: datetime) -> float:
    return (now - since).total_seconds()
