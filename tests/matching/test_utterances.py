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
# All was widened and fitted with all of these in view but `twelfth`, `fourteenth`, `fifteenth`, `seventeenth`,
# `eighteenth`, `nineteenth` (of both 95 of 100 right in Chinese and 91 in English, before any miss of theirs was
# mended), `twentieth` (87 and 82 before any was mended), `twentyfirst` (96 and 94, likewise), `twentysecond` (94 and
# 88, likewise), `twentythird` (91 and 86, likewise; of what is none of ours, 20 and 14 of 100 were answered),
# `twentyfourth` (93 and 89; 13 and 18), `twentyfifth` (94 and 90; 4 and 6), `twentysixth` (95 and 94; 0 and 3),
# `twentyseventh` (93 and 91; 0 and 9), `twentyeighth` (93 and 92; 11 and 11), `twentyninth`
# (as concrete people write: 85 and 84; 29 and 17), `thirtieth` (forty people, half of the English ones no native
# speakers: 82 and 75; 25 and 17), `thirtyfirst` (such people, two thirds of it everyday messages: 94 and 92; 6 and 8),
# `thirtysecond` (likewise: 95 and 87; 12 and 6), `thirtythird` (likewise: 93 and 93; 8 and 10), `thirtyfourth`
# (likewise: 90 and 89; 0 and 3), `thirtyfifth` (likewise, one in ten of them two questions at once: 84 and 79; 18 and
# 11), `thirtysixth` (likewise, one in six of them: 84 and 79; 22 and 5), `thirtyseventh` (likewise, one in eight: 86
# and 82; 26 and 6), `everyday` (each question once, in few words: 96 and 97; 0 and 10), `lone` (a word or two, by us),
# `urgent9` to `urgent13` and `calm8` to `calm12`, whose writers had seen nothing
# but the titles of the questions. `urgent4`, `urgent8`, `calm4` and `eleventh` are hard on purpose: stories without the
# word that gives them away, everyday talk with words that do, and other matters asked about as homes are. `thirteenth`
# is written in many ways: dialects, slips, two at once; `followups` are a few words each from the middle of a
# conversation, asked here without it. `doubles` are two questions, or one with a story around it or an afterthought
# behind it, by a writer who had seen as little; how messages are parted was fitted to it. `doubles2` is of the same
# kind, by another: 76 and 72 of 100 right before anything was fitted to it.
# `near` is hard on purpose: what is none of ours in our words (of it 14 and 19 of 100 were answered), and ours that
# mention something else. `alarms` is hard as well: what calls a person, about the purchase (87 and 90 of 100 right
# before any was mended) and about anything else (17 and 15 answered).
# Right is who answers all that is asked, and nothing else.
# (file, language): least right at once, least right or among the buttons, most wrong; all in percent.
FLOORS = {
    ("first", "zh"): (96, 97, 3),
    ("first", "en"): (96, 99, 1),
    ("second", "zh"): (99, 100, 1),
    ("second", "en"): (98, 98, 1),
    ("third", "zh"): (94, 96, 3),
    ("third", "en"): (97, 97, 2),
    ("inventory", "zh"): (98, 99, 1),
    ("inventory", "en"): (97, 98, 1),
    ("fourth", "zh"): (90, 94, 4),
    ("fourth", "en"): (100, 100, 1),
    ("fifth", "zh"): (95, 97, 3),
    ("fifth", "en"): (97, 98, 1),
    ("sixth", "zh"): (91, 94, 5),
    ("sixth", "en"): (91, 96, 3),
    ("seventh", "zh"): (89, 93, 6),
    ("seventh", "en"): (97, 98, 2),
    ("eighth", "zh"): (86, 91, 8),
    ("eighth", "en"): (89, 93, 6),
    ("ninth", "zh"): (94, 96, 3),
    ("ninth", "en"): (92, 94, 4),
    ("tenth", "zh"): (95, 97, 3),
    ("tenth", "en"): (87, 94, 5),
    ("eleventh", "zh"): (85, 92, 5),
    ("eleventh", "en"): (87, 92, 2),
    ("twelfth", "zh"): (95, 96, 4),
    ("twelfth", "en"): (94, 96, 3),
    ("thirteenth", "zh"): (91, 94, 4),
    ("thirteenth", "en"): (89, 92, 5),
    ("fourteenth", "zh"): (95, 98, 2),
    ("fourteenth", "en"): (98, 98, 2),
    ("followups", "zh"): (71, 78, 10),
    ("followups", "en"): (81, 87, 9),
    ("fifteenth", "zh"): (95, 96, 4),
    ("fifteenth", "en"): (95, 97, 3),
    ("sixteenth", "zh"): (92, 97, 2),
    ("sixteenth", "en"): (88, 92, 4),
    ("seventeenth", "zh"): (94, 97, 2),
    ("seventeenth", "en"): (89, 93, 2),
    ("eighteenth", "zh"): (97, 97, 1),
    ("eighteenth", "en"): (93, 94, 3),
    ("nineteenth", "zh"): (93, 95, 2),
    ("nineteenth", "en"): (90, 95, 3),
    ("twentieth", "zh"): (87, 91, 5),
    ("twentieth", "en"): (87, 92, 4),
    ("twentyfirst", "zh"): (96, 97, 1),
    ("twentyfirst", "en"): (95, 96, 3),
    ("twentysecond", "zh"): (95, 99, 1),
    ("twentysecond", "en"): (89, 95, 3),
    ("twentythird", "zh"): (95, 98, 2),
    ("twentythird", "en"): (92, 95, 3),
    ("twentyfourth", "zh"): (92, 95, 4),
    ("twentyfourth", "en"): (92, 96, 3),
    ("twentyfifth", "zh"): (94, 95, 4),
    ("twentyfifth", "en"): (90, 95, 4),
    ("twentysixth", "zh"): (95, 96, 3),
    ("twentysixth", "en"): (94, 96, 3),
    ("twentyseventh", "zh"): (92, 95, 4),
    ("twentyseventh", "en"): (90, 93, 6),
    ("twentyeighth", "zh"): (92, 95, 4),
    ("twentyeighth", "en"): (91, 95, 4),
    ("twentyninth", "zh"): (87, 94, 5),
    ("twentyninth", "en"): (85, 90, 7),
    ("thirtieth", "zh"): (84, 91, 7),
    ("thirtieth", "en"): (77, 87, 7),
    ("thirtyfirst", "zh"): (94, 95, 3),
    ("thirtyfirst", "en"): (92, 96, 2),
    ("thirtysecond", "zh"): (95, 98, 1),
    ("thirtysecond", "en"): (90, 95, 2),
    ("thirtythird", "zh"): (95, 97, 2),
    ("thirtythird", "en"): (95, 97, 2),
    ("thirtyfourth", "zh"): (91, 93, 5),
    ("thirtyfourth", "en"): (89, 94, 4),
    ("thirtyfifth", "zh"): (88, 91, 4),
    ("thirtyfifth", "en"): (84, 88, 5),
    ("lone", "zh"): (93, 98, 0),
    ("lone", "en"): (92, 97, 0),
    ("near", "zh"): (90, 97, 3),
    ("near", "en"): (80, 92, 5),
    ("alarms", "zh"): (93, 95, 4),
    ("alarms", "en"): (96, 96, 2),
    ("thirtysixth", "zh"): (88, 89, 5),
    ("thirtysixth", "en"): (87, 91, 4),
    ("thirtyseventh", "zh"): (88, 90, 2),
    ("thirtyseventh", "en"): (84, 86, 5),
    ("everyday", "zh"): (97, 97, 2),
    ("everyday", "en"): (98, 100, 0),
    ("doubles2", "zh"): (78, 80, 7),
    ("doubles2", "en"): (74, 77, 5),
    ("doubles", "zh"): (75, 75, 10),
    ("doubles", "en"): (72, 75, 9),
}
# (file, language): most messages that are none of our business and are answered as if they were, in percent.
MOST_FALSE = {
    ("first", "zh"): 1,
    ("first", "en"): 4,
    ("second", "zh"): 1,
    ("second", "en"): 1,
    ("third", "zh"): 1,
    ("third", "en"): 1,
    ("inventory", "zh"): 1,
    ("inventory", "en"): 1,
    ("fourth", "zh"): 1,
    ("fourth", "en"): 1,
    ("fifth", "zh"): 6,
    ("fifth", "en"): 4,
    ("sixth", "zh"): 8,
    ("sixth", "en"): 1,
    ("seventh", "zh"): 6,
    ("seventh", "en"): 4,
    ("eighth", "zh"): 9,
    ("eighth", "en"): 3,
    ("ninth", "zh"): 4,
    ("ninth", "en"): 4,
    ("tenth", "zh"): 4,
    ("tenth", "en"): 3,
    ("eleventh", "zh"): 9,
    ("eleventh", "en"): 12,
    ("twelfth", "zh"): 2,
    ("twelfth", "en"): 5,
    ("thirteenth", "zh"): 1,
    ("thirteenth", "en"): 1,
    ("fourteenth", "zh"): 4,
    ("fourteenth", "en"): 10,
    ("fifteenth", "zh"): 2,
    ("fifteenth", "en"): 5,
    ("sixteenth", "zh"): 3,
    ("sixteenth", "en"): 8,
    ("seventeenth", "zh"): 1,
    ("seventeenth", "en"): 6,
    ("eighteenth", "zh"): 1,
    ("eighteenth", "en"): 5,
    ("nineteenth", "zh"): 5,
    ("nineteenth", "en"): 5,
    ("twentieth", "zh"): 15,
    ("twentieth", "en"): 12,
    ("twentyfirst", "zh"): 0,
    ("twentyfirst", "en"): 0,
    ("twentysecond", "zh"): 8,
    ("twentysecond", "en"): 8,
    ("twentythird", "zh"): 9,
    ("twentythird", "en"): 6,
    ("twentyfourth", "zh"): 5,
    ("twentyfourth", "en"): 8,
    ("twentyfifth", "zh"): 4,
    ("twentyfifth", "en"): 6,
    ("twentysixth", "zh"): 1,
    ("twentysixth", "en"): 4,
    ("twentyseventh", "zh"): 0,
    ("twentyseventh", "en"): 9,
    ("twentyeighth", "zh"): 12,
    ("twentyeighth", "en"): 12,
    ("twentyninth", "zh"): 21,
    ("twentyninth", "en"): 13,
    ("thirtieth", "zh"): 13,
    ("thirtieth", "en"): 18,
    ("thirtyfirst", "zh"): 6,
    ("thirtyfirst", "en"): 6,
    ("thirtysecond", "zh"): 10,
    ("thirtysecond", "en"): 4,
    ("thirtythird", "zh"): 6,
    ("thirtythird", "en"): 10,
    ("thirtyfourth", "zh"): 0,
    ("thirtyfourth", "en"): 4,
    ("thirtyfifth", "zh"): 19,
    ("thirtyfifth", "en"): 12,
    ("thirtysixth", "zh"): 20,
    ("thirtysixth", "en"): 6,
    ("thirtyseventh", "zh"): 26,
    ("thirtyseventh", "en"): 7,
    ("everyday", "zh"): 0,
    ("everyday", "en"): 0,
    ("lone", "zh"): 0,
    ("lone", "en"): 0,
    ("near", "zh"): 14,
    ("near", "en"): 16,
    ("alarms", "zh"): 17,
    ("alarms", "en"): 16,
}
# (file, language): least messages for which a person comes at once, of those that need one, in percent.
LEAST_ALARMS = {
    ("urgent", "zh"): 98,
    ("urgent", "en"): 98,
    ("urgent2", "zh"): 100,
    ("urgent2", "en"): 97,
    ("urgent3", "zh"): 100,
    ("urgent3", "en"): 97,
    ("urgent4", "zh"): 93,
    ("urgent4", "en"): 77,
    ("urgent5", "zh"): 100,
    ("urgent5", "en"): 97,
    ("urgent6", "zh"): 98,
    ("urgent6", "en"): 100,
    ("urgent7", "zh"): 96,
    ("urgent7", "en"): 98,
    ("urgent8", "zh"): 80,
    ("urgent8", "en"): 76,
    ("urgent9", "zh"): 98,
    ("urgent9", "en"): 100,
    ("urgent10", "zh"): 96,
    ("urgent10", "en"): 98,
    ("urgent11", "zh"): 98,
    ("urgent11", "en"): 100,
    ("urgent12", "zh"): 100,
    ("urgent12", "en"): 100,
    ("urgent13", "zh"): 100,
    ("urgent13", "en"): 100,
}
# (file, language): most messages for which a person comes at once, though they are harmless, in percent.
MOST_FALSE_ALARMS = {
    ("calm", "zh"): 1,
    ("calm", "en"): 1,
    ("calm2", "zh"): 2,
    ("calm2", "en"): 1,
    ("calm3", "zh"): 4,
    ("calm3", "en"): 1,
    ("calm4", "zh"): 5,
    ("calm4", "en"): 3,
    ("calm5", "zh"): 10,
    ("calm5", "en"): 14,
    ("calm6", "zh"): 8,
    ("calm6", "en"): 8,
    ("calm7", "zh"): 8,
    ("calm7", "en"): 8,
    ("calm8", "zh"): 1,
    ("calm8", "en"): 1,
    ("calm9", "zh"): 13,
    ("calm9", "en"): 8,
    ("followups", "zh"): 2,
    ("followups", "en"): 4,
    ("calm10", "zh"): 1,
    ("calm10", "en"): 5,
    ("calm11", "zh"): 4,
    ("calm11", "en"): 4,
    ("calm12", "zh"): 14,
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


@pytest.mark.parametrize(
    ("name", "language"), [("first", "zh"), ("first", "en"), ("fifteenth", "zh"), ("fifteenth", "en")]
)
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
