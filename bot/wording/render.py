"""What does a template say, and can it be trusted? The only module that knows Jinja."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from jinja2 import StrictUndefined, nodes
from jinja2 import Template as JinjaTemplate
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

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


class UnknownFact(LookupError):
    """A template prints a fact that is not known; the next answer is tried."""


def _known(value: str | None) -> str:
    if value is None:
        raise UnknownFact
    return value


# Autoescape keeps a name such as "<b>" from being read as markup by Telegram.
_ENVIRONMENT = ImmutableSandboxedEnvironment(
    autoescape=True, undefined=StrictUndefined, finalize=_known, trim_blocks=True, lstrip_blocks=True
)


@dataclass(frozen=True)
class Mention:
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

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every fact named, in order."""
        return tuple(Mention(node.name, node.lineno) for node in self.tree.find_all(nodes.Name))

    @cached_property
    def names(self) -> frozenset[str]:
        """Every fact named."""
        return frozenset(mention.name for mention in self.mentions)

    @property
    def unguarded(self) -> Iterator[Mention]:
        """The facts that are printed without asking first whether they are known."""
        return _bare(self.tree.body, frozenset())

    def render(self, facts: Mapping[str, str | None]) -> str:
        """The text (Telegram's HTML); raises UnknownFact where a None would be printed."""
        return self._compiled.render(facts).strip()

    @cached_property
    def _compiled(self) -> JinjaTemplate:
        return _ENVIRONMENT.from_string(self.tree)


def parse(source: str) -> Template | Slip:
    """The template, or the first thing that is wrong with it."""
    try:
        tree = _ENVIRONMENT.parse(source)
    except TemplateSyntaxError as error:
        return Slip("template-syntax", error.message or "", error.lineno)
    return next(_forbidden(tree), None) or Template(tree)


def _forbidden(node: nodes.Node) -> Iterator[Slip]:
    for child in node.iter_child_nodes():
        if not isinstance(child, _ALLOWED):
            yield Slip("forbidden-template", _spoken(child), child.lineno)
        yield from _forbidden(child)


def _spoken(node: nodes.Node) -> str:
    named = getattr(node, "name", None) or getattr(node, "attr", None)
    return f"{type(node).__name__.lower()} {named}" if isinstance(named, str) else type(node).__name__.lower()


def _bare(body: list[nodes.Node], tested: frozenset[str]) -> Iterator[Mention]:
    """The facts printed where no `if` around them has asked whether they are known."""
    for node in body:
        match node:
            case nodes.Output():
                names = [Mention(part.name, part.lineno) for part in node.nodes if isinstance(part, nodes.Name)]
                yield from (name for name in names if name.name not in tested)
            case nodes.If():
                yield from _bare(node.body, tested | _asks(node.test))
                yield from _bare([*node.elif_, *node.else_], tested)


def _asks(test: nodes.Node) -> frozenset[str]:
    match test:
        case nodes.Name():
            return frozenset({test.name})
        case nodes.And():
            return _asks(test.left) | _asks(test.right)
    return frozenset()
