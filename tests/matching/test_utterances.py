"""How much of what buyers write is understood? The floors may only rise."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from zlib import crc32

import pytest
from opencc import OpenCC

from bot.content.labelled import LabelReader
from bot.content.library import syllables
from bot.content.reader import Reader
from bot.dialogue.intent import Escalate
from bot.matching.said import FILLER
from bot.matching.text import read
from bot.matching.trial import Grade, Labelled, Trial
from bot.matching.understanding import understand
from tests.noted import FOLDER
from tests.talks import house

NOT_OURS = {"none", "out_of_scope"}
# `kept` (with `kept_urgent` and `kept_calm`) is what the examples have taught already of forty-four testers'
# messages: nothing of it may be lost (docs/decisions/048). The others were measured before anything was changed for
# them, and fitted to afterwards; right of 100 at first, in Chinese and in English: `thirtyseventh` 86 and 82 (one in
# eight two questions at once), `thirtyeighth` 89 and 87 (one in ten), `thirtyninth` 91 and 88 (one in twelve),
# `fortieth` 93 and 89 (one in twelve), `fortyfirst` 91 and 86 (one in nine), `fortysecond` 87 (one in nine),
# `everyday` 96 and 97 (each question once, in few words), `doubles2` 76 and 72. `first` to `third` are ours, `lone`
# is a word or two, `followups` are a few words each from the middle of a conversation, asked here without it. Hard on
# purpose: `doubles` and `doubles2` are two questions, or one with a story around it; `near` is what is none of ours
# in our words, and ours that mention something else; `alarms` what calls a person, about the purchase and about
# anything else; `urgent8` stories without the word that gives them away. The writers knew the titles of the
# questions.
# Right is who answers all that is asked, and nothing else.
# (file, language): least right at once, least right or among the buttons, most wrong; all in percent.
FLOORS = {
    ("fortysecond", "zh"): (90, 93, 3),
    ("fortyfirst", "zh"): (92, 93, 3),
    ("fortyfirst", "en"): (87, 90, 5),
    ("fortieth", "zh"): (93, 94, 2),
    ("fortieth", "en"): (89, 92, 3),
    ("thirtyninth", "zh"): (92, 92, 3),
    ("thirtyninth", "en"): (89, 92, 4),
    ("kept", "zh"): (96, 97, 2),
    ("kept", "en"): (96, 96, 2),
    ("thirtyeighth", "zh"): (91, 92, 3),
    ("thirtyeighth", "en"): (92, 94, 2),
    ("first", "zh"): (96, 98, 2),
    ("first", "en"): (98, 99, 1),
    ("second", "zh"): (99, 99, 1),
    ("second", "en"): (100, 100, 0),
    ("third", "zh"): (96, 97, 3),
    ("third", "en"): (96, 97, 2),
    ("inventory", "zh"): (98, 99, 1),
    ("inventory", "en"): (100, 100, 0),
    ("followups", "zh"): (77, 82, 12),
    ("followups", "en"): (85, 89, 6),
    ("lone", "zh"): (93, 99, 0),
    ("lone", "en"): (92, 97, 0),
    ("near", "zh"): (97, 97, 3),
    ("near", "en"): (85, 97, 3),
    ("alarms", "zh"): (98, 98, 2),
    ("alarms", "en"): (95, 95, 5),
    ("thirtyseventh", "zh"): (89, 90, 3),
    ("thirtyseventh", "en"): (86, 90, 3),
    ("everyday", "zh"): (97, 97, 2),
    ("everyday", "en"): (99, 100, 0),
    ("doubles2", "zh"): (85, 87, 5),
    ("doubles2", "en"): (79, 81, 5),
    ("doubles", "zh"): (77, 77, 10),
    ("doubles", "en"): (75, 77, 7),
}
# (file, language): most messages that are none of our business and are answered as if they were, in percent.
MOST_FALSE = {
    ("fortysecond", "zh"): 6,
    ("fortyfirst", "zh"): 6,
    ("fortyfirst", "en"): 7,
    ("fortieth", "zh"): 15,
    ("fortieth", "en"): 10,
    ("thirtyninth", "zh"): 10,
    ("thirtyninth", "en"): 12,
    ("kept", "zh"): 2,
    ("kept", "en"): 2,
    ("thirtyeighth", "zh"): 17,
    ("thirtyeighth", "en"): 16,
    ("first", "zh"): 0,
    ("first", "en"): 0,
    ("second", "zh"): 0,
    ("second", "en"): 0,
    ("third", "zh"): 0,
    ("third", "en"): 0,
    ("inventory", "zh"): 0,
    ("inventory", "en"): 0,
    ("thirtyseventh", "zh"): 13,
    ("thirtyseventh", "en"): 7,
    ("everyday", "zh"): 0,
    ("everyday", "en"): 0,
    ("lone", "zh"): 0,
    ("lone", "en"): 0,
    ("near", "zh"): 11,
    ("near", "en"): 17,
    ("alarms", "zh"): 14,
    ("alarms", "en"): 14,
}
# (file, language): least messages for which a person comes at once, of those that need one, in percent.
LEAST_ALARMS = {
    ("kept_urgent", "zh"): 100,
    ("kept_urgent", "en"): 100,
    ("urgent8", "zh"): 82,
    ("urgent8", "en"): 79,
    ("urgent9", "zh"): 100,
    ("urgent9", "en"): 100,
    ("urgent10", "zh"): 96,
    ("urgent10", "en"): 100,
    ("urgent11", "zh"): 100,
    ("urgent11", "en"): 100,
    ("urgent12", "zh"): 100,
    ("urgent12", "en"): 100,
    ("urgent13", "zh"): 100,
    ("urgent13", "en"): 100,
}
# (file, language): most messages for which a person comes at once, though they are harmless, in percent.
MOST_FALSE_ALARMS = {
    ("kept_calm", "zh"): 1,
    ("kept_calm", "en"): 5,
    ("calm8", "zh"): 0,
    ("calm8", "en"): 0,
    ("calm9", "zh"): 8,
    ("calm9", "en"): 0,
    ("followups", "zh"): 2,
    ("followups", "en"): 2,
    ("calm10", "zh"): 3,
    ("calm10", "en"): 0,
    ("calm11", "zh"): 0,
    ("calm11", "en"): 0,
    ("calm12", "zh"): 10,
    ("calm12", "en"): 10,
    ("calm13", "zh"): 0,
    ("calm13", "en"): 0,
}

# What is cried out before or behind a question of any kind, and how many percent of it are heard.
CRIES = {
    "zh": ("卖家威胁我", "我被骗了", "我爸昨天去世了", "我不想活了"),
    "en": ("the seller threatened me", "i was scammed", "my father died yesterday", "i want to die"),
}
ENDS = "?？.。!！ "
LEAST_ALARMS_BESIDE = 99

# In percent of the messages: what a wrong character may cost, and what traditional script may. The phrases of
# `inventory` are so short that a wrong character is often a quarter of them.
MOST_LOST_BY_SOUND = {"first": 1, "second": 2, "third": 1, "inventory": 1.9}
MOST_LOST_IN_TRADITIONAL = 0.5


@cache
def messages(name: str, language: str) -> tuple[Labelled, ...]:
    """The messages of a file in a language, with the readings that are right."""
    reader = Reader()
    found = LabelReader(house().content.intents.keys(), reader).read(FOLDER / f"{name}.tsv")
    assert reader.problems == []
    return tuple(message for message in found if _spoken(message.text) == language)


def _spoken(text: str) -> str:
    return read(text).language or "zh"


def answered(text: str) -> frozenset[str]:
    """The questions that a message gets answers to at once."""
    asked = understand(_trial(), text).asked
    return frozenset(match.best.intent for match in asked if match.best)


@cache
def _trial() -> Trial:
    return Trial(house().content.matcher)


@cache
def grade(message: Labelled) -> Grade:
    """What became of one message: right is who answers all that is asked, and nothing else."""
    return _trial().judge(message).outcome


def percent(found: Counter[Grade], *grades: Grade) -> float:
    return 100 * sum(found[name] for name in grades) / sum(found.values())


def ours(name: str, language: str) -> list[Labelled]:
    """The messages of a file that are about buying a home."""
    return [message for message in messages(name, language) if NOT_OURS.isdisjoint(message.right) and message.is_ours]


def grades(spoken: Iterable[Labelled]) -> Counter[Grade]:
    return Counter(map(grade, spoken))


@pytest.mark.parametrize(("name", "language"), FLOORS)
def test_messages_are_understood_above_the_floor(name: str, language: str) -> None:
    found = grades(ours(name, language))
    right, buttons, wrong = FLOORS[name, language]
    measured = (
        percent(found, Grade.CORRECT),
        percent(found, Grade.CORRECT, Grade.ASKED),
        percent(found, Grade.WRONG),
    )
    held = (measured[0] >= right, measured[1] >= buttons, measured[2] <= wrong)
    assert held == (True, True, True), f"{name} {language}: {measured}"


@pytest.mark.parametrize(("name", "language"), MOST_FALSE)
def test_messages_of_other_matters_are_declined_or_asked_about(name: str, language: str) -> None:
    away = [message for message in messages(name, language) if message not in ours(name, language)]
    false = [message.text for message in away if not answered(message.text) <= message.right | NOT_OURS]
    assert 100 * len(false) / len(away) <= MOST_FALSE[name, language], false


@pytest.mark.parametrize(("name", "language"), LEAST_ALARMS)
def test_messages_that_call_a_person_at_once_are_found(name: str, language: str) -> None:
    urgent = messages(name, language)
    missed = [message.text for message in urgent if not _calls_a_person(message.text)]
    assert 100 * (1 - len(missed) / len(urgent)) >= LEAST_ALARMS[name, language], missed


@pytest.mark.parametrize(("name", "language"), MOST_FALSE_ALARMS)
def test_everyday_idioms_and_denials_raise_no_alarm(name: str, language: str) -> None:
    calm = messages(name, language)
    false = [message.text for message in calm if _calls_a_person(message.text) - message.right]
    assert 100 * len(false) / len(calm) <= MOST_FALSE_ALARMS[name, language], false


@pytest.mark.parametrize(("name", "language"), [("first", "zh"), ("first", "en"), ("second", "zh"), ("second", "en")])
def test_alarm_beside_any_question_is_found(name: str, language: str) -> None:
    pairs = [(message.text, cry) for message in ours(name, language) for cry in CRIES[language]]
    both = [text for one, other in pairs for text in (f"{one.rstrip(ENDS)}，{other}", f"{other}，{one}")]
    missed = [text for text in both if not _calls_a_person(text)]
    assert 100 * (1 - len(missed) / len(both)) >= LEAST_ALARMS_BESIDE, missed


def _calls_a_person(text: str) -> frozenset[str]:
    """The questions for which a person comes at once."""
    intents = house().content.intents
    return frozenset(name for name in answered(text) if intents[name].escalate == Escalate.NOW)


@pytest.mark.parametrize("name", MOST_LOST_BY_SOUND)
def test_one_wrong_character_of_the_same_sound_costs_little(name: str) -> None:
    pairs = [(message, wrong) for message in ours(name, "zh") if (wrong := _misspelt(message.text))]
    lost = _lost(pairs)
    assert lost <= MOST_LOST_BY_SOUND[name], f"{name}: {lost}"


@pytest.mark.parametrize("name", ["first", "second", "third", "inventory"])
def test_traditional_characters_cost_next_to_nothing(name: str) -> None:
    traditional = OpenCC("s2t").convert
    lost = _lost([(message, traditional(message.text)) for message in ours(name, "zh")])
    assert lost <= MOST_LOST_IN_TRADITIONAL, f"{name}: {lost}"


def _lost(pairs: Sequence[tuple[Labelled, str]]) -> float:
    """By how many percent fewer are answered right when they are written the second way."""
    plain = grades(message for message, _ in pairs)
    changed = grades(Labelled(text, message.readings) for message, text in pairs)
    return percent(plain, Grade.CORRECT) - percent(changed, Grade.CORRECT)


def _misspelt(text: str) -> str | None:
    """The message with one character of its longest telling word replaced by one of the same sound."""
    match = house().content.matcher.match(text)
    units = match.utterance.units
    words = [entry for entry in match.found if not entry.by_sound and FILLER not in entry.concepts]
    spoken = [entry for entry in words if entry.end - entry.start > 1 and not entry.text.isascii()]
    if not spoken:
        return None
    word = max(spoken, key=lambda entry: (entry.end - entry.start, -entry.start))
    choice = crc32(text.encode())
    unit = units[word.start + choice % (word.end - word.start)]
    alike = [other for other in _alike().get(syllables().get(unit.text, ""), ()) if other != unit.text]
    return text[: unit.start] + alike[choice % len(alike)] + text[unit.end :] if alike else None


@cache
def _alike() -> dict[str, list[str]]:
    """The characters of each sound."""
    found: dict[str, list[str]] = {}
    for character, sound in syllables().items():
        found.setdefault(sound, []).append(character)
    return found
