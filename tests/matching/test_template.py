"""Does an editor's sentence with signs stand for what it says, for nothing else, and never for too much?"""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching.template import Template, TemplateError, readable, template

_LISTS = {"when": template("几号、什么时候", {}), "that": template("that/it", {})}
_pieces = st.sampled_from([*"[]()<>*…?/、 '，要得a", "<when>", "(要、得)*", "[a/b]", "do it", "<number>"])
_sentences = st.lists(_pieces | st.text(max_size=3), max_size=14).map("".join)


def _template(sentence: str) -> Template | TemplateError:
    try:
        return template(sentence, _LISTS)
    except TemplateError as slip:
        return slip


def _reads(sentence: str, message: str) -> bool:
    found = re.compile(template(sentence, _LISTS).pattern, re.IGNORECASE)
    return re.fullmatch(rf"{found.pattern}\W*[吗不]?\W*", readable(message), re.IGNORECASE) is not None


@pytest.mark.parametrize(
    ("sentence", "message", "is_read"),
    [
        ("从<when>(开始)", "从几号", True),
        ("从<when>(开始)", "从什么时候开始", True),
        ("从<when>(开始)", "从明天开始", False),
        ("(是、要、得)*付给谁", "是要付给谁", True),
        ("[今、明]天", "明天", True),
        ("[今、明]天", "天", False),
        ("多久、几天", "几天", True),
        ("is <that> (really) [sure/fixed]", "is it fixed", True),
        ("is <that> (really) [sure/fixed]", "Is that really sure", True),
        ("is <that> (really) [sure/fixed]", "is sure", False),
        ("don't forget me", "dont forget me", True),
        ("dont forget me", "don’t forget me", True),
        ("算了 不改了", "算了，不改了", True),
        ("算了 不改了", "算了不改了", True),
        ("要是…呢", "要是他明天不来呢", True),
        ("要是…呢", "要是他不来，明天呢", False),
        ("确定?", "确定吗", True),
        ("确定?", "确定", False),
        ("sure?", "sure ?", True),
        ("sure?", "sure", False),
        ("?", "？？", True),
        ("?", "好？", False),
        ("<number>号", "二十三号", True),
        ("by <hour>", "by 5:30pm", True),
        ("簽約(嗎)", "签约", True),
    ],
)
def test_a_sentence_stands_for_what_its_signs_say(sentence: str, message: str, is_read: bool) -> None:
    assert _reads(sentence, message) == is_read


@pytest.mark.parametrize(
    ("sentence", "at", "told"),
    [
        ("(今、明", 0, "'(' is not closed"),
        ("从[今、明)天", 1, "'[' is not closed"),
        ("今天)", 2, "')' closes nothing"),
        ("[今、、明]天", 3, "something is missing here"),
        ("()天", 1, "something is missing here"),
        ("", 0, "it says nothing"),
        ("[要]*付", 3, "a '*' belongs behind a ')'"),
        ("((要)*得)*", 7, "a '*' cannot stand within another"),
        ("吗?呢", 1, "a question mark belongs at the end"),
        ("<when", 0, "'<' is not closed"),
        ("到<day>", 1, "there is no list 'day' above"),
        ("(" * 9 + "a" + ")" * 9, 8, "there are too many brackets in brackets"),
        ("…a…b…c…d…e…", 0, "it stands for too much: make several of it"),
    ],
)
def test_a_slip_is_told_with_its_place(sentence: str, at: int, told: str) -> None:
    with pytest.raises(TemplateError) as slip:
        template(sentence, _LISTS)
    assert (slip.value.at, slip.value.en) == (at, told)


@given(_sentences)
@settings(max_examples=400, deadline=None)
def test_every_sentence_fits_its_own_shortest_example_or_has_a_slip(sentence: str) -> None:
    found = _template(sentence)
    if isinstance(found, TemplateError):
        assert 0 <= found.at <= len(sentence)
    else:
        assert re.match(found.pattern, readable(found.example), re.IGNORECASE)


@given(_sentences, st.text(st.sampled_from("要得a几号， ？"), max_size=48))
@settings(max_examples=200, deadline=None)
def test_no_sentence_takes_long_to_read(sentence: str, message: str) -> None:
    found = _template(sentence)
    if isinstance(found, TemplateError):
        return
    # So long that only a pattern that is read in ever more ways would take it.
    start = time.process_time()
    re.fullmatch(found.pattern, readable(message), re.IGNORECASE)
    assert time.process_time() - start < 2


def test_a_list_that_names_itself_again_and_again_is_refused() -> None:
    lists: dict[str, Template] = {"a0": template("a/b", {})}
    for number in range(9):
        lists[f"a{number + 1}"] = template(f"<a{number}>/x<a{number}>", lists)
    with pytest.raises(TemplateError, match="too much"):
        template("<a9><a9><a9><a9>", lists)
