"""What does a message mean after the one before, and in this case?"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.cases.milestones import Milestone
from bot.dialogue.intent import Intent
from bot.dialogue.messages import Chat
from bot.dialogue.situation import Content, Situation
from bot.matching.match import Candidate, Match, Verdict
from bot.matching.understanding import Understanding

# After this long, a new question is a new matter.
_FRESH = timedelta(minutes=30)
# "那多久？", "过户呢": a fragment says no more than this beside common words.
_FRAGMENT = 4


def in_context(understood: Understanding, situation: Situation, content: Content) -> Understanding:
    """The same, once fragments are completed by the last question and a tie is broken by the case."""
    if any(match.best and match.best.fired for match in understood.asked):
        return understood
    # Of a fragment, the last question knows more than examples do.
    asked = _same_of_another_step(understood.whole, situation, content)
    if asked is None and not understood.asked:
        asked = _tie_broken(understood.whole, situation, content)
    return replace(understood, asked=(asked,)) if asked else understood


def about(intent: Intent, situation: Situation, match: Match | None) -> Milestone | None:
    """The step a question means: the last one named that lies ahead, else the one spoken of, else the intent's own."""
    if not intent.follows_slot or match is None:
        return intent.about
    over = situation.standing.view.over if situation.standing else frozenset()
    ahead = [milestone for milestone in match.slots.milestones if milestone not in over]
    if ahead:
        return ahead[-1]
    spoken_of = situation.chat.last_about if not match.slots.milestones and _is_fragment(match) else None
    return spoken_of if spoken_of and is_fresh(situation.chat, situation.now) else intent.about


def _same_of_another_step(match: Match, situation: Situation, content: Content) -> Match | None:
    """那过户呢: the last question again, about the step that is named now."""
    last = content.intents.get(situation.chat.last_intent or "")
    if last is None or not last.follows_slot or not is_fresh(situation.chat, situation.now):
        return None
    return _led_by(match, last.id) if len(match.slots.milestones) == 1 and _is_fragment(match) else None


def _tie_broken(match: Match, situation: Situation, content: Content) -> Match | None:
    """Of two or more that are equally likely, the one about the step that is being worked on."""
    if match.verdict != Verdict.UNSURE or situation.standing is None:
        return None
    current = situation.standing.current
    tied = content.matcher.tied(match)
    fitting = [entry for entry in tied if current and content.intents[entry.intent].about == current]
    return _led_by(match, fitting[0].intent) if len(fitting) == 1 else None


def _led_by(match: Match, intent: str) -> Match:
    """The match with this intent in front."""
    own = [entry for entry in match.candidates if entry.intent == intent] or [Candidate(intent, 0.0, None, None)]
    others = [entry for entry in match.candidates if entry.intent != intent]
    return replace(match, candidates=(own[0], *others), verdict=Verdict.SURE)


def is_fresh(chat: Chat, now: datetime) -> bool:
    """Was the last question asked a moment ago?"""
    return chat.last_at is not None and now - chat.last_at <= _FRESH


def _is_fragment(match: Match) -> bool:
    return match.telling_units <= _FRAGMENT
