"""How long do editors wait for `signpost check`? 300 questions with 20 examples each: the shipped ones and others."""

import json
import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.product import SHIPPED
from benchmarks.rules import Corpus, Rule, corpus
from bot.content.folders import Folders

QUESTIONS = 300
# In each of the two languages.
_EXAMPLES = 10
_MESSAGES = 40
_LANGUAGES = ("zh", "en")
_OR = {"zh": "、", "en": " / "}
_SECTION = re.compile(r"(\w+):")
_LANGUAGE = re.compile(r"  (\w+):")
_REPLY = "answers:\n  - zh: 好的。\n    en: All right.\n"


def widened(folder: Path) -> Folders:
    """The shipped files with as few examples as the new ones, and the new questions, in a folder of their own."""
    folders = Folders(folder / "intents", folder / "replies")
    shutil.copytree(SHIPPED.intents, folders.intents)
    shutil.copytree(SHIPPED.replies, folders.replies)
    shipped = [path for path in folders.intents.rglob("*.yaml") if not path.name.startswith("_")]
    for path in shipped:
        path.write_text("".join(_thinned(path.read_text("utf-8").splitlines(keepends=True))), "utf-8")
    missing = QUESTIONS - len(shipped)
    given = [corpus(language, missing, missing * _MESSAGES) for language in _LANGUAGES]
    rules, examples = map(_rules, given), map(_examples, given)
    for name, text in _files(list(rules), list(examples)):
        (folders.intents / f"{name}.yaml").write_text(text, "utf-8")
        (folders.replies / f"{name}.yaml").write_text(_REPLY, "utf-8")
    return folders


def _thinned(lines: Iterable[str]) -> Iterator[str]:
    """A question's file with the first examples of each language only."""
    section = language = ""
    taken = Counter[str]()
    for line in lines:
        if found := _SECTION.match(line):
            section = found[1]
        if found := _LANGUAGE.match(line):
            language = found[1]
        is_example = section == "examples" and line.lstrip().startswith("- ")
        taken[language] += is_example
        if not is_example or taken[language] <= _EXAMPLES:
            yield line


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
