"""What happens next when an advisor has done something in a topic?"""

import html
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.cases.languages import LANGUAGES
from bot.cases.milestones import BUYING_SIDE, Role
from bot.desk import changing, ownership, saying
from bot.desk.card import name
from bot.desk.phrases import phrase
from bot.desk.situation import (
    DeskDecision,
    DeskSituation,
    Disconnect,
    Invite,
    ToTopic,
)
from bot.desk.tickets import Ticket, What
from bot.desk.writing import edited, is_note, noted, reacted, reply, wrote
from bot.dialogue import taps
from bot.dialogue.house import House
from bot.dialogue.messages import Kind, Say

_UNLINK = "unlink"
# The questions that a day answers.
_DATED = {"book", "promise"}


def decide(situation: DeskSituation, house: House) -> DeskDecision:
    """What to do about one thing that an advisor did. Only a tap has a toast: what is written is answered below it."""
    decision = _decided(situation, house)
    return decision if situation.incoming.kind == Kind.BUTTON else replace(decision, toast="")


def _decided(situation: DeskSituation, house: House) -> DeskDecision:
    match situation.incoming.kind:
        case Kind.TEXT | Kind.OTHER:
            return _written(situation, house)
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


def _written(situation: DeskSituation, house: House) -> DeskDecision:
    """Under a question about the case a day is typed; all else is for the buyer, or a note."""
    typed, menu = situation.incoming.content, situation.answers_menu
    if not menu or is_note(typed):
        return wrote(situation)
    return changing.agreed(situation, house, typed) if menu in _DATED else reply(situation, "menu_only")


def _command(situation: DeskSituation, house: House) -> DeskDecision:
    command = _COMMANDS.get(situation.incoming.content)
    return command(situation, house) if command else reply(situation, "help")


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
    advisor = situation.advisor
    if refused := _not_theirs(situation):
        return refused
    buttons = changing.sure(taps.tap(taps.CONFIRM, _UNLINK), advisor.language)
    names = "、".join(name(entry.chat, situation.standing) for entry in situation.clients) or "–"
    text = phrase("unlink_whom", advisor.language, names=html.escape(names))
    return DeskDecision((ToTopic(Say(text, buttons, columns=2)),))


def _not_theirs(situation: DeskSituation) -> DeskDecision | None:
    """Who neither answers for the case nor leads disconnects nobody."""
    case, advisor = situation.standing.case if situation.standing else None, situation.advisor
    if case is None:
        return reply(situation, "no_case")
    return None if advisor.answers_for(case) else reply(situation, "not_your_case", name=case.advisor)


def _unlinked(situation: DeskSituation) -> DeskDecision:
    if changing.is_gone(situation):
        return reply(situation, "used")
    if refused := _not_theirs(situation):
        return refused
    bound = tuple(entry.chat for entry in situation.clients if entry.chat.case_ref)
    told = changing.shown(situation, phrase("unlinked", situation.advisor.language, count=len(bound)), ())
    return DeskDecision((Disconnect(bound), *told.actions))


_COMMANDS: Mapping[str, Callable[[DeskSituation, House], DeskDecision]] = {
    "say": _say,
    "note": lambda situation, _house: noted(situation, situation.incoming.argument),
    "claim": _claim,
    "done": _ending(What.RESOLVED),
    "back": _ending(What.RETURNED),
    "pass": _pass,
    "case": changing.menu,
    "at": lambda situation, house: changing.agreed(situation, house, situation.incoming.argument),
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
            return changing.choose(situation, house, rest)
        case taps.CONFIRM:
            return _unlinked(situation) if rest == _UNLINK else changing.confirm(situation, house, rest)
        case taps.UNDO:
            return changing.undo(situation, rest.partition(":")[2])
        case _:
            return reply(situation, "not_open")


def _about_ticket(situation: DeskSituation, house: House, rest: str) -> DeskDecision:
    number, _, action = rest.partition(":")
    verb, _, value = action.partition(":")
    if verb == saying.SEND:
        return saying.send(situation, value)
    if verb == saying.SAY:
        return saying.preview(situation, value, house)
    ticket, act = ownership.by_number(situation, number), _ON_TICKET.get(verb)
    return act(situation, ticket, value) if ticket and act else reply(situation, "not_open")


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
