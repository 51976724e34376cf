"""Is a sentence of the editors heard once, and heard and learnt anew only where something about it changed?"""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from bot.content.english import guesses
from bot.content.library import syllables
from bot.matching.examples import Example, Examples, Taught
from bot.matching.hearing import Heard, Hearing
from bot.matching.lexicon import Lexicon, Word
from bot.matching.rules import Rule, Rulebook, Term
from bot.matching.sentences import Sentences
from bot.matching.text import key

SIGN = Rule("sign", "网签", (Term(frozenset({"sign"}), "网签"),))
FRAUD = Rule("fraud", "骗", (Term(frozenset({"cheat"}), "骗"),))
SENTENCES = [
    Example("sign", "网签要多久"),
    Example("sign", "哪天网签"),
    Example("fraud", "我被骗了"),
    Example("sign", "when to sign"),
]


def hearing() -> Hearing:
    words = [
        Word(key("网签"), frozenset({"sign"})),
        Word(key("骗"), frozenset({"cheat"})),
        Word(key("没被"), frozenset({"denial"})),
    ]
    return Hearing(Lexicon(words, syllables()), Rulebook([SIGN, FRAUD]), frozenset({"sign"}), frozenset({"fraud"}))


WORDS = [
    Word(key(text), frozenset({concept}), frozenset(vetoes), by_sound=by_sound)
    for text, concept, vetoes, by_sound in (
        ("网签", "sign", (), True),
        ("网签名", "name", ("sign",), True),
        ("税费", "tax", (), True),
        ("水费", "water", (), True),
        ("多久", "how_long", (), True),
        ("没", "denial", (), False),
        ("骗", "cheat", (), True),
        ("放款", "pay", (), True),
        ("sign", "sign", (), True),
        ("mortgage", "loan", (), True),
        ("how long", "how_long", (), True),
        ("not", "denial", (), False),
        # They hold what else is a slip: 网前 for 网签, "sgin" for "sign".
        ("前台", "water", (), True),
        ("sgin off", "name", (), True),
        # 交放 sounds like both, and both are as frequent.
        ("交房", "handover", (), True),
        ("交访", "water", (), True),
        # No unit of English stands for a character: 会铀 is no "会 you".
        ("会 you", "name", (), True),
        ("会有", "pay", (), True),
        ("you know", "water", (), True),
    )
]
RULES = [
    SIGN,
    FRAUD,
    Rule("how_long", "多久 + 网签", (Term(frozenset({"how_long"}), "多久"), Term(frozenset({"sign"}), "网签"))),
    Rule("how_long", "多久", (Term(frozenset({"how_long"}), "多久"),), never=(Term(frozenset({"tax"}), "税费"),)),
    Rule("taxes", "税费、水费", (Term(frozenset({"tax", "water"}), "税费、水费"),)),
]
# Homophones, slips of the finger and pinyin among them.
PIECES = [
    "网签",
    "网前",
    "名",
    "税废",
    "水费",
    "多久",
    "没",
    "骗",
    "fang kuan",
    "sgin",
    "mortgge",
    "how long",
    "not",
    "50",
    "，",
]
MOST = st.sets(st.sampled_from(WORDS), max_size=5).flatmap(
    lambda lost: st.permutations([word for word in WORDS if word not in lost])
)
SOME = (MOST, st.permutations(RULES).map(lambda rules: rules[:-1]))
TALK = [
    "网签要多久",
    "我没骗人",
    "how long to sgin",
    "fangkuan duojiu",
    "网前名是啥",
    "税废多少",
    "the mortgge",
    "wang签",
    "交放",
    "会铀",
]


def ears(words: Sequence[Word], rules: Sequence[Rule]) -> Hearing:
    homely, grave = frozenset({"sign"}), frozenset({"fraud"})
    return Hearing(Lexicon(words, syllables()), Rulebook(rules), homely, grave, guesses)


def told(heard: Heard) -> tuple[object, ...]:
    """All that anybody may ask about what was heard."""
    # They are looked up by their intents, and stand in no order.
    fired = {entry.rule.intent: (entry.rule, entry.score) for entry in heard.fired}
    return heard.utterance, heard.said.found, heard.said.is_homely, fired, heard.denied, heard.kinds, heard.doubt


def without(text: str) -> tuple[list[Word], list[Rule]]:
    """All but a word."""
    return [word for word in WORDS if word.key != key(text)], RULES


@example(without("sgin off"), (WORDS, RULES), [])
@example((WORDS, RULES), without("sgin off"), [])
@example(without("前台"), (WORDS, RULES), [])
@example((WORDS, RULES), (WORDS[::-1], RULES), [])
@example(without("you know"), (WORDS, RULES), [])
@given(st.tuples(*SOME), st.tuples(*SOME), st.lists(st.lists(st.sampled_from(PIECES), max_size=5).map(" ".join)))
def test_whatever_changes_is_heard_as_if_for_the_first_time(
    before: tuple[list[Word], list[Rule]], after: tuple[list[Word], list[Rule]], talk: list[str]
) -> None:
    sentences, afresh = Sentences(ears(*before)), Sentences(ears(*after))
    for sentence in (*TALK, *talk):
        _ = sentences[sentence].fired
    sentences.follow(ears(*after))
    assert [told(sentences[sentence]) for sentence in (*TALK, *talk)] == [
        told(afresh[sentence]) for sentence in (*TALK, *talk)
    ]


def test_what_a_change_does_not_touch_stays_as_it_was_heard() -> None:
    sentences = Sentences(ears(WORDS, RULES))
    before = {sentence: sentences[sentence] for sentence in TALK}
    more = [*WORDS, Word(key("税"), frozenset({"tax"}))]
    sentences.follow(ears(more, [*RULES, replace(SIGN, text="网签名", needs=(Term(frozenset({"name"}), "网签名"),))]))
    changed = [sentence for sentence, heard in before.items() if sentences[sentence] is not heard]
    assert changed == ["网前名是啥", "税废多少"]


def test_all_is_heard_anew_where_other_questions_are_grave() -> None:
    sentences = Sentences(ears(WORDS, RULES))
    assert sentences["我没骗人"].denied == {"fraud"}
    sentences.follow(Hearing(Lexicon(WORDS, syllables()), Rulebook(RULES)))
    assert sentences["我没骗人"].denied == set()


def test_sentence_of_the_editors_is_heard_once() -> None:
    sentences = Sentences(hearing())
    assert sentences["网签要多久"] is sentences["网签要多久"]


def test_grave_question_that_is_denied_is_not_meant() -> None:
    ears = hearing()
    told = {text: ears.hear(text) for text in ("我被骗了", "没被骗，网签呢")}
    assert [([entry.rule.intent for entry in heard.fired], heard.denied) for heard in told.values()] == [
        (["fraud"], frozenset()),
        (["sign"], {"fraud"}),
    ]


def test_only_the_language_whose_examples_changed_is_learnt_anew() -> None:
    sentences = Sentences(hearing())
    known: dict[str, Taught] = {}
    Examples(SENTENCES, sentences, known).learn()
    before = dict(known)
    Examples([*SENTENCES, Example("fraud", "被骗子骗走了定金")], sentences, known).learn()
    assert {language: known[language][1] is before[language][1] for language in known} == {"zh": False, "en": True}


def test_what_is_learnt_beside_the_old_is_as_if_learnt_from_nothing() -> None:
    sentences = Sentences(hearing())
    known: dict[str, Taught] = {}
    Examples(SENTENCES[:2], sentences, known).learn()
    beside, afresh = Examples(SENTENCES, sentences, known), Examples(SENTENCES, Sentences(hearing()))
    for text in ("网签在哪天", "钱被骗了"):
        heard = hearing().hear(text)
        assert beside.like(heard) == afresh.like(heard)
