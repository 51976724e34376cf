"""Is every word found, and nothing inside a word that means something else?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.library import syllables
from bot.matching.lexicon import CONCEPTS, Lexicon, Word
from bot.matching.said import Found, Said
from bot.matching.text import key, read

ALPHABET = st.text(st.sampled_from("网签前约证书放款"), min_size=1, max_size=4)


def lexicon(*words: tuple[str, str]) -> Lexicon:
    return Lexicon([Word(key(text), frozenset({concept})) for text, concept in words], syllables())


def words(table: Lexicon, message: str) -> tuple[Found, ...]:
    typed = read(message)
    return Said(typed.texts, table.scan(typed.texts, whether=typed.whether)).found


def scan(table: Lexicon, message: str) -> list[tuple[str, bool]]:
    return [(found.text, found.by_sound) for found in words(table, message)]


def test_longer_word_is_found_beside_the_one_inside_it() -> None:
    assert scan(lexicon(("网签", "sign"), ("签", "sign")), "网签了") == [("网签", False), ("签", False)]


def test_word_inside_a_veto_is_not_found() -> None:
    visa = Word(key("签证"), frozenset(), frozenset({"sign"}))
    table = Lexicon([Word(key("签"), frozenset({"sign"})), visa], syllables())
    assert scan(table, "签证什么时候签") == [("签", False)]


def test_word_that_only_asks_whether_is_found_where_it_is_asked_so() -> None:
    table = lexicon(("来不来", "whether"), ("来", "come"))
    found = [[entry.concepts for entry in words(table, message)] for message in ("他来不来签", "他来签")]
    assert found == [[{"whether"}, {"come"}], [{"come"}]]


def test_veto_that_only_asks_whether_takes_the_word_where_it_is_asked_so() -> None:
    veto = Word(key("来不来"), frozenset(), frozenset({"come"}))
    table = Lexicon([Word(key("来"), frozenset({"come"})), veto], syllables())
    assert [scan(table, message) for message in ("他来不来签", "他来签")] == [[], [("来", False)]]


def test_homophone_of_two_characters_is_heard() -> None:
    assert scan(lexicon(("网签", "sign")), "网前要多久") == [("网前", True)]


@pytest.mark.parametrize(
    ("message", "meant"),
    [("税废多少", {"tax"}), ("水废多少", {"water"}), ("睡费多少", {"tax", "water"}), ("睡废", {"tax", "water"})],
)
def test_of_words_that_sound_alike_those_with_the_characters_written_are_heard(message: str, meant: set[str]) -> None:
    (found,) = words(lexicon(("税费", "tax"), ("水费", "water")), message)
    assert (set(found.concepts), found.by_sound) == (meant, True)


@pytest.mark.parametrize(("word", "message"), [("实名", "是明天签"), ("加钱", "是卖家签的")])
def test_words_of_every_day_are_not_heard_as_another(word: str, message: str) -> None:
    assert scan(lexicon((word, "meant")), message) == []


def test_single_character_is_never_only_heard() -> None:
    assert scan(lexicon(("签", "sign")), "没钱") == []


def test_particle_is_heard_beside_two_other_characters_and_not_beside_one() -> None:
    table = lexicon(("打不开", "outage"), ("不买", "refund"))
    assert (scan(table, "系统打步开"), scan(table, "步买")) == ([("打步开", True)], [])


def test_written_word_is_not_heard_as_another() -> None:
    assert scan(lexicon(("没签", "open"), ("没钱", "poor")), "我没钱") == [("没钱", False)]


def test_english_words_are_found_by_their_stems() -> None:
    assert scan(lexicon(("sign online", "sign")), "signed online?") == [("sign onlin", False)]


def test_places_count_units_of_the_message() -> None:
    found = words(lexicon(("放款", "release")), "请问 放款")
    assert found == (Found("放款", 2, 4, frozenset({"release"})),)


@given(ALPHABET, ALPHABET, ALPHABET)
def test_adding_a_word_never_takes_another_away(one: str, other: str, message: str) -> None:
    alone = {found for found in words(lexicon((one, "a")), message) if not found.by_sound}
    both = words(lexicon((one, "a"), (other, "b")), message)
    assert {(found.start, found.end) for found in alone} <= {(found.start, found.end) for found in both}


def test_pinyin_table_agrees_with_a_dictionary() -> None:
    from pypinyin import lazy_pinyin

    table = syllables()
    assert {text: table[text] for text in "网签放款卖家过户"} == {
        text: lazy_pinyin(text)[0] for text in "网签放款卖家过户"
    }


def test_no_word_goes_across_the_end_of_a_phrase() -> None:
    table = lexicon(("代签", "by_proxy"), ("签约", "sign"))
    parted, whole = read("没人带，签约能抱着去吗"), read("没人带签约能抱着去吗")
    found = [{hit[CONCEPTS] for hit in table.scan(each.texts, each.borders)} for each in (parted, whole)]
    assert found == [{frozenset({"sign"})}, {frozenset({"sign"}), frozenset({"by_proxy"})}]
