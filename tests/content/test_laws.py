"""What holds for every text that a person, or a cat on the keyboard, may put into a file?"""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.case_file import read_cases
from bot.content.folders import Folders
from bot.content.library import inspect
from bot.content.problems import Place
from bot.content.reader import Reader
from bot.content.rule_text import GroupNames, RuleParser
from bot.content.source import Text, parse
from bot.wording import render
from bot.wording.render import Slip, Template, UnknownFact
from tests import samples

_LINE_END = re.compile(r"\r\n|\r|\n")
_SOUND = Path(__file__).parent / "sound"
_FILES = sorted(path.read_text("utf-8") for path in _SOUND.rglob("*.yaml"))
# One character in Telegram's HTML takes at most five in the source: `&` becomes `&amp;`, a quote `&#34;`.
_ESCAPED = 5

_yaml_pieces = st.sampled_from(
    [
        *"\n\t\r\x00\x85\u2028\ufeff'\"[]{}#%@>：－　",
        "\n  ",
        "\n    - ",
        ": ",
        "- ",
        "? ",
        "zh",
        "en:",
        "|\n",
        "&a",
        "*a",
        "!x",
    ]
)
_rule_pieces = st.sampled_from([*"+-<>()、/=词？ ", " + ", " - ", "<g>", "a word"])
_template_pieces = st.sampled_from(
    [*"ab()~\n", "{{ ", " }}", "{% if ", " %}", "{% else %}", "{% endif %}", "{% elif a %}", " and ", " or ", "not "]
) | st.sampled_from(
    ["{% for a in b %}", " * ", "9999999", "'x'", "[0]", ".a", "|upper", "{#", "#}", "**", "{% raw %}", "<&>"]
)


def _mixed(pieces: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A text of telling pieces with anything in between."""
    return st.lists(pieces | st.text(max_size=4), max_size=30).map("".join)


@st.composite
def _spoilt(draw: st.DrawFn) -> str:
    """A sound file with one stretch replaced."""
    text = draw(st.sampled_from(_FILES))
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 30)))
    return text[:start] + draw(_mixed(_yaml_pieces)) + text[end:]


_texts = st.text() | _mixed(_yaml_pieces) | _spoilt()


def _lies_within(place: Place, text: str) -> bool:
    lines = _LINE_END.split(text)
    return 1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1]) + 1


@given(_texts)
@settings(max_examples=300, deadline=None)
def test_every_problem_of_any_text_lies_within_it(text: str) -> None:
    _, problems = parse(text, "file.yaml")
    assert [problem for problem in problems if not _lies_within(problem.place, text)] == []


@given(_texts.map(str.encode) | st.binary(max_size=300), st.sampled_from(["intents/a", "intents/_words", "replies/a"]))
@settings(max_examples=200, deadline=None)
def test_a_file_of_any_bytes_is_never_loaded_half(content: bytes, name: str) -> None:
    with TemporaryDirectory() as root:
        folders = Folders(Path(root, "intents"), Path(root, "replies"))
        folders.intents.mkdir()
        folders.replies.mkdir()
        Path(root, f"{name}.yaml").write_bytes(content)
        assert inspect(folders)[0] is None


@given(_texts.map(str.encode) | st.binary(max_size=300), st.sampled_from(["cases.yaml", "cases.csv"]))
@settings(max_examples=200, deadline=None)
def test_findings_about_any_case_file_can_be_told(content: bytes, name: str) -> None:
    with TemporaryDirectory() as root:
        path = Path(root, name)
        path.write_bytes(content)
        problems = read_cases(path, samples.config().process).problems
        assert all(problem.message("zh") and problem.cure("en") for problem in problems)


@given(_mixed(_rule_pieces))
@settings(max_examples=300, deadline=None)
def test_a_line_is_a_rule_or_has_a_finding(line: str) -> None:
    reader = Reader()
    groups = GroupNames()
    groups["g"] = "g"
    rule = RuleParser(reader, groups).parse("intent", Text(line, Place("file.yaml")))
    assert (rule is None) == bool(reader.problems)


@given(_mixed(_template_pieces), st.dictionaries(st.sampled_from("ab"), st.none() | st.text(max_size=20)))
@settings(max_examples=300, deadline=None)
def test_no_template_says_more_than_text_and_facts(source: str, facts: dict[str, str | None]) -> None:
    found = render.parse(source)
    longest = max((len(value) for value in facts.values() if value), default=0)
    assert isinstance(found, Slip) or len(_said(found, facts)) <= len(source) * (1 + _ESCAPED * longest)


def _said(template: Template, facts: dict[str, str | None]) -> str:
    try:
        return template.render(dict.fromkeys(template.names) | facts, {}).text
    except UnknownFact:
        return ""


@given(st.integers(1, 4000), st.sampled_from(["(", "not ", "a and ", "a or ", "[", "-", "a.", "a|", "9"]))
@settings(max_examples=40, deadline=None)
def test_a_template_as_deep_as_you_like_is_answered(depth: int, piece: str) -> None:
    found = render.parse("{% if " + piece * depth + "a %}x{% endif %}")
    assert isinstance(found, Slip) or _said(found, {"a": "y"}) in {"", "x"}


@given(st.integers(1, 300))
@settings(max_examples=20, deadline=None)
def test_ifs_within_ifs_are_said_or_refused(depth: int) -> None:
    found = render.parse("{% if a %}" * depth + "x" + "{% endif %}" * depth)
    assert isinstance(found, Slip) or _said(found, {"a": "y"}) == "x"
