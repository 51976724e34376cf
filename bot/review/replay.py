"""What would change for buyers? A message decided on twice: with the content of before and with that of after."""

from dataclasses import dataclass

from bot.dialogue.account import Account
from bot.dialogue.conversation import decide
from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.house import House
from bot.dialogue.messages import Button, Chat
from bot.dialogue.situation import Situation


@dataclass(frozen=True)
class Version:
    """What one content makes of a message: the outcome, why, and what is said (plain text)."""

    outcome: Outcome
    accounts: tuple[Account, ...]
    texts: tuple[str, ...]

    @property
    def intents(self) -> tuple[str, ...]:
        """The questions that it is taken for."""
        return tuple(account.heard.intent or "–" for account in self.accounts)

    @property
    def answers(self) -> tuple[str, ...]:
        """Which answers are given, as `reply:number`, counted from 1."""
        return tuple(f"{account.reply}:{account.answer + 1}" for account in self.accounts)

    @property
    def asked(self) -> tuple[tuple[str | None, str], ...]:
        """What is answered, with its answer; where nothing is, what was likeliest says nothing."""
        is_answer = self.outcome in {Outcome.ANSWER, Outcome.HANDOFF}
        intents = [account.heard.intent if is_answer else None for account in self.accounts]
        return tuple(zip(intents, self.answers, strict=True))


@dataclass(frozen=True)
class Difference:
    """A message that is answered otherwise, in decision or only in words."""

    situation: Situation
    before: Version
    after: Version

    @property
    def is_decision(self) -> bool:
        """Is it taken for another question or does it get another answer, rather than the same in other words?"""
        return (self.before.outcome, self.before.asked) != (self.after.outcome, self.after.asked)


def alone(situation: Situation) -> Situation:
    """The message as if it were the first in its chat: the case stays, and what was said before is forgotten."""
    chat = situation.chat
    fresh = Chat(
        chat.id,
        chat.case_ref,
        chat.role,
        pinned_language=chat.pinned_language,
        last_language=chat.last_language,
    )
    return Situation(situation.incoming, fresh, situation.now, situation.standing)


def replayed(situation: Situation, before: House, after: House) -> Difference | None:
    """What changes for a message; None where nothing does."""
    change = Difference(situation, _version(decide(situation, before)), _version(decide(situation, after)))
    same_words = change.before.texts == change.after.texts
    return None if same_words and not change.is_decision else change


def _version(decision: Decision) -> Version:
    accounts = tuple(say.account for say in decision.says if say.account)
    return Version(decision.outcome, accounts, tuple(_shown(say.plain, say.buttons) for say in decision.says))


def _shown(text: str, buttons: tuple[Button, ...]) -> str:
    return "\n".join([text, *(f"[{button.label}]" for button in buttons)])
