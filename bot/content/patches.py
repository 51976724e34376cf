"""How are messages put into a form that an editor can paste into a file?"""

import json
import re
from collections.abc import Iterable, Mapping

from bot.cases.languages import LANGUAGES
from bot.review.clusters import Cluster

NOBODY = "_nobody"
# What YAML reads as it stands, whatever comes after.
_PLAIN = re.compile(r"(?!(?:yes|no|true|false|null|on|off)$)[a-z一-鿿][a-z'一-鿿，。？！、 ]*", re.IGNORECASE)
_HEAD = """\
# 还没答好的问法，看起来是问 {intent}。看一遍：不是的删掉，是的粘到 {place} 下面。
# Messages not answered well that look like {intent}. Read them, delete what means something else,
# and paste the rest under {place}.
examples:
"""


def patches(gaps: Iterable[Cluster]) -> Mapping[str, str]:
    """The text of a file for each likeliest intent, by its name; what is like none goes to `_nobody`."""
    by_intent: dict[str, list[Cluster]] = {}
    for gap in gaps:
        by_intent.setdefault(gap.likeliest[0] if gap.likeliest else NOBODY, []).append(gap)
    return {intent: _patch(intent, found) for intent, found in sorted(by_intent.items())}


def _patch(intent: str, gaps: list[Cluster]) -> str:
    place = "`examples:` in a question of intents/" if intent == NOBODY else f"`examples:` in intents/…/{intent}.yaml"
    lines = [_HEAD.format(intent=intent, place=place).rstrip("\n")]
    for language in LANGUAGES:
        spoken = [gap for gap in gaps if gap.language == language]
        lines += [f"  {language}:"] if spoken else []
        lines += [f"    - {_scalar(text)}  # × {count}" for gap in spoken for text, count in gap.messages]
    return "\n".join(lines) + "\n"


def _scalar(text: str) -> str:
    """One line of YAML that says the text; a JSON string is one where plain words are not."""
    one_line = " ".join(text.split())
    return one_line if _PLAIN.fullmatch(one_line) else json.dumps(one_line, ensure_ascii=False)
