"""How does a reply become messages and promises?"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.cases.case import CHINA
from bot.cases.languages import LANGUAGES, OWN_NAMES
from bot.cases.milestones import Milestone
from bot.cases.office import OfficeTime, Priority
from bot.dialogue.account import Account, HeardQuestion
from bot.dialogue.alarms import Alarms
from bot.dialogue.content import Content
from bot.dialogue.context.news import is_unsettled
from bot.dialogue.house import House
from bot.dialogue.intent import HUMAN, Does, Escalate, Intent
from bot.dialogue.messages import Action, Button, OpenTicket, Say
from bot.dialogue.promises import FURTHER, UNCONFIRMED
from bot.dialogue.redact import redact
from bot.dialogue.situation import Situation
from bot.dialogue.taps import ASK, LANGUAGE, UNBIND, tap
from bot.dialogue.urgency import Urgency
from bot.wording.facts import FACTS
from bot.wording.subject import PLAIN, Chosen, Manner, Subject, Untold

_PROMISE = {fact.name(language) for fact in FACTS if fact.en == "reply_by" for language in LANGUAGES}
HARMLESS = {fact.name(language) for fact in FACTS if fact.always for language in LANGUAGES}
_MOST_BUTTONS = 4
_NOTICES = {
    Untold.STRANGER: "_unverified",
    Untold.CONFLICT: "_conflict",
    Untold.STALE: "_stale",
    Untold.FURTHER: FURTHER,
}


@dataclass(frozen=True)
class _Notice:
    """What is said in place of an answer, and how soon a person looks into it."""

    reply: str
    priority: Priority = Priority.P2


@dataclass(frozen=True)
class Spoken:
    """A reply said, with the actions that say it and keep its promises."""

    chosen: Chosen
    actions: tuple[Action, ...]

    @property
    def says(self) -> tuple[Say, ...]:
        """The messages to send."""
        return tuple(action for action in self.actions if isinstance(action, Say))


@dataclass(frozen=True)
class Speaker:
    """Says replies in one situation and one language; `heard` is what they answer, in the `manner` it was put.

    Where it `promises` nothing, whatever needs a person's answer is left unsaid. `passes_on`: the case was
    told just now, and for this reason more is asked of a person.
    """

    house: House
    situation: Situation
    language: str
    heard: HeardQuestion = field(default_factory=HeardQuestion)
    promises: bool = True
    manner: Manner = PLAIN
    passes_on: str = ""

    @property
    def content(self) -> Content:
        """What the editors wrote."""
        return self.house.content

    @property
    def alarms(self) -> Alarms:
        """What people were called for."""
        return Alarms(self.situation, self.content)

    @property
    def urgency(self) -> Urgency:
        """By when a person answers."""
        return Urgency(self.house, self.situation)

    @property
    def without_case(self) -> "Speaker":
        """The same, as to somebody of whose case nothing may be said."""
        return replace(self, situation=replace(self.situation, standing=None))

    def answer(self, intent: Intent, about: Milestone | None, others: Iterable[Button] = ()) -> Spoken:
        """The reply to a question: from the case if it may be spoken of, else why not, else in general.

        `others` are buttons to go before its own.
        """
        asks_person = intent.escalate == Escalate.NOW
        if notice := self._instead_of(intent):
            # Whatever keeps the answer back, who needs a person at once gets one.
            priority = min(notice.priority, intent.priority) if asks_person else notice.priority
            return self.say(notice.reply, priority, hand_over=asks_person)
        # To who was told that all can rest, no thanks are a cue for the next step.
        is_beside = self.alarms.is_on_the_way and intent.id in self.content.matcher.tiers.asides
        speaker = self.without_case if self.situation.is_for_people or is_beside else self
        if self.alarms.is_on_the_way and not asks_person:
            # Who comes within minutes answers this as well: no later hour is named.
            speaker = replace(speaker, situation=speaker.situation.promising(self.passes_on or intent.id))
        # Whatever is asked of a file that has to be looked into: it is looked into once.
        doubt = self._untold if intent.needs_case and self._untold != Untold.STRANGER else None
        return speaker.say(
            intent.id,
            Priority.P2 if doubt else intent.priority,
            about,
            reason=self.passes_on or (_NOTICES[doubt] if doubt else ""),
            hand_over=asks_person,
            offer_person=intent.escalate == Escalate.OFFER,
            buttons=(*self._doing(intent.does), *others),
        )

    def _instead_of(self, intent: Intent) -> "_Notice | None":
        """Why the question cannot be answered: of the case, because of its file; of a page, because of its dates."""
        untold = self._untold if intent.needs_case else None
        if untold and (self.situation.is_for_people or not self.content.replies[intent.id].is_for(untold)):
            return _Notice(_NOTICES[untold], intent.priority if untold == Untold.STRANGER else Priority.P2)
        if intent.needs_case and self.situation.is_for_people:
            return _Notice("_person_only", Priority.P1)
        return None if self.holds(intent.id) else _Notice(UNCONFIRMED)

    def insist(self, on: Intent | None = None) -> Spoken | None:
        """What was warned of in this chat and waits for a person's answer, said once more; None where nothing was.

        `on`: which of it, where there is more than one.
        """
        warned = on or self.alarms.warned
        return replace(self, passes_on=warned.id).answer(warned, warned.about) if warned else None

    def remind(self) -> Spoken | None:
        """The first line of that, before an answer to something else; who is awaited reads the message as well."""
        insisted = self.insist()
        if insisted is None:
            return None
        first = (say.first_line for say in insisted.says)
        others = (action for action in insisted.actions if not isinstance(action, Say))
        return Spoken(insisted.chosen, (*first, *others))

    @property
    def _untold(self) -> Untold | None:
        """Why the case is not spoken of; None where it is."""
        standing = self.situation.standing
        if self.passes_on:
            return Untold.FURTHER
        if standing is None:
            return Untold.STRANGER
        if standing.conflict:
            return Untold.CONFLICT
        return Untold.STALE if standing.is_stale else None

    def say(
        self,
        reply: str,
        priority: Priority = Priority.P2,
        about: Milestone | None = None,
        *,
        reason: str = "",
        hand_over: bool = False,
        offer_person: bool = False,
        buttons: Iterable[Button] = (),
    ) -> Spoken:
        """A reply by name; a ticket is opened where it promises a person's answer, or `hand_over` asks for one.

        `reason`: that of the ticket, where it is not the reply itself.
        """
        priority = self.urgency.pressed(priority, about)
        by = self.urgency.reply_by(reason or reply, priority) if self.promises else None
        offered = [button.label for button in buttons]
        chosen = self.content.replies[reply].choose(self._subject(by, about, offered), self.content.pieces)
        named = [self.button(intent) for intent in chosen.buttons]
        if offer_person and HUMAN not in chosen.buttons:
            named = [*named[: _MOST_BUTTONS - 1], self.button(HUMAN)]
        is_told = chosen.tells_of_case or bool(chosen.facts.keys() - HARMLESS)
        holds_case_data = self.situation.standing is not None and is_told
        account = Account(self.heard, self.content.version, chosen.reply, chosen.answer, chosen.facts)
        pressed = tuple(dict.fromkeys((*buttons, *named)))[:_MOST_BUTTONS]
        say = Say(chosen.text, pressed, holds_case_data, account=account)
        if by is None or not (hand_over or _PROMISE & chosen.facts.keys()):
            return Spoken(chosen, (say,))
        return Spoken(chosen, (say, OpenTicket(reason or reply, priority, by.at, redact(self.situation.words))))

    def say_as_promised(self, reply: str, buttons: Iterable[Button] = ()) -> Spoken:
        """The same, by the next hour that was promised in this chat already; where none is to come, by a new one."""
        return replace(self, situation=self.situation.promising(reply)).say(reply, buttons=buttons)

    def holds(self, reply: str) -> bool:
        """Is a page of information in force today, for the buyer's city?"""
        validity, standing = self.content.replies[reply].validity, self.situation.standing
        today = self.situation.today
        return validity is None or validity.covers(today, standing.case.city if standing else None)

    def languages(self) -> tuple[Button, ...]:
        """A button for each language, in its own words."""
        return tuple(Button(name, tap(LANGUAGE, code)) for code, name in OWN_NAMES.items())

    def _doing(self, does: Does | None) -> tuple[Button, ...]:
        match does:
            case Does.LANGUAGE:
                return self.languages()
            case Does.UNBIND if self.situation.chat.case_ref:
                label = self.content.names.say("actions", UNBIND, self.language)
                return (Button(label, tap(UNBIND, "yes")),)
            case _:
                return ()

    def button(self, intent: str) -> Button:
        """A button that asks a question, in the question's own words."""
        return Button(self.content.intents[intent].titles[self.language], tap(ASK, intent))

    def _subject(self, by: OfficeTime | None, about: Milestone | None, offers: list[str]) -> Subject:
        standing = self.situation.standing
        case = standing.case if standing else None
        return Subject(
            now=self.situation.now.astimezone(CHINA),
            language=self.language,
            names=self.content.names,
            reply_by=by,
            standing=None if self._untold else standing,
            untold=self._untold,
            aged=standing if self._untold == Untold.STALE else None,
            conflict=standing.conflict if standing else None,
            about=about,
            manner=self.manner,
            buyer=self.situation.own_name,
            advisor=case.advisor if case else None,
            checked_at=case.checked_at if case else None,
            offers=tuple(offers),
            told=self.situation.told,
            halted=self.alarms.halts,
            unsettled=is_unsettled(self.situation),
            until_then=self.alarms.until_then,
            awaited=self.alarms.is_on_the_way,
            office=self.house.office,
            calendar=self.house.calendar,
        )
