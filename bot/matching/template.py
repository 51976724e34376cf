"""What does an editor's sentence with signs in it stand for? 从<when>(开始): 从几号, 从什么时候开始."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.matching.script import legible

_CLOSED_BY = {"[": "]", "(": ")"}
_CLOSING = "])"
_PARTED = "、/"
_QUESTION = "?？"
_APOSTROPHES = str.maketrans("", "", "'’")
_SPACES = re.compile(r"\s+")
# Where a stop stands; the last question mark is none.
_STOPS = re.compile(r" ?(?:[,，、。.!！;；…~～]|[?？](?=\W*\w))(?:[ ,，、。.!！;；…~～]|[?？](?=\W*\w))*")
# What a space of a sentence stands for: a space or a stop, or nothing, for nobody types them all.
_PAUSE = "[ ,]?"
# A few words of any kind, up to the next stop.
_ANYTHING = "[^?？,]{0,24}"
# What may come several times comes at most so often, so that no message takes long to read.
_SEVERAL = "{0,4}"
# What would take long to compile or to read is nobody's sentence: signs of a pattern, gaps, brackets in brackets.
_LONGEST, _MOST_GAPS, _DEEPEST = 20_000, 5, 8
_ONLY_A_MARK = r"(?=[?？]+$)"
_ASKED = r"(?:(?=[啊呀 ]*[不没假吗么嘛吧])(?=[不没假吗么嘛吧啊呀？? ]+$)[不没假]?|(?=\W*[?？]))"


class TemplateError(ValueError):
    """It cannot be read: why, in both languages, and where (`at`, from 0)."""

    def __init__(self, at: int, zh: str, en: str) -> None:
        self.at, self.zh, self.en = at, zh, en
        super().__init__(en)


@dataclass(frozen=True)
class Template:
    """All that a sentence stands for, as a pattern, and the shortest that one would say for it."""

    pattern: str
    example: str

    @property
    def repeats(self) -> bool:
        """May anything in it come several times?"""
        return _SEVERAL in self.pattern


# What stands for nothing at all, and what every file may name.
NOTHING = Template("(?!)", "")
_KNOWN = {
    "number": Template(r"(?:\d{1,4}|[一二三四五六七八九十]{1,3})", "3"),
    "hour": Template(
        r"(?:\d{1,2}(?:[:：]\d\d)?(?:\s?[ap]m)?|(?:\d{1,2}|[一二两三四五六七八九十]{1,3})点(?:半|\d{1,2}分?)?)", "3"
    ),
    "word": Template(r"\w+", "it"),
}


def readable(message: str) -> str:
    """The message as these patterns read it: without apostrophes, each stop a comma.

    >>> readable("好的！ 那我等着。。"), readable("what? i'll wait?")
    ('好的,那我等着,', 'what,ill wait?')
    """
    return _STOPS.sub(",", _SPACES.sub(" ", message.strip().translate(_APOSTROPHES)))


def template(sentence: str, lists: Mapping[str, Template]) -> Template:
    """What it stands for; it is for `readable` messages. `lists`: what each `<name>` stands for.

    `[a、b]` or `[a/b]` is one of these, `(a、b)` one or none, `(a、b)*` some of them; a space may be a stop or nothing;
    `…` is a few words of any kind; a question mark at the end means: only what is put as a question.
    Raises TemplateError.

    >>> found = template("从<when>(开始)", {"when": Template("几号", "几号")})
    >>> found.example, re.fullmatch(found.pattern, "从几号开始") is not None
    ('从几号', True)
    """
    written = sentence.rstrip()
    body = written.rstrip(_QUESTION)
    if not body:
        return _only_a_mark(written)
    reading = _Reading(legible(body), {**_KNOWN, **lists})
    found = reading.choice()
    if reading.at < len(body):
        sign = body[reading.at]
        raise TemplateError(reading.at, f"「{sign}」前面没有打开的括号", f"'{sign}' closes nothing")
    if len(found.pattern) > _LONGEST or found.pattern.count(_ANYTHING) > _MOST_GAPS:
        raise TemplateError(0, "这一句能当的话太多了，拆成几句", "it stands for too much: make several of it")
    return found if body == written else Template(found.pattern + _ASKED, f"{found.example}?")


def any_template(found: Sequence[Template]) -> Template:
    """Any of these; of none, nothing."""
    return Template(f"(?:{'|'.join(one.pattern for one in found)})", found[0].example) if found else NOTHING


def _only_a_mark(sentence: str) -> Template:
    if not sentence:
        raise TemplateError(0, "一个字也没有", "it says nothing")
    return Template(_ONLY_A_MARK, sentence)


@dataclass
class _Reading:
    """A sentence that is being read, from `at` on."""

    text: str
    lists: Mapping[str, Template]
    at: int = 0
    depth: int = 0

    def choice(self) -> Template:
        """What stands between separators, up to the end or a closing bracket."""
        choices = [self._sequence()]
        while self._next and self._next in _PARTED:
            self.at += 1
            choices.append(self._sequence())
        return any_template(choices)

    @property
    def _next(self) -> str:
        return self.text[self.at : self.at + 1]

    def _sequence(self) -> Template:
        parts = list(self._parts())
        if not any(part.pattern for part in parts):
            raise TemplateError(self.at, "这里缺一个说法", "something is missing here")
        return Template("".join(part.pattern for part in parts), "".join(part.example for part in parts))

    def _parts(self) -> Iterator[Template]:
        while self._next and self._next not in _PARTED + _CLOSING:
            yield self._part(self._next)

    def _part(self, sign: str) -> Template:
        if sign in _CLOSED_BY:
            return self._bracket(sign)
        if sign == "<":
            return self._list()
        if sign == "*":
            raise TemplateError(self.at, "「*」只能写在「)」后面", "a '*' belongs behind a ')'")
        if sign in _QUESTION:
            raise TemplateError(self.at, "问号只能写在最后", "a question mark belongs at the end")
        self.at += 1
        return _sign(sign)

    def _bracket(self, opening: str) -> Template:
        start = self.at
        if self.depth == _DEEPEST:
            raise TemplateError(start, "括号套得太深了", "there are too many brackets in brackets")
        self.at, self.depth = self.at + 1, self.depth + 1
        inside = self.choice()
        self.depth -= 1
        if self._next != _CLOSED_BY[opening]:
            raise TemplateError(start, f"「{opening}」没有关上", f"'{opening}' is not closed")
        self.at += 1
        if opening == "[":
            return inside
        if self._next != "*":
            return Template(f"{inside.pattern}?", "")
        if inside.repeats:
            raise TemplateError(self.at, "「( )*」里面不能再有「*」", "a '*' cannot stand within another")
        self.at += 1
        return Template(f"(?:{inside.pattern}{_PAUSE}){_SEVERAL}", "")

    def _list(self) -> Template:
        start, end = self.at, self.text.find(">", self.at)
        if end < 0:
            raise TemplateError(start, "「<」没有关上", "'<' is not closed")
        name = self.text[start + 1 : end].strip()
        if name not in self.lists:
            raise TemplateError(start, f"上面没有叫「{name}」的词表", f"there is no list '{name}' above")
        self.at = end + 1
        return self.lists[name]


def _sign(sign: str) -> Template:
    """What one sign stands for that opens and closes nothing."""
    if sign == "…":
        return Template(_ANYTHING, "")
    if sign.isspace() or _STOPS.fullmatch(sign):
        return Template(_PAUSE, sign)
    return Template(re.escape(sign.translate(_APOSTROPHES)), sign)
