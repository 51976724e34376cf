"""What are steps, people and obstacles called? (`replies/_names.yaml`)"""

from collections.abc import Mapping

from bot.cases.languages import LANGUAGES
from bot.content.codes import CODES
from bot.content.reader import Reader
from bot.content.shapes import TEXT, Key, Record, needed
from bot.content.source import Fields, Node
from bot.wording.names import SECTIONS, Name, Names

NAME: Mapping[str, Key] = {
    "zh": Key(
        "中文的叫法；会嵌进句子里，要短、不带句号",
        "its Chinese name, short: it stands inside sentences",
        TEXT,
        is_needed=True,
    ),
    "en": Key("英文的叫法", "its English name", TEXT, is_needed=True),
    "zh_gloss": Key("第一次听的人要的中文解释", "plain Chinese words for who hears it the first time", TEXT),
    "en_gloss": Key("第一次听的人要的英文解释", "plain English words for who hears it the first time", TEXT),
}
_MEANINGS: Mapping[str, tuple[str, str]] = {
    "milestones": ("步骤叫什么", "what the steps are called"),
    "roles": ("各方叫什么", "what the people are called"),
    "blockers": ("卡住的事叫什么", "what the obstacles are called"),
    "conflicts": ("两处记录各写着什么", "what each of two records says that disagree"),
    "actions": ("程序自己的按钮叫什么", "what the program's own buttons are called"),
    "release_rules": ("银行等什么才放款", "what the bank waits for"),
    "days": ("买家追问几号的时候，一行一个的日子叫什么", "what days are called where they stand in a list"),
}
KEYS: Mapping[str, Key] = {
    section: Key(
        *_MEANINGS[section],
        Record({code: Key(*CODES[section][code], Record(NAME, "name"), is_needed=True) for code in codes}),
        is_needed=True,
    )
    for section, codes in SECTIONS.items()
}


def read_names(node: Node, reader: Reader) -> Names:
    """The names of `replies/_names.yaml`; every code must have one."""
    fields = reader.fields(node, KEYS, required=needed(KEYS))
    return Names({section: _section(section, fields[section], reader) for section in SECTIONS if section in fields})


def _section(section: str, node: Node, reader: Reader) -> Mapping[str, Name]:
    codes = SECTIONS[section]
    fields = reader.fields(node, codes)
    for code in codes:
        if code not in fields and isinstance(node, Fields):
            reader.report("missing-name", node.place, code=code, section=section)
    return {code: _name(code, value, reader) for code, value in fields.items()}


def _name(code: str, node: Node, reader: Reader) -> Name:
    fields = reader.fields(node, NAME)
    if isinstance(node, Fields):
        spoken = {name: value for name, value in fields.items() if name in LANGUAGES}
        reader.by_language(Fields(spoken, node.keys, node.place), code)
    texts = {name: text.value for name, value in fields.items() if (text := reader.text(value))}
    gloss = {name.removesuffix("_gloss"): text for name, text in texts.items() if name.endswith("_gloss")}
    return Name({name: text for name, text in texts.items() if name in LANGUAGES}, gloss)
