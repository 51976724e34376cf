"""What happens next when an advisor has done something in a topic?"""

import html
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from bot.cases import changes
from bot.cases.languages import LANGUAGES
from bot.cases.milestones import BUYING_SIDE, Role
from bot.desk import casework, ownership, saying
from bot.desk.card import name
from bot.desk.casework import CaseTexts, Work
from bot.desk.phrases import phrase
from bot.desk.situation import (
    ChangeCase,
    DeskDecision,
    DeskSituation,
    Disconnect,
    Invite,
    ToTopic,
    Undo,
)
from bot.desk.spoken import spoken
from bot.desk.tickets import Ticket, What
from bot.desk.writing import edited, noted, reacted, reply, wrote
from bot.dialogue import taps
from bot.dialogue.messages import Button, Kind, Rewrite, Say
from bot.dialogue.situation import House

# For so long a change can be taken back unheard; only then is the buyer told.
UNDO_SECONDS = 60
_EVEN_SO = "told"
_UNLINK = "unlink"


def decide(situation: DeskSituation, house: House) -> DeskDecision:
    """What to do about one thing that an advisor did. Only a tap has a toast: what is written is answered below it."""
    decision = _decided(situation, house)
    return decision if situation.incoming.kind == Kind.BUTTON else replace(decision, toast="")


def _decided(situation: DeskSituation, house: House) -> DeskDecision:
    match situation.incoming.kind:
        case Kind.TEXT | Kind.OTHER:
            return _agreed(situation, house, situation.incoming.content) if situation.answers_menu else wrote(situation)
        case Kind.COMMAND:
            return _command(situation, house)
        case Kind.BUTTON:
            return _tapped(situation, house)
        case Kind.EDIT:
            return edited(situation)
        case Kind.REACTION:
            return reacted(situation)
        case Kind.BLOCKED:
            return DeskDecision()


def _command(situation: DeskSituation, house: House) -> DeskDecision:
    command = _COMMANDS.get(situation.incoming.content)
    return command(situation, house) if command else reply(situation, "help")


def _agreed(situation: DeskSituation, house: House, typed: str) -> DeskDecision:
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


def _say(situation: DeskSituation, house: House) -> DeskDecision:
    return saying.preview(situation, situation.incoming.argument, house)


def _ending(what: What) -> Callable[[DeskSituation, House], DeskDecision]:
    def end(situation: DeskSituation, _: House) -> DeskDecision:
        found = ownership.in_hand(situation)
        return ownership.give_back(situation, found, what) if isinstance(found, Ticket) else found

    return end


def _pass(situation: DeskSituation, _house: House) -> DeskDecision:
    found = ownership.in_hand(situation)
    if not isinstance(found, Ticket):
        return found
    colleague, _space, reason = situation.incoming.argument.partition(" ")
    if not colleague:
        return ownership.offer_colleagues(situation, found)
    return ownership.pass_on(situation, found, situation.roster.named(colleague), reason.strip())


def _claim(situation: DeskSituation, _: House) -> DeskDecision:
    found = ownership.in_hand(situation)
    return ownership.claim(situation, found) if isinstance(found, Ticket) else found


def _case(situation: DeskSituation, _: House) -> DeskDecision:
    return _menu(situation)


def _link(situation: DeskSituation, house: House) -> DeskDecision:
    typed = situation.incoming.argument or Role.BUYER
    role = next((role for role in BUYING_SIDE if typed in {role, *_called(role, house)}), None)
    case = situation.standing.case if situation.standing else None
    if role is None or case is None or case.party(role) is None:
        return reply(situation, "no_party", role=typed)
    return DeskDecision((Invite(role),))


def _called(role: Role, house: House) -> set[str]:
    """What a role is called in either language; its article is left out."""
    return {house.content.names.say("roles", role, language).removeprefix("the ") for language in LANGUAGES}


def _unlink(situation: DeskSituation, _: House) -> DeskDecision:
    """Asked for by who answers for the case, and confirmed: the buyers need new links afterwards."""
    case, advisor = situation.standing.case if situation.standing else None, situation.advisor
    if case is None:
        return reply(situation, "no_case")
    if not (advisor.leads or case.advisor == advisor.name):
        return reply(situation, "not_your_case", name=case.advisor)
    sure = Button(phrase("confirm", advisor.language), taps.tap(taps.CONFIRM, _UNLINK))
    stop = Button(phrase("cancel", advisor.language), taps.tap(taps.CHOOSE, "stop"))
    names = "、".join(name(entry.chat, situation.standing) for entry in situation.clients) or "–"
    text = phrase("unlink_whom", advisor.language, names=html.escape(names))
    return DeskDecision((ToTopic(Say(text, (sure, stop), columns=2)),))


def _unlinked(situation: DeskSituation) -> DeskDecision:
    bound = tuple(entry.chat for entry in situation.clients if entry.chat.case_ref)
    told = _shown(situation, phrase("unlinked", situation.advisor.language, count=len(bound)), ())
    return DeskDecision((Disconnect(bound), *told.actions))


_COMMANDS: Mapping[str, Callable[[DeskSituation, House], DeskDecision]] = {
    "say": _say,
    "note": lambda situation, _house: noted(situation, situation.incoming.argument),
    "claim": _claim,
    "done": _ending(What.RESOLVED),
    "back": _ending(What.RETURNED),
    "pass": _pass,
    "case": _case,
    "at": lambda situation, house: _agreed(situation, house, situation.incoming.argument),
    "link": _link,
    "unlink": _unlink,
}


def _tapped(situation: DeskSituation, house: House) -> DeskDecision:
    """About a ticket; or what changed in a case is chosen, confirmed, taken back."""
    action, rest = taps.read(situation.incoming.content)
    match action:
        case taps.TICKET:
            return _about_ticket(situation, house, rest)
        case taps.CHOOSE:
            return _about_case(situation, house, rest)
        case taps.CONFIRM:
            return _confirmed(situation, house, rest)
        case taps.UNDO:
            return _undo(situation, rest.partition(":")[2])
        case _:
            return reply(situation, "not_open")


def _about_ticket(situation: DeskSituation, house: House, rest: str) -> DeskDecision:
    number, _, action = rest.partition(":")
    verb, _, value = action.partition(":")
    if verb == saying.SEND:
        return saying.send(situation, value)
    if verb == saying.SAY:
        return saying.preview(_about(situation, number), value, house)
    ticket, act = ownership.by_number(situation, number), _ON_TICKET.get(verb)
    return act(situation, ticket, value) if ticket and act else reply(situation, "not_open")


def _about(situation: DeskSituation, number: str) -> DeskSituation:
    """The same, with none but the buyer whose ticket a button carries."""
    meant = tuple(entry for entry in situation.clients if entry.ticket and str(entry.ticket.id) == number)
    return replace(situation, clients=meant or situation.clients)


def _pass_to(situation: DeskSituation, ticket: Ticket, value: str) -> DeskDecision:
    to = situation.roster.get(int(value)) if value.isdecimal() else None
    return ownership.pass_on(situation, ticket, to, "")


_ON_TICKET: Mapping[str, Callable[[DeskSituation, Ticket, str], DeskDecision]] = {
    "claim": lambda situation, ticket, _: ownership.claim(situation, ticket),
    "to": lambda situation, ticket, _: ownership.offer_colleagues(situation, ticket),
    ownership.PASS: _pass_to,
    "back": lambda situation, ticket, _: ownership.give_back(situation, ticket, What.RETURNED),
    ownership.END: lambda situation, ticket, what: ownership.give_back(situation, ticket, What(what), sure=True),
    "note": lambda situation, *_: reply(situation, "how_to_note"),
}


def _about_case(situation: DeskSituation, house: House, rest: str) -> DeskDecision:
    desk = _desk(situation, house)
    kind, _, value = rest.partition(":")
    if desk is None or kind == "menu":
        return _menu(situation)
    if kind == "stop":
        return _shown(situation, phrase("nothing_changed", situation.advisor.language), ())
    if kind in casework.KINDS:
        return _asked_to_confirm(situation, desk, kind, value) if value else _offered(situation, desk, kind)
    return reply(situation, "not_open")


def _offered(situation: DeskSituation, desk: CaseTexts, kind: str) -> DeskDecision:
    buttons = casework.choices(kind, desk)
    if not buttons:
        return reply(situation, "nothing_to_pick")
    return _shown(situation, casework.question(kind, desk), buttons)


def _asked_to_confirm(situation: DeskSituation, desk: CaseTexts, kind: str, value: str) -> DeskDecision:
    work = casework.work(kind, value, desk)
    return _shown(situation, *_sure(situation, kind, value, work)) if work else reply(situation, "not_open")


def _asked_again(situation: DeskSituation, kind: str, value: str, work: Work) -> DeskDecision:
    """A colleague has changed the case since the question was put: both should know."""
    name = situation.roster.name(situation.overtaken_by)
    told = phrase("overtaken", situation.advisor.language, name=html.escape(name))
    text, buttons = _sure(situation, kind, value, work)
    return DeskDecision((ToTopic(Say(f"{told}\n{text}", buttons, columns=2)),))


def _sure(situation: DeskSituation, kind: str, value: str, work: Work) -> tuple[str, tuple[Button, ...]]:
    language = situation.advisor.language
    sure = Button(phrase("confirm", language), taps.tap(taps.CONFIRM, kind, value))
    stop = Button(phrase("cancel", language), taps.tap(taps.CHOOSE, "stop"))
    return phrase("sure", language, what=html.escape(work.what)), (sure, stop)


def _confirmed(situation: DeskSituation, house: House, rest: str) -> DeskDecision:
    desk = _desk(situation, house)
    kind, _, value = rest.partition(":")
    if kind == _UNLINK:
        return reply(situation, "used") if _is_gone(situation) else _unlinked(situation)
    work = casework.work(kind, value, desk) if desk else None
    if _is_gone(situation):
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
    return DeskDecision((ChangeCase(before, after, work.what, work.event, instead),))


def _why(error: Exception, situation: DeskSituation) -> str:
    """Why a case refuses a change, in the advisor's language."""
    key = _REFUSALS.get(type(error))
    return phrase(key, situation.advisor.language) if key else str(error)


_REFUSALS: Mapping[type[Exception], str] = {
    changes.NotYet: "not_yet",
    changes.AlreadyPast: "already_past",
    changes.AlreadyDone: "already_done",
    changes.NothingBlocked: "not_blocked",
}


def _is_gone(situation: DeskSituation) -> bool:
    """Has the button that was pressed been taken away meanwhile? A second tap is faster than Telegram."""
    now = situation.now_reads
    return now is not None and situation.incoming.content not in {button.data for button in now.buttons}


def _undo(situation: DeskSituation, rest: str) -> DeskDecision:
    """Silently within the minute; later only by somebody who knows that the buyer is told."""
    change, language = situation.change, situation.advisor.language
    if change is None or change.undone_at:
        return reply(situation, "used" if change else "not_open")
    if situation.standing is None or situation.standing.case != change.after:
        return reply(situation, "changed_since")
    is_known = _age(change.at, situation.now) >= UNDO_SECONDS
    if is_known and rest != _EVEN_SO:
        sure = Button(phrase("undo_told", language), taps.tap(taps.UNDO, change.id, _EVEN_SO))
        stop = Button(phrase("cancel", language), taps.tap(taps.CHOOSE, "stop"))
        return DeskDecision((ToTopic(Say(phrase("buyer_knows", language), (sure, stop))),))
    told = _shown(situation, phrase("undone_told" if is_known else "undone", language), ())
    return DeskDecision((Undo(change), *told.actions))


def _menu(situation: DeskSituation) -> DeskDecision:
    if situation.standing is None:
        return reply(situation, "no_case")
    language = situation.advisor.language
    return DeskDecision((ToTopic(Say(phrase("what_changed", language), casework.menu(language), columns=2)),))


def _shown(situation: DeskSituation, text: str, buttons: tuple[Button, ...]) -> DeskDecision:
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
