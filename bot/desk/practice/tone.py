"""Does a reply sound as a kind and competent person would write? One small check for each line of the list."""

import re
from collections.abc import Callable, Iterable, Mapping

from bot.cases.almanac import LONG_WEEKDAYS, WEEK
from bot.desk.practice.draft import Draft
from bot.desk.practice.phrases import why
from bot.desk.practice.when import NamedDays
from bot.dialogue.redact import redact

# A check says why points are lost; None where nothing is.
Check = Callable[[Draft], str | None]
_WEEKDAYS = {
    "zh": tuple(f"周{day}" for day in WEEK),
    "en": LONG_WEEKDAYS,
}
_BARE_DAYS = {
    "zh": re.compile(r"[\d一二两三四五六七八九十几]{1,3} ?个?天(?!前)"),
    "en": re.compile(r"\b(?:\d+|few|two|three) days\b"),
}
_QUOTE = 12


def opening(draft: Draft) -> str | None:
    """Answer or acknowledge first; no rule and no officialese."""
    start = next((word for word in draft.words.stiff_starts if draft.text.lower().startswith(word.lower())), None)
    return why("stiff_start", draft.language, word=start) if start else None


def weekday(draft: Draft) -> str | None:
    """Every date has its weekday, and the right one."""
    return next((said for day in draft.when.days if (said := _weekday(draft, day))), None)


def _weekday(draft: Draft, day: NamedDays) -> str | None:
    right = day.on.weekday()
    if not day.is_full or day.weekday == right:
        return None
    reason = "no_weekday" if day.weekday is None else "wrong_weekday"
    said = draft.when.text[day.start : day.end]
    return why(reason, draft.language, said=said, weekday=_WEEKDAYS[draft.language][right])


def length(draft: Draft) -> str | None:
    """No sentence and no message longer than a phone shows at a glance."""
    words = draft.words
    for sentence in draft.sentences:
        if sentence.length > words.longest_sentence:
            values = {"start": sentence.text[:_QUOTE], "length": sentence.length, "most": words.longest_sentence}
            return why("long_sentence", draft.language, **values)
    if draft.length > words.longest_message:
        return why("long_message", draft.language, length=draft.length, most=words.longest_message)
    return None


def promise(draft: Draft) -> str | None:
    """No certainty that the case does not carry."""
    return _word(draft, draft.words.promises, "promise")


def vague(draft: Draft) -> str | None:
    """Days and hours instead of "soon"; and which kind of days."""
    bare = _BARE_DAYS[draft.language].search(draft.text)
    bare_days = why("bare_days", draft.language, word=bare[0]) if bare else None
    return _word(draft, draft.words.vague, "vague") or bare_days


def blame(draft: Draft) -> str | None:
    """No blame, no verdict on rights."""
    return _word(draft, draft.words.blame, "blame")


def address(draft: Draft) -> str | None:
    """您 throughout."""
    return _word(draft, draft.words.address, "address")


def fresh(draft: Draft) -> str | None:
    """A reply on where the case stands says how fresh it is."""
    return None if draft.found(draft.words.fresh) else why("not_fresh", draft.language)


def numbers(draft: Draft) -> str | None:
    """No numbers of people."""
    return why("numbers", draft.language) if redact(draft.when.text) != draft.when.text else None


def _word(draft: Draft, words: Iterable[str], reason: str) -> str | None:
    found = draft.found(words)
    return why(reason, draft.language, word=found) if found else None


# In the order in which the coach speaks of them; `fresh` is asked only of replies that tell how a case stands.
CHECKS: Mapping[str, Check] = {
    "opening": opening,
    "weekday": weekday,
    "length": length,
    "promise": promise,
    "vague": vague,
    "blame": blame,
    "address": address,
    "fresh": fresh,
    "numbers": numbers,
}
