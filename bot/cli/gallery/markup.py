"""How is HTML written so that nothing from outside can break it? Elements from functions, texts always escaped."""

import html
from collections.abc import Iterable

# Elements that hold nothing and are not closed.
_EMPTY = {"input", "meta"}


class Markup(str):
    """A piece of HTML that is ready; any other text is escaped when it is put into an element."""

    __slots__ = ()


def tag(element: str, /, *children: str | None, **attributes: str | None) -> Markup:
    """An element; an attribute that is None is left out, `_` at its end or within it is not part of its name.

    >>> tag("p", "a < b", tag("b", "c"), class_="x", data_case='"1"')
    '<p class="x" data-case="&quot;1&quot;">a &lt; b<b>c</b></p>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{html.escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(
        f"<{element}{written}>" if element in _EMPTY else f"<{element}{written}>{joined(children)}</{element}>"
    )


def joined(children: Iterable[str | None]) -> Markup:
    """Elements and texts one after the other; None says nothing."""
    return Markup("".join(_escaped(child) for child in children if child is not None))


def _escaped(child: str) -> str:
    return child if isinstance(child, Markup) else html.escape(child, quote=False)
