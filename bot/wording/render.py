"""What does a template say, and can it be trusted? The only module that knows Jinja."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from jinja2 import StrictUndefined, nodes
from jinja2 import Template as JinjaTemplate
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

# All that an editor's template may be made of; so it can neither loop, nor call, nor compute.
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.If,
    nodes.And,
    nodes.Or,
    nodes.Not,
)
_PRINTED = (nodes.TemplateData, nodes.Name)
# Editors' templates go three or four levels deep; the compiler's own stack breaks at some hundreds.
_DEEPEST = 24


# An absent piece leaves its line empty; such a line is dropped.
_NOTHING = "\x00"
_ENDINGS = (".", "!", "?", ":", "。", "：")
_EMPTY_LINE = re.compile(rf"^[ \t]*{_NOTHING}[ \t]*\n?", re.MULTILINE)


class UnknownFact(LookupError):
    """A template prints a fact that is not known; the next answer is tried."""

    def __init__(self, fact: str) -> None:
        super().__init__(fact)
        self.fact = fact


@dataclass(frozen=True)
class Rendered:
    """A text ready to be said (Telegram's HTML), and the facts that were really printed in it.

    `tells_of_case`: it, or a piece in it, was chosen for what is on file, whatever it prints.
    """

    text: str
    printed: Mapping[str, str]
    tells_of_case: bool = False


class _Fact(str):
    """A fact that notes being printed. Autoescape keeps a name such as "<b>" from being read as markup."""

    __slots__ = ("note",)
    note: Callable[[], None]


@dataclass(frozen=True)
class _Unknown:
    """A fact that is not known: it may be asked about, and counts as false."""

    name: str

    def __bool__(self) -> bool:
        return False


class _Piece(Markup):
    """A piece, which is escaped already; an absent one counts as false."""

    note: Callable[[], None]

    def __bool__(self) -> bool:
        return self != _NOTHING


def _print(value: _Fact | _Piece | _Unknown) -> str:
    if isinstance(value, _Unknown):
        raise UnknownFact(value.name)
    value.note()
    return value


_ENVIRONMENT = ImmutableSandboxedEnvironment(
    autoescape=True, undefined=StrictUndefined, finalize=_print, trim_blocks=True, lstrip_blocks=True
)


@dataclass(frozen=True)
class NameUse:
    """A fact named in a template; `line` counts from 1."""

    name: str
    line: int


@dataclass(frozen=True)
class Slip:
    """Something wrong in a template: a `kind` of the advice table, its values, and the line (from 1)."""

    kind: str
    value: str
    line: int


@dataclass(frozen=True)
class Template:
    """A text with facts in it; compiled when it is said for the first time."""

    tree: nodes.Template

    def __getstate__(self) -> dict[str, object]:
        """The tree alone: what is compiled cannot go to another process."""
        return {"tree": self.tree}

    @cached_property
    def mentions(self) -> tuple[NameUse, ...]:
        """Every fact named, in order."""
        return tuple(NameUse(node.name, node.lineno) for node in self.tree.find_all(nodes.Name))

    @cached_property
    def names(self) -> frozenset[str]:
        """Every fact named."""
        return frozenset(mention.name for mention in self.mentions)

    @property
    def unguarded(self) -> Iterator[NameUse]:
        """The facts that are printed without asking first whether they are known."""
        return _bare(self.tree.body, frozenset())

    def may_be_blank(self, silent: Collection[str]) -> bool:
        """May nothing be said at all, when tests fail and the names in `silent` print nothing?"""
        return not _speaks(self.tree.body, silent)

    def render(self, facts: Mapping[str, str | None], pieces: Mapping[str, Rendered | None]) -> Rendered:
        """The text with its facts and pieces; raises UnknownFact where an unknown fact would be printed."""
        if not self.names:
            return self._constant
        printed: dict[str, str] = {}
        known = {name: _fact(name, value, printed) for name, value in facts.items()}
        text = self._compiled.render(known | {name: _piece(piece, printed) for name, piece in pieces.items()})
        said = _EMPTY_LINE.sub("", text).replace(_NOTHING, "").strip()
        return Rendered(_headed(said, tuple(filter(None, printed.values()))), printed)

    @cached_property
    def _constant(self) -> Rendered:
        """What is nothing but text, for without a name there is nothing to be tested either."""
        return Rendered("".join(part.data for part in self.tree.find_all(nodes.TemplateData)).strip(), {})

    @cached_property
    def _compiled(self) -> JinjaTemplate:
        return _ENVIRONMENT.from_string(self.tree)


def _headed(text: str, facts: tuple[str, ...]) -> str:
    """With a capital where a fact begins a sentence on a new line: "your advisor" does not know where it will stand."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        is_new = number == 0 or lines[number - 1].endswith(_ENDINGS)
        if is_new and line.startswith(facts):
            lines[number] = line[0].upper() + line[1:]
    return "\n".join(lines)


def _fact(name: str, value: str | None, printed: dict[str, str]) -> _Fact | _Unknown:
    if value is None:
        return _Unknown(name)
    fact = _Fact(value)
    fact.note = lambda: printed.__setitem__(name, value)
    return fact


def _piece(rendered: Rendered | None, printed: dict[str, str]) -> _Piece:
    piece = _Piece(rendered.text if rendered else _NOTHING)
    piece.note = lambda: printed.update(rendered.printed if rendered else {})
    return piece


def parse(source: str) -> Template | Slip:
    """The template, or the first thing that is wrong with it."""
    try:
        tree = _ENVIRONMENT.parse(source)
    except TemplateSyntaxError as error:
        return Slip("template-syntax", error.message or "", error.lineno)
    except (RecursionError, ValueError):
        # Brackets without end, or a number of thousands of digits.
        return Slip("forbidden-template", "…", 1)
    return next(_forbidden(tree), None) or Template(tree)


def _forbidden(node: nodes.Node, depth: int = 0) -> Iterator[Slip]:
    allowed = _PRINTED if isinstance(node, nodes.Output) else _ALLOWED
    for child in node.iter_child_nodes():
        if not isinstance(child, allowed) or depth > _DEEPEST:
            yield Slip("forbidden-template", type(child).__name__.lower(), child.lineno)
        else:
            yield from _forbidden(child, depth + 1)


def _speaks(body: list[nodes.Node], silent: Collection[str]) -> bool:
    """Is something said whatever is known? A fact that is printed is known, or another answer is taken."""
    for node in body:
        match node:
            case nodes.Output():
                words = [part.data for part in node.nodes if isinstance(part, nodes.TemplateData)]
                names = [part.name for part in node.nodes if isinstance(part, nodes.Name)]
                if any(text.strip() for text in words) or any(name not in silent for name in names):
                    return True
            case nodes.If():
                branches = [node.body, *(other.body for other in node.elif_), node.else_]
                if all(_speaks(branch, silent) for branch in branches):
                    return True
    return False


def _bare(body: list[nodes.Node], tested: frozenset[str]) -> Iterator[NameUse]:
    """The facts printed where no `if` around them has asked whether they are known."""
    for node in body:
        match node:
            case nodes.Output():
                names = [NameUse(part.name, part.lineno) for part in node.nodes if isinstance(part, nodes.Name)]
                yield from (name for name in names if name.name not in tested)
            case nodes.If():
                yield from _bare(node.body, tested | _asks(node.test))
                yield from _bare([*node.elif_, *node.else_], tested | _denies(node.test))


def _asks(test: nodes.Node) -> frozenset[str]:
    """The facts that are known where the test holds."""
    match test:
        case nodes.Name():
            return frozenset({test.name})
        case nodes.And():
            return _asks(test.left) | _asks(test.right)
        case nodes.Not():
            return _denies(test.node)
    return frozenset()


def _denies(test: nodes.Node) -> frozenset[str]:
    """The facts that are known where the test fails."""
    match test:
        case nodes.Or():
            return _denies(test.left) | _denies(test.right)
        case nodes.Not():
            return _asks(test.node)
    return frozenset()
