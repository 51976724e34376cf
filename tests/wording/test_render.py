"""Does a template say what its facts say, and nothing else?"""

import pickle

import pytest

from bot.wording.render import Rendered, Slip, Template, UnknownFact, parse


def template(source: str) -> Template:
    found = parse(source)
    assert isinstance(found, Template)
    return found


def test_facts_are_printed_and_noted() -> None:
    rendered = template("{{ a }}，{% if b %}{{ b }}{% endif %}").render({"a": "甲", "b": "乙"}, {})
    assert rendered == Rendered("甲，乙", {"a": "甲", "b": "乙"})


def test_fact_in_a_branch_not_taken_is_not_noted() -> None:
    rendered = template("{% if a %}{{ a }}{% else %}{{ b }}{% endif %}").render({"a": "甲", "b": "乙"}, {})
    assert rendered == Rendered("甲", {"a": "甲"})


def test_unknown_fact_is_never_printed_as_a_blank() -> None:
    with pytest.raises(UnknownFact):
        template("在 {{ a }} 签").render({"a": None}, {})


def test_unknown_fact_may_be_asked_about() -> None:
    assert template("{% if a %}{{ a }}{% else %}没有{% endif %}").render({"a": None}, {}).text == "没有"


def test_a_template_that_was_said_says_the_same_in_another_process() -> None:
    said = template("{{ a }}！")
    here = said.render({"a": "甲"}, {})
    assert pickle.loads(pickle.dumps(said)).render({"a": "甲"}, {}) == here == Rendered("甲！", {"a": "甲"})  # noqa: S301


def test_markup_in_a_fact_stays_text() -> None:
    assert template("{{ a }}").render({"a": "<b>&"}, {}).text == "&lt;b&gt;&amp;"


def test_absent_piece_takes_its_line_along() -> None:
    pieces = {"p": None, "q": Rendered("乙", {"x": "1"})}
    rendered = template("甲\n{{ p }}\n{{ q }}\n丙").render({}, pieces)
    assert rendered == Rendered("甲\n乙\n丙", {"x": "1"})


def test_piece_is_not_escaped_a_second_time() -> None:
    assert template("{{ p }}").render({}, {"p": Rendered("&lt;赵&gt;", {})}).text == "&lt;赵&gt;"


@pytest.mark.parametrize(
    "source",
    [
        "{{ a.b }}",
        "{{ a | upper }}",
        "{{ a() }}",
        "{{ 'a' * 1000000000 }}",
        "{{ 1 + 1 }}",
        "{% for x in a %}{% endfor %}",
        "{% set a = 1 %}",
        "{% include 'x' %}",
        "{% macro a() %}{% endmacro %}",
        "{{ [a] }}",
        "{{ a[0] }}",
        "{{ a ~ b }}",
        "{{ a if b else c }}",
        "{% raw %}{{ a }}{% endraw %}{{ range(9) }}",
    ],
)
def test_template_can_neither_loop_nor_call_nor_compute(source: str) -> None:
    found = parse(source)
    assert isinstance(found, Slip)
    assert found.kind == "forbidden-template"


def test_unguarded_facts_are_those_no_if_has_asked_about() -> None:
    source = (
        "{{ a }}{% if b %}{{ b }}{{ c }}{% endif %}{% if d and e %}{{ e }}{% endif %}{% if not f %}{{ f }}{% endif %}"
    )
    assert [mention.name for mention in template(source).unguarded] == ["a", "c", "f"]
