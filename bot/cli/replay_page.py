"""How is a replay read in a browser? One page by itself, both texts side by side."""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.review.replay import Difference, Version

_PAGE = """<!doctype html>
<html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Signpost · replay</title>
<style>
:root {{ color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; }}
body {{ max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }}
h2 {{ font-size: 1rem; margin: 2.5rem 0 .5rem; }}
.pair {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 1rem; }}
.pair > div {{ border: 1px solid #8886; border-left: .3rem solid; border-radius: .3rem; padding: .6rem .9rem; }}
.before {{ border-left-color: #c33 !important; }} .after {{ border-left-color: #2a7 !important; }}
small {{ opacity: .75; }} pre {{ white-space: pre-wrap; font: inherit; margin: .5rem 0 0; }}
</style>
<h1>改动前后 · Before and after</h1>
<p>{head}</p>
{changes}
</html>
"""
_CHANGE = """<h2>{number}. “{question}” <small>{kind}</small></h2>
<div class="pair">{before}{after}</div>"""
_KINDS = {True: "另一个回答 · another answer", False: "只是措辞 · the words only"}


def page(head: str, changes: "Iterable[Difference]") -> str:
    """The whole page."""
    shown = [
        _CHANGE.format(
            number=number,
            question=escape(change.situation.incoming.content),
            kind=_KINDS[change.is_decision],
            before=_side("before", change.before),
            after=_side("after", change.after),
        )
        for number, change in enumerate(changes, 1)
    ]
    return _PAGE.format(head=escape(head), changes="\n".join(shown))


def _side(name: str, version: "Version") -> str:
    from bot.cli.replay import told

    texts = "".join(f"<pre>{escape(text)}</pre>" for text in version.texts)
    return f'<div class="{name}"><small>{escape(told(version))}</small>{texts}</div>'
