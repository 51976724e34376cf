"""How are a few words answered that go on about the last answer? From what it told, and in a line or two."""

from collections.abc import Mapping
from dataclasses import replace

from bot.cases.milestones import Milestone
from bot.dialogue.account import FOLLOW_UP, HeardQuestion
from bot.dialogue.content import Content
from bot.dialogue.context import another_time
from bot.dialogue.context.gravity import calls_a_person, is_called_by_name
from bot.dialogue.context.last_answer import doubts, is_after_answer, of_the_last, said_after
from bot.dialogue.context.part import means_otherwise
from bot.dialogue.context.steps import due_on_its_day
from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.deciding import decided
from bot.dialogue.handlers.forewarning import forewarned
from bot.dialogue.handlers.guesses import pass_unsure
from bot.dialogue.handlers.relay import pass_on, what_holds
from bot.dialogue.promises import FURTHER, NEWS
from bot.dialogue.readers.attendance import is_of_others
from bot.dialogue.readers.correcting import meant
from bot.dialogue.readers.manner import asks_to_come
from bot.dialogue.readers.payment import asks_to_pay_again
from bot.dialogue.readers.when import When, is_it_so, names_an_hour, said_when
from bot.dialogue.situation import Situation
from bot.dialogue.speech import HARMLESS, Speaker, Spoken
from bot.matching.clauses import asks, phrases
from bot.matching.phrasing import Phrasing
from bot.matching.understanding import Understanding
from bot.wording import dates
from bot.wording.follow_up import OF_A_DAY, FollowUp
from bot.wording.subject import Manner, Untold

_BEING_CHECKED = "_being_checked"
_DAYS = frozenset({"signing_time", "until_signing", "expected_signing", "asked_day", "current_hour", "current_day"})
_TURNS = frozenset({"waiting_for", "blocker", "next_contact", "asked_step", "current_step"})
# Who was told of a case, and of none of these, asks about something else. Kinds that are not named here need nothing.
_NEEDS: Mapping[FollowUp, frozenset[str]] = {
    FollowUp.ENOUGH: _DAYS | {"sign_by", "approval_until", "outage_until", "blocker_until"},
    FollowUp.ALL: _TURNS | {"missing_papers", "signing_time"},
    FollowUp.WHO: _TURNS | _DAYS,
    FollowUp.TURN: _TURNS | _DAYS | {"papers_due"},
    FollowUp.FASTER: _TURNS | _DAYS | {"sign_by", "approval_until"},
    FollowUp.WHY: _TURNS | _DAYS,
    FollowUp.FAILS: _DAYS | {"outage_until", "blocker_until", "sign_by", "approval_until", "papers_due"},
    FollowUp.GO: _TURNS | _DAYS | {"outage_until"},
    FollowUp.HARM: frozenset({"blocker", "outage_until"}),
    FollowUp.DUE: _DAYS | {"papers_due"},
    FollowUp.WHAT: frozenset({"blocker"}),
    FollowUp.FAULT: _TURNS | _DAYS | {"overdue"},
}

# What may be asked of the day on which a step is due, whatever was spoken of.
_OF_A_DUE_DAY = {FollowUp.SURE, FollowUp.ENOUGH, FollowUp.FAILS}
# What nobody vouches for who told it of everybody.
_OF_RECORDS = {FollowUp.SURE, FollowUp.ALL, FollowUp.AS_OF}
# What may be said twice, and is answered the same.
_CLOSING = {FollowUp.WAITS, FollowUp.STAYS}
# 对不对, "right?": is it so?
_RIGHT = Phrasing(
    r"(?:对不对|是不是|没错吧|[对是][吧吗么])[啊呀\s?？。!！]*$|\b(?:right|correct|is that right|is it)\W*$",
)
# Whether a day suits is another question than what there is on it.
_SUITS = Phrasing(r"行|可以|\bok(?:ay)?\b")
# A word on money means that of the last answer; whatever else a rule knows it for is another money.
_OF_ITS_OWN = {FollowUp.PAY_TO, FollowUp.HAND_TO, FollowUp.PAYER, FollowUp.COST}


def go_on(understood: Understanding, speaker: Speaker) -> Decision | None:
    """几号到期, "sure?", 谁去办: of the last answer; None where anything else is asked. The same again is passed on."""
    situation, content = speaker.situation, speaker.content
    speaker = replace(speaker, heard=HeardQuestion(speaker.heard.question, situation.chat.last_intent))
    if speaker.alarms.is_on_the_way or situation.is_for_people or not is_after_answer(situation, content):
        return None
    if said_after(understood.whole, situation, content):
        return None
    kind = another_time.offered(situation, content) or _part_of(understood, situation, content)
    kind = kind or another_time.named(understood, situation, content) or _to_come(understood, situation)
    if _calls_rather(kind, understood, content):
        return None
    spoken = _about_it(kind, understood, speaker)
    if spoken is None:
        return None
    about = of_the_last(understood, situation)
    if situation.was_just_said(spoken.says) and kind not in _CLOSING:
        return pass_on(about, speaker) if kind == FollowUp.TIMES else pass_unsure(about, speaker)
    chat = situation.chat.gone_on(situation.now)
    whole = replace(spoken, actions=forewarned((spoken,), speaker))
    return decided(Outcome.ANSWER, chat, speaker, whole, about)


def _calls_rather(kind: FollowUp | None, understood: Understanding, content: Content) -> bool:
    """Does it call a person? What asks for a part of the answer, word for word, has to say so by more than a likeness.

    Who waits for the advisor complains of nothing, however like a complaint it is; where money goes to, one warning too
    many does no harm.
    """
    if kind == FollowUp.WAITS:
        return False
    is_by_likeness = kind is not None and kind != FollowUp.PAY_TO
    return is_called_by_name(understood, content) if is_by_likeness else calls_a_person(understood, content)


def _part_of(understood: Understanding, situation: Situation, content: Content) -> FollowUp | None:
    """Which part is asked for; where nothing else is understood, by the only question in the message.

    "it doesnt help, I sign at 2pm and you tell me at 5pm?? should i go or not"
    """
    text = situation.words
    if (kind := _part(text, content)) or understood.asked:
        return kind
    known = [kind for phrase in phrases(text) if asks(phrase) and (kind := _part(phrase, content))]
    return known[-1] if known else None


def _part(text: str, content: Content) -> FollowUp | None:
    """Which part is asked for; where the message corrects what was understood, by what stands behind that."""
    said = meant(text)
    kind = content.follow_ups.part(said) if said else None
    # Who says what else was meant is not asked for it once more.
    return kind or (None if said and asks(said) else content.follow_ups.part(text))


def _to_come(understood: Understanding, situation: Situation) -> FollowUp | None:
    """Is nothing understood, and asked whether to come? "ok. do i need to come myself on 3rd?"."""
    return FollowUp.GO if not understood.asked and asks_to_come(situation.words) else None


def _about_it(kind: FollowUp | None, understood: Understanding, speaker: Speaker) -> Spoken | None:
    """What the editors have written about this part of the question, else what holds for any."""
    situation = speaker.situation
    # "is the 27th sure": that it was told makes no day sure.
    told = None if kind == FollowUp.SURE else _confirmed(understood, speaker)
    if told := told or _compared(kind, understood, speaker):
        return told
    content = speaker.content
    if NEWS in situation.promised and _asks_of_the_news(kind, situation):
        return speaker.say(_BEING_CHECKED)
    if kind is None:
        # Who seems to say yes or no with a question mark wants it confirmed, whatever it is; a day is asked for itself.
        is_doubted = doubts(understood.whole, content) and is_it_so(situation.words, situation.today) is None
        return _of_any(FollowUp.SURE, None, speaker, understood) if is_doubted else None
    if means_otherwise(kind, understood, situation, content):
        return None
    about = (due_on_its_day(situation) if kind in _OF_A_DUE_DAY else None) or _spoken_of(kind, situation)
    kinds = [kind, *([FollowUp.WHERE] if kind == FollowUp.PLACE else [])]
    return next((spoken for kind in kinds if (spoken := _answer(kind, about, speaker, understood))), None)


def _asks_of_the_news(kind: FollowUp | None, situation: Situation) -> bool:
    """Is it asked what is being checked, or whether to pay once more what was told to be paid?"""
    is_of_it = kind == FollowUp.WHAT or (kind == FollowUp.SURE and situation.was_answered_by(NEWS))
    return is_of_it or asks_to_pay_again(situation.words)


def _answer(kind: FollowUp, about: Milestone | None, speaker: Speaker, understood: Understanding) -> Spoken | None:
    if kind == FollowUp.GO and (other := _to_go_to(understood, speaker.situation)):
        return _of_any(kind, other, speaker, understood)
    return _of_the_question(kind, speaker) or _of_any(kind, about, speaker, understood)


def _to_go_to(understood: Understanding, situation: Situation) -> Milestone | None:
    """Another step than was spoken of: "I sign at 2pm ... should i go", "do i have to be there on the 3rd"."""
    if Milestone.ONLINE_SIGN in understood.whole.slots.milestones:
        return Milestone.ONLINE_SIGN
    due = due_on_its_day(situation)
    return due if due != situation.chat.last_about else None


def _confirmed(understood: Understanding, speaker: Speaker) -> Spoken | None:
    """12 today right? where that hour was told, and is no appointment, of which more is to be said."""
    situation = speaker.situation
    booked, named = situation.agreed, is_it_so(situation.words, situation.today)
    if named is None or (booked and named.is_meant_by(booked)):
        return None
    if told := _where_told(named, FollowUp.TOLD, understood, speaker):
        return told
    if named.on is None or _SUITS.search(situation.words):
        return None
    that_day = _of_any(FollowUp.THAT_DAY, None, speaker, understood)
    return that_day if that_day and "on_named_day" in that_day.chosen.facts else None


def _compared(kind: FollowUp | None, understood: Understanding, speaker: Speaker) -> Spoken | None:
    """合同截止日1月29号对不对: what was told of that day, and neither yes nor no, for more is said than the day."""
    situation = speaker.situation
    text, today = situation.words, situation.today
    if kind or not _RIGHT.search(text) or is_it_so(text, today) or is_of_others(text):
        return None
    said = said_when(text, today)
    is_of_another = set(understood.whole.slots.milestones) - {situation.chat.last_about}
    if said is None or not (said.on or said.at) or is_of_another:
        return None
    return _where_told(said.when, FollowUp.WHEN, understood, speaker)


def _where_told(named: When, kind: FollowUp, understood: Understanding, speaker: Speaker) -> Spoken | None:
    """What was told, if this moment is in it."""
    situation, today = speaker.situation, speaker.situation.today
    told = _of_any(kind, situation.chat.last_about, speaker, understood)
    if told is None:
        return None
    spoken = dates.moment(named.on or today, named.at, speaker.language, today)
    lines = told.says[0].plain.splitlines()
    is_in = any(spoken in line or (named.on is None and named.is_in(line)) for line in lines)
    return told if is_in else None


def _of_the_question(kind: FollowUp, speaker: Speaker) -> Spoken | None:
    chat, asked = speaker.situation.chat, replace(speaker, manner=_manner(kind, speaker))
    if chat.last_intent is None or not speaker.holds(chat.last_intent):
        return None
    spoken = asked.say(chat.last_intent, about=chat.last_about)
    # Another time is what the answers are of that name a day.
    is_of_it = kind == FollowUp.TIMES and speaker.content.is_of_a_named_day(spoken.chosen)
    return spoken if is_of_it or speaker.content.is_asked_on(spoken.chosen) else None


def _of_any(kind: FollowUp, about: Milestone | None, speaker: Speaker, understood: Understanding) -> Spoken | None:
    """What holds for any question. What even this does not know is passed on, unless something else knows it."""
    situation = speaker.situation
    is_told = situation.standing is None or situation.standing.may_be_told
    if is_told and kind in _NEEDS and situation.told.isdisjoint(_NEEDS[kind]):
        return None
    question = situation.past.account.heard.question if situation.past else None
    if kind == FollowUp.WHEN and situation.agreed and question and names_an_hour(question):
        # They say 9点, you say 3点半 … 到底几点: of what is agreed, and not by when we answer.
        return None
    spoken = generally(kind, about, speaker)
    if speaker.content.is_asked_on(spoken.chosen):
        return spoken
    if kind in _OF_ITS_OWN and situation.standing and is_told:
        return what_holds(situation.chat.last_intent or FURTHER, FURTHER, understood, speaker)
    return spoken if kind != FollowUp.SHORT and _needs_a_person(understood, speaker) else None


def generally(kind: FollowUp, about: Milestone | None, speaker: Speaker) -> Spoken:
    """What was promised before still holds; an hour that is over is told to nobody.

    Whoever waits, waits for what was promised, though the last answer may not have named it.
    """
    situation = speaker.situation
    told = situation.told | {"reply_by"} if kind == FollowUp.WAITS else situation.told
    told = told if situation.open_promises else told - {"reply_by"}
    known = replace(situation.promising(FURTHER), told=told)
    is_sound = situation.may_be_told
    if kind in _OF_RECORDS and is_sound and told <= HARMLESS:
        # What holds for everybody was told from no records.
        known = replace(known, standing=None)
    asked = replace(speaker, situation=known, manner=_manner(kind, speaker))
    return asked.say(FOLLOW_UP, about=about, reason=FURTHER)


def _manner(kind: FollowUp, speaker: Speaker) -> Manner:
    """What is asked on, and of which day, if it is of any."""
    words, today = speaker.situation.words, speaker.situation.today
    said = said_when(words, today) if kind in {*OF_A_DAY, FollowUp.TIMES} else None
    named = said.on if said and said.on and said.on > today else None
    return replace(speaker.manner, follow_up=kind, named=named)


def _needs_a_person(understood: Understanding, speaker: Speaker) -> bool:
    """Does nothing else know it? Nobody has looked into what a stranger asks, nor into a file in doubt."""
    situation = speaker.situation
    last = speaker.content.replies.get(situation.chat.last_intent or "")
    is_told_in_general = last is not None and last.is_for(Untold.FURTHER)
    return situation.may_be_told and not (is_told_in_general or understood.asked)


def _spoken_of(kind: FollowUp, situation: Situation) -> Milestone | None:
    """The step of the last question, where a day was told of it; who asks for the day may hear that there is none.

    Whoever read by when the signing has to be asks on about the signing.
    """
    about = situation.chat.last_about
    is_signing = about == Milestone.ONLINE_SIGN and "sign_by" in situation.told
    is_of_it = kind in {FollowUp.WHEN, FollowUp.ENOUGH} or not situation.told.isdisjoint(_DAYS)
    return about if is_of_it or is_signing else None
