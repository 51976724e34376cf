"""What is wrong with one message as a buyer reads it? Each rule is a small generator of faults."""

import re
from collections.abc import Callable, Iterator

from bot.cases.almanac import MONTHS
from bot.content.tone.dates import bare_weekdays, weekdays
from bot.content.tone.message import Fault, Message, Standards
from bot.content.tone.sentences import LONGEST_LETTER, LONGEST_MESSAGE, LONGEST_SENTENCE, length
from bot.content.tone.words import ToneSection
from bot.dialogue.intent import HUMAN
from bot.dialogue.redact import redact
from bot.dialogue.taps import ASK, tap

_BARE_DAYS = {
    "zh": re.compile(r"\d+ ?个?天(?!前)|(?<!第)[两三四五六七八九十]个?天(?=[内之后])|[一两三]周[内后]"),
    "en": re.compile(r"\b\d+ days?\b|(?i:\bwithin (?:a|one|two|three|four|five|seven|ten|\d+) (?:days?|weeks?)\b)"),
}
# True when it is written, and untrue when it is read. No part of other words: 证明天然气, 以后天天, 提前天数.
_RELATIVE = {
    "zh": re.compile(
        r"(?<!证)明天(?!然)|大后天|(?<![以之今往然])后天(?!天)|昨天|(?<![提之以])前天(?!数)|[下上]个月(?!初)"
    ),
    "en": re.compile(r"(?i)\b(?:tomorrow|yesterday|next (?:week|month))\b"),
}
_BRACKETS = {"zh": "（{}）", "en": "({})"}
_NEXT_STEP = {
    "zh": re.compile("下一步|您要做的|您现在不用做什么"),
    "en": re.compile("(?i)next step|nothing for you to do"),
}
_NOTHING_TO_DO = {"zh": "不用做什么", "en": "nothing for you to do"}
_WHEN = {
    "zh": re.compile(r"\d{1,2} 月|今天|\d:\d\d|工作日|之后"),
    "en": re.compile(rf"\d{{1,2}} (?:{'|'.join(MONTHS)})|\d{{4}}|today|\d:\d\d|working day|after|once"),
}
_AS_OF = {"zh": "截至", "en": "As of"}
_PERSON = {"zh": re.compile("顾问|人工|有人"), "en": re.compile("(?i)advisor|a person|somebody")}
# The words of these sections are never said; `admits` is another matter.
_FORBIDDEN = tuple(section for section in ToneSection if section not in {ToneSection.RULE_FIRST, ToneSection.ADMITS})


Rule = Callable[[Message, Standards], Iterator[Fault]]


def _words(message: Message, standards: Standards) -> Iterator[Fault]:
    """Promises, vague times, blame, verdicts, what only offices say, and anything but 您."""
    for rule, word, instead in forbidden(message.text, message.language, standards):
        yield Fault(rule, word, message.around(word), {"word": word, "instead": instead})


def forbidden(text: str, language: str, standards: Standards) -> Iterator[tuple[str, str, str]]:
    """Which rule each word breaks that is never said, the word, and what to write instead."""
    for section in _FORBIDDEN:
        for word, instead in standards.words.of(section, language).within(text):
            yield section.rule, word, instead


def _start(message: Message, standards: Standards) -> Iterator[Fault]:
    """The answer comes first, or a word of understanding; never a rule."""
    for word, instead in standards.words.of(ToneSection.RULE_FIRST, message.language).within(message.text):
        if message.text.startswith(word):
            yield Fault(ToneSection.RULE_FIRST.rule, word, message.around(word), {"word": word, "instead": instead})


def _long_sentences(message: Message, _: Standards) -> Iterator[Fault]:
    """No sentence is longer than one breath."""
    most = LONGEST_SENTENCE[message.language]
    for sentence in message.sentences:
        if (found := length(sentence, message.language)) > most:
            yield Fault("long-sentence", sentence, sentence, {"sentence": sentence, "found": found, "most": most})


def _long_message(message: Message, _: Standards) -> Iterator[Fault]:
    """No message is longer than a phone shows."""
    most, found = LONGEST_MESSAGE[message.language], length(message.text, message.language)
    if len(message.text) > LONGEST_LETTER:
        values = {"found": len(message.text), "most": LONGEST_LETTER}
        yield Fault("too-long-to-send", message.text, message.text, values)
    elif found > most:
        yield Fault("long-message", message.text, message.text, {"found": found, "most": most})


def _dates(message: Message, _: Standards) -> Iterator[Fault]:
    """Every date carries its weekday."""
    today = message.shown.scene.now.date()
    for rule, quote, right in weekdays(message.text, message.language, today):
        yield Fault(rule, quote, message.around(quote), {"date": quote, "weekday": right})


def _bare_weekdays(message: Message, _: Standards) -> Iterator[Fault]:
    """A weekday has its date: next week it would be another day."""
    for found in bare_weekdays(message.text, message.language):
        yield Fault("bare-weekday", found[0], message.around(found[0]), {"weekday": found[0]})


def _relative_days(message: Message, _: Standards) -> Iterator[Fault]:
    """Tomorrow is true on one day only."""
    for found in _RELATIVE[message.language].finditer(message.text):
        yield Fault("relative-day", found[0], message.around(found[0]), {"day": found[0]})


def _days(message: Message, _: Standards) -> Iterator[Fault]:
    """Days say which ones they are."""
    for found in _BARE_DAYS[message.language].finditer(message.text):
        yield Fault("bare-days", found[0], message.around(found[0]), {"days": found[0]})


def _next_step(message: Message, _: Standards) -> Iterator[Fault]:
    """A status reply names exactly one next step, with its day."""
    if not message.is_status:
        return
    marker = _NEXT_STEP[message.language]
    steps = [line for line in message.text.split("\n") if marker.search(line)]
    if (found := len(marker.findall(message.text))) != 1:
        yield Fault("one-next-step", steps[-1] if steps else message.text, message.text, {"found": found})
    elif not _WHEN[message.language].search(steps[0]) and _NOTHING_TO_DO[message.language] not in steps[0]:
        yield Fault("next-step-without-day", steps[0], steps[0], {"sentence": steps[0]})


def _freshness(message: Message, _: Standards) -> Iterator[Fault]:
    """A status reply says how fresh it is."""
    if message.is_status and _AS_OF[message.language] not in message.text:
        yield Fault("not-dated", message.text, message.text.rpartition("\n")[2])


def _terms(message: Message, standards: Standards) -> Iterator[Fault]:
    """A term has plain words beside it."""
    for term in standards.terms:
        if term.language == message.language and (name := term.unexplained(message.text)):
            yield Fault(
                "unexplained-term",
                name,
                message.around(name),
                {"term": name, "gloss": _BRACKETS[term.language].format(term.gloss)},
            )


def _dead_end(message: Message, standards: Standards) -> Iterator[Fault]:
    """Who does not know offers a person."""
    if _PERSON[message.language].search(message.text) or tap(ASK, HUMAN) in {
        button.data for button in message.shown.say.buttons
    }:
        return
    for word, instead in standards.words.of(ToneSection.ADMITS, message.language).within(message.text):
        yield Fault("dead-end", word, message.around(word), {"word": word, "instead": instead})


def _private(message: Message, _: Standards) -> Iterator[Fault]:
    """No number of an ID, a phone, a card or a code."""
    for sentence in message.sentences:
        if redact(sentence) != sentence:
            yield Fault("private-number", sentence, sentence)


RULES: tuple[Rule, ...] = (
    _words,
    _start,
    _long_sentences,
    _long_message,
    _dates,
    _bare_weekdays,
    _relative_days,
    _days,
    _next_step,
    _freshness,
    _terms,
    _dead_end,
    _private,
)
