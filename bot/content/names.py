"""What are steps, people and obstacles called? (`replies/_names.yaml`)"""

from collections.abc import Mapping

from bot.content.reader import Reader
from bot.content.source import Fields, Node
from bot.wording.names import SECTIONS, Name, Names


def read_names(node: Node, reader: Reader) -> Names:
    """The names of `replies/_names.yaml`; every code must have one."""
    fields = reader.fields(node, tuple(SECTIONS), required=tuple(SECTIONS))
    return Names({section: _section(section, fields[section], reader) for section in SECTIONS if section in fields})


def _section(section: str, node: Node, reader: Reader) -> Mapping[str, Name]:
    codes = SECTIONS[section]
    fields = reader.fields(node, codes)
    for code in codes:
        if code not in fields and isinstance(node, Fields):
            reader.report("missing-name", node.place, code=code, section=section)
    return {code: _name(code, value, reader) for code, value in fields.items()}


def _name(code: str, node: Node, reader: Reader) -> Name:
    fields = reader.fields(node, ("zh", "en", "zh_gloss", "en_gloss"))
    if isinstance(node, Fields):
        spoken = {name: value for name, value in fields.items() if name in {"zh", "en"}}
        reader.by_language(Fields(spoken, node.keys, node.place), code)
    texts = {name: text.value for name, value in fields.items() if (text := reader.text(value))}
    gloss = {name.removesuffix("_gloss"): text for name, text in texts.items() if name.endswith("_gloss")}
    return Name({name: text for name, text in texts.items() if name in {"zh", "en"}}, gloss)
