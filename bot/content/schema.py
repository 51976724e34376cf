"""How do editors' tools learn what may stand in a file? As JSON Schemas, made from the checker's own tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, assert_never

from bot.content import dialogues, follow_ups, intents, names, practice, replies, thresholds, words
from bot.content.shapes import Choice, Key, Many, NamedEntries, OneOrMany, Plain, Record, Shape, Share
from bot.content.tone import glossary
from bot.content.tone import words as tone
from bot.content.tone.glossary import GLOSSARY
from bot.content.tone.words import TONE

_DRAFT = "http://json-schema.org/draft-07/schema#"
# A YAML tool takes 49 for a number and true for a truth; for us both are text.
_TEXT = ["string", "number", "boolean"]


@dataclass(frozen=True)
class FileForm:
    """One kind of file: what it is for, its shape, and which files it is (those that begin with ! are not)."""

    zh: str
    en: str
    shape: Shape
    files: tuple[str, ...]


# By the name of the schema's file.
FORMS: Mapping[str, FileForm] = {
    "intent": FileForm(
        "买家会问的一个问题：怎么问",
        "one question that buyers ask: how they say it",
        Record(intents.KEYS),
        ("intents/**/*.yaml", "!intents/**/_*.yaml"),
    ),
    "words": FileForm(
        "几个问题共用的词组，用英文名做键",
        "word groups that questions share, by their English names",
        NamedEntries(Record(words.KEYS)),
        ("intents/**/_words*.yaml",),
    ),
    "thresholds": FileForm(
        "要多有把握才回答（0 到 1）；没写的用程序自带的值",
        "how sure the matcher must be (0 to 1); what is not written keeps the built-in value",
        Record(thresholds.KEYS),
        ("intents/**/_thresholds.yaml",),
    ),
    "follow_ups": FileForm(
        "刚答完，只追问一句：怎样说算追问哪一样",
        "right after an answer: which words ask for which part of it",
        Record(follow_ups.KEYS),
        ("intents/**/_follow_ups.yaml",),
    ),
    "reply": FileForm(
        "怎么答一个问题：跟 intents/ 里的文件同名",
        "how a question is answered: named like its file in intents/",
        Record(replies.KEYS),
        ("replies/**/*.yaml", *(f"!replies/**/{name}.yaml" for name in ("_names", "_pieces", TONE, GLOSSARY))),
    ),
    "names": FileForm(
        "步骤、人、卡住的事叫什么",
        "what steps, people and obstacles are called",
        Record(names.KEYS),
        ("replies/**/_names.yaml",),
    ),
    "pieces": FileForm(
        "几个回答共用的句子，用英文名做键",
        "sentences that replies share, by their English names",
        NamedEntries(Record(replies.PIECE)),
        ("replies/**/_pieces.yaml",),
    ),
    "tone": FileForm(
        "不要对买家说的词，各换成怎么说",
        "words that buyers must not read, each with what is said instead",
        Record(tone.KEYS),
        (f"replies/**/{TONE}.yaml",),
    ),
    "glossary": FileForm(
        "买家头一回听不懂的词，和解释它的大白话",
        "terms that need plain words beside them",
        NamedEntries(Record(glossary.KEYS)),
        (f"replies/**/{GLOSSARY}.yaml",),
    ),
    "dialogues": FileForm(
        "整段对话：买家说什么，必须怎么答",
        "whole conversations: what the buyer says and what has to come of it",
        OneOrMany(Record(dialogues.KEYS, "dialogue")),
        ("tests/dialogues/**/*.yaml",),
    ),
    "practice": FileForm(
        "顾问练习的一段对话：买家写什么，怎么回才算好",
        "a conversation that advisors practise: what the buyer writes, and what a good reply holds",
        Record(practice.KEYS),
        ("practice/*.yaml",),
    ),
}


def schemas() -> Mapping[str, dict[str, Any]]:
    """Every schema by the name of its file, e.g. `intent.json`."""
    return {f"{name}.json": _whole(form) for name, form in FORMS.items()}


def _whole(form: FileForm) -> dict[str, Any]:
    writer = _Writer()
    head = {"$schema": _DRAFT, "title": f"{form.zh} · {form.en}", **writer.schema(form.shape)}
    return {**head, "definitions": writer.definitions} if writer.definitions else head


@dataclass
class _Writer:
    """Writes shapes as schemas; `definitions` holds those that have a label, once."""

    definitions: dict[str, Any] = field(default_factory=dict)

    def schema(self, shape: Shape) -> dict[str, Any]:
        found: dict[str, Any]
        match shape:
            case Plain():
                found = {"type": "string", "pattern": shape.pattern} if shape.pattern else {"type": _TEXT}
            case Choice():
                found = {"enum": list(shape.values)}
            case Share():
                found = {"type": "number", "minimum": 0, "maximum": 1}
            case Many():
                most = {"maxItems": shape.most} if shape.most else {}
                found = {"type": "array", "items": self.schema(shape.shape), **most}
            case OneOrMany():
                one = self.schema(shape.shape)
                found = {"anyOf": [one, {"type": "array", "items": one}]}
            case NamedEntries():
                found = {"type": "object", "additionalProperties": self.schema(shape.shape)}
            case Record():
                found = self._labelled(shape) if shape.label else self._record(shape.keys)
            case _:
                assert_never(shape)
        return found

    def _labelled(self, shape: Record) -> dict[str, Any]:
        if shape.label not in self.definitions:
            self.definitions[shape.label] = self._record(shape.keys)
        # What stands beside a $ref is ignored, so it needs a place of its own.
        return {"allOf": [{"$ref": f"#/definitions/{shape.label}"}]}

    def _record(self, keys: Mapping[str, Key]) -> dict[str, Any]:
        needed = [name for name, key in keys.items() if key.is_needed]
        entries = {name: {"description": _told(key), **self.schema(key.shape)} for name, key in keys.items()}
        required = {"required": needed} if needed else {}
        return {"type": "object", "properties": entries, "additionalProperties": False, **required}


def _told(key: Key) -> str:
    """Both languages, one above the other."""
    return f"{key.zh}\n\n{key.en}"
