"""How long do editors wait for `signpost check`? The shipped questions, and synthetic ones up to three hundred."""

import json
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.product import SHIPPED
from benchmarks.rules import Corpus, Rule, corpus
from bot.content.library import Folders

QUESTIONS = 300
# In each of the two languages.
_EXAMPLES = 10
_MESSAGES = 40
_LANGUAGES = ("zh", "en")
_OR = {"zh": "、", "en": " / "}
_REPLY = "answers:\n  - zh: 好的。\n    en: All right.\n"


def widened(folder: Path) -> Folders:
    """The shipped files and the new questions, in a folder of their own."""
    folders = Folders(folder / "intents", folder / "replies")
    shutil.copytree(SHIPPED.intents, folders.intents)
    shutil.copytree(SHIPPED.replies, folders.replies)
    missing = QUESTIONS - sum(not path.name.startswith("_") for path in folders.intents.rglob("*.yaml"))
    given = [corpus(language, missing, missing * _MESSAGES) for language in _LANGUAGES]
    rules, examples = map(_rules, given), map(_examples, given)
    for name, text in _files(list(rules), list(examples)):
        (folders.intents / f"{name}.yaml").write_text(text, "utf-8")
        (folders.replies / f"{name}.yaml").write_text(_REPLY, "utf-8")
    return folders


def _files(
    rules: Sequence[Mapping[str, list[str]]], examples: Sequence[Mapping[str, list[str]]]
) -> Iterator[tuple[str, str]]:
    for intent in rules[0]:
        lines = ["title:", f"  zh: {intent}", f"  en: {intent}"]
        for key, texts in (("rules", rules), ("examples", examples)):
            lines.append(f"{key}:")
            for language, own in zip(_LANGUAGES, texts, strict=True):
                lines += [f"  {language}:", *(f"    - {json.dumps(text, ensure_ascii=False)}" for text in own[intent])]
        yield intent, "\n".join(lines) + "\n"


def _rules(given: Corpus) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for rule in given.rules:
        found[rule.intent].append(_line(rule, _OR[given.language]))
    return found


def _line(rule: Rule, either: str) -> str:
    """A rule as editors write it."""
    needs = " + ".join(either.join(term.words) for term in rule.needs)
    return needs + "".join(f" - {either.join(term.words)}" for term in rule.never)


def _examples(given: Corpus) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for message in given.messages:
        if message.intent and len(found[message.intent]) < _EXAMPLES:
            found[message.intent].append(message.text)
    return found
