"""What does the YAML parser's complaint mean to an editor, and where does the slip really stand?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import yaml

from bot.content.problems import Place, Problem, problem

# What a Chinese keyboard types where YAML wants the narrow sign.
_WIDE = (
    # A Chinese text may well have one; a Chinese key, a sentence under not_this, has a file's name behind it.
    re.compile(r"^\s*(?:[-－]\s*)?(?:[A-Za-z_<>]+(：)|[\w<>]+(：)(?=\s*[a-z][a-z0-9_]*\s*$))"),
    re.compile(r"^\s*([－—–])\s*\S"),
    re.compile(r"^[ ]*([\u3000\xa0])"),
)
_NARROW = {
    "：": ": ",
    "－": "- ",
    "—": "- ",
    "–": "- ",
    "＋": " + ",
    "＜": "<",
    "＞": ">",
    **dict.fromkeys("《〈‹«", "<"),
    **dict.fromkeys("》〉›»", ">"),
    "（": "(",
    "）": ")",
    "［": "[",
    "］": "]",
    "＊": "*",
    "＝": "=",
    "／": "/",
    "，": "、",
    "｛": "{",
    "｝": "}",
    "％": "%",
}


@dataclass(frozen=True)
class _Cause:
    """What a complaint means; `where_it_began` if the beginning of the piece says more than its end."""

    zh: str
    en: str
    where_it_began: bool = False


_UNCLOSED_BRACKET = _Cause("括号没有关上", "a bracket is not closed", where_it_began=True)
_CAUSES = {
    "found unexpected end of stream": _Cause("引号没有关上", "a quote is not closed", where_it_began=True),
    "found unexpected document indicator": _Cause("引号没有关上", "a quote is not closed", where_it_began=True),
    "found character that cannot start any token": _Cause(
        "文字不能以这个符号开头", "a text cannot start with this sign"
    ),
    "mapping values are not allowed in this context": _Cause(
        "这个冒号多了，或者这一行缩进得太深", "this colon is one too many, or the line is indented too far"
    ),
    "did not find expected key": _Cause(
        "缩进没有对齐，或者引号后面还有文字", "the indentation does not line up, or text follows a closing quote"
    ),
    "could not find expected ':'": _Cause("这一行缺冒号或「- 」", "a ':' or a '- ' is missing", where_it_began=True),
    "did not find expected '-' indicator": _Cause(
        "列表里的每一行都要以「- 」开头，并且对齐", "every line of a list begins with '- ' in the same column"
    ),
    "block sequence entries are not allowed in this context": _Cause(
        "列表要另起一行", "a list begins on a line of its own"
    ),
    "did not find expected ',' or ']'": _UNCLOSED_BRACKET,
    "did not find expected ',' or '}'": _UNCLOSED_BRACKET,
    "did not find expected node content": _Cause("括号里面写得不全", "what stands in the brackets is not complete"),
    "found unknown escape character": _Cause("双引号里的反斜杠要写两个", "a backslash in double quotes is typed twice"),
    "but found another document": _Cause("--- 把文件分成了两份", "--- cuts the file in two"),
    "did not find expected <document start>": _Cause("「...」把文件截断了", "'...' ends the file here"),
}
# Nothing else stands on the line of a key with entries below it.
_WIDE_KEY = re.compile(r"^\s*(?:- )?[A-Za-z_]\w*(：)\s*(?:#.*)?$")
# A key without the space behind its colon is read as a text; only the next line fails.
_TIGHT_KEY = re.compile(r"^\s*(?:- )?[A-Za-z_]\w*(:)[^\s/]")
_OUTSIDE = _Cause(
    "这一行是上面那段话的一部分，要跟它的别的行一样往里缩",
    "this line of a text has to stand as far in as its other lines",
)
_TIGHT = _Cause("冒号后面缺空格", "a space is missing behind the colon")
# Texts that have to stand in double quotes, by what shows it.
_UNQUOTED = (
    (
        re.compile(r"^\s*(?:- )?(?:\w+: )?(')[^']*\w'\w[^']*'?\s*$"),
        _Cause("单引号里面还有撇号，外面改用双引号", "an apostrophe stands inside '…': put the text in double quotes"),
    ),
    (
        re.compile(r"^\s*- (\[).*\]\s*[^\s#]"),
        _Cause("以 [ 开头的一行要加双引号", "a line that begins with [ needs double quotes"),
    ),
)
# A key that has lost its colon is a text; the parser goes on until something cannot belong to it.
_BARE_KEY = re.compile(r"^\s*(?:- )?([A-Za-z_]\w*)\s*[|>]?\s*$")
_SWALLOWED = {
    "mapping values are not allowed in this context",
    "could not find expected ':'",
    "did not find expected <document start>",
}
_CUT_OFF = {*_SWALLOWED, "did not find expected '-' indicator", "did not find expected key"}
# What opens something of its own: an entry, a list, a comment. And how far in the key of a line stands.
_OWN_LINE = re.compile(r"\s*(?:#|- |[A-Za-z_]\w*\s*(?::|[|>]?\s*$))", re.ASCII)
_TO_KEY = re.compile(r"\s*(?:- )*")
_NEAR_LINES = 3
# An & or * with no name behind it: meant as text, read as YAML's machinery.
_NAMELESS = "did not find expected alphabetic or numeric character"


class Mark(Protocol):
    """Where the parser is, counted from 0."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


def place_of(mark: Mark | None, file: str, lines: Sequence[str]) -> Place:
    """The mark as a place; behind the last character the parser believes to be on one more line."""
    if mark is None:
        return Place(file)
    return (
        Place(file, mark.line + 1, mark.column + 1)
        if mark.line < len(lines)
        else Place(file, len(lines), len(lines[-1]) + 1)
    )


def explained(error: yaml.MarkedYAMLError, file: str, lines: Sequence[str]) -> Problem:
    """The parser's complaint, with the likeliest cause when a line shows one."""
    found = _explained(error, file, lines)
    wide = _wide_key(file, lines, found.place.line) if error.problem in _SWALLOWED else None
    return wide or found


def _explained(error: yaml.MarkedYAMLError, file: str, lines: Sequence[str]) -> Problem:
    cause = _CAUSES.get(error.problem or "") or _Cause(error.problem or "", error.problem or "")
    began = error.problem == _NAMELESS or cause.where_it_began
    mark = (error.context_mark if began else None) or error.problem_mark or error.context_mark
    place = place_of(mark, file, lines)
    for number in (place.line, place.line - 1):
        line = lines[number - 1] if 0 < number <= len(lines) else ""
        if shown := _shown(line, Place(file, number)):
            return shown
        if unquoted := _unquoted(line):
            place, cause = Place(file, number, unquoted[0]), unquoted[1]
        if number < place.line and (tight := _TIGHT_KEY.match(line)):
            place, cause = Place(file, number, tight.start(1) + 1), _TIGHT
    if error.problem in _SWALLOWED and (bare := _bare_key(file, lines, place.line)):
        place, word = bare
        cause = _Cause(f"「{word}」后面缺冒号", f"'{word}' has no ':' behind it")
    if error.problem == _NAMELESS:
        return problem("yaml-machinery", place)
    if error.problem in _CUT_OFF and (outside := _outside(file, lines, place.line)):
        place, cause = outside, _OUTSIDE
    return problem("yaml-syntax", place, reason_zh=cause.zh, reason_en=cause.en, line=place.line)


def _unquoted(line: str) -> tuple[int, _Cause] | None:
    """What has to stand in quotes: its column, and why."""
    found = ((pattern.match(line), cause) for pattern, cause in _UNQUOTED)
    return next(((match.start(1) + 1, cause) for match, cause in found if match), None)


def _outside(file: str, lines: Sequence[str], last: int) -> Place | None:
    """The line of a text, here or just above, that stands no further in than the key of that text."""
    for number in range(min(last, len(lines)), max(last - _NEAR_LINES, 1), -1):
        line = lines[number - 1]
        above = next((entry for entry in reversed(lines[: number - 1]) if entry.rstrip().endswith("|")), None)
        if above and line.strip() and not _OWN_LINE.match(line) and depth(line) <= _column_of_key(above):
            return Place(file, number, depth(line) + 1)
    return None


def _column_of_key(line: str) -> int:
    found = _TO_KEY.match(line)
    return found.end() if found else 0


def _wide_key(file: str, lines: Sequence[str], last: int) -> Problem | None:
    """The nearest key above whose colon is a wide one: what follows it was taken for its text."""
    for number in range(min(last, len(lines)), 0, -1):
        if found := _WIDE_KEY.match(lines[number - 1]):
            return wide_sign(Place(file, number, found.start(1) + 1), found[1])
    return None


def _bare_key(file: str, lines: Sequence[str], last: int) -> tuple[Place, str] | None:
    """The key without a colon that swallowed the lines down to this one, if any, and where its colon is due."""
    for number in range(min(last, len(lines)), 0, -1):
        line = lines[number - 1]
        if (found := _BARE_KEY.match(line)) and _has_content(line, lines[number:]):
            return Place(file, number, found.end(1) + 1), found[1]
        if number < last and ":" in line.partition("#")[0]:
            break
    return None


def _has_content(key: str, below: Sequence[str]) -> bool:
    """Does the next line that says something belong below a key: further in, or a list beside it?"""
    following = next((line for line in below if line.strip() and not line.lstrip().startswith("#")), "")
    is_list = following.lstrip().startswith("- ") and not key.lstrip().startswith("- ")
    return depth(following) > depth(key) or (is_list and depth(following) == depth(key))


def depth(line: str) -> int:
    """How far in a line stands."""
    return len(line) - len(line.lstrip())


def _shown(line: str, place: Place) -> Problem | None:
    """A wide sign or a tab where YAML wants something narrow."""
    if wide := next((found for pattern in _WIDE if (found := pattern.match(line))), None):
        sign = wide.lastindex or 1
        return wide_sign(Place(place.file, place.line, wide.start(sign) + 1), wide[sign])
    if "\t" in line[: depth(line)]:
        return problem("tab-indent", Place(place.file, place.line, line.index("\t") + 1))
    return None


def wide_sign(place: Place, sign: str) -> Problem:
    """A full-width sign, or a blank that is none, where a narrow one is wanted."""
    if sign.isspace():
        return problem("odd-blank", place)
    return problem("full-width", place, sign=sign, narrow=_NARROW[sign])
