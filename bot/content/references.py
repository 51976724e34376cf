"""Is the reference reply of a practice turn sound, and does it get full points itself?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.cases.languages import LANGUAGES
from bot.content.answers import AnswerReader
from bot.content.problems import Place
from bot.content.reader import Reader, suggestion
from bot.content.replies import other_names
from bot.content.source import Fields, Node, Text
from bot.content.templates import column
from bot.desk.practice.phrases import LABELS
from bot.desk.practice.scenario import Exercise
from bot.desk.practice.scoring import score
from bot.dialogue.house import House
from bot.wording.facts import BY_NAME
from bot.wording.replies import Reply


@dataclass(frozen=True)
class Reference:
    """A reference reply, and where each language of it stands."""

    reply: Reply
    texts: Mapping[str, Text]


def read_reference(node: Node, house: House, reader: Reader) -> Reference | None:
    """A template in both languages, or the name of a reply that is given word for word."""
    if isinstance(node, Text):
        return _fixed(node, house, reader)
    for name in ("when", "buttons"):
        if isinstance(node, Fields) and name in node.fields:
            reader.report("unknown-key", node.keys[name], key=name, allowed="zh, en", suggest_zh="", suggest_en="")
    before = len(reader.problems)
    answer = AnswerReader(reader, other_names(house.content.pieces)).read(node)
    if len(reader.problems) > before or not isinstance(node, Fields):
        return None
    texts = {language: text for language, text in node.fields.items() if isinstance(text, Text)}
    return Reference(Reply("practice", (answer,)), texts)


def _fixed(text: Text, house: House, reader: Reader) -> Reference | None:
    reply = house.content.replies.get(text.value)
    if reply is None:
        reader.report("unknown-reply", text.place, reply=text.value, **suggestion(text.value, house.content.replies))
        return None
    return Reference(reply, dict.fromkeys(LANGUAGES, text))


def check_turn(scenes: Iterable[Exercise], reference: Reference, asked: Mapping[str, Place], reader: Reader) -> None:
    """Every fact (asked for at these places, or said) is known to the case, and the reply gets full points."""
    for scene in scenes:
        text = reference.texts[scene.language]
        unknown = {name: place for name, place in asked.items() if scene.fact(name) is None} | _printed(scene, text)
        standing = scene.standing
        for name, place in unknown.items():
            now = f"{standing.now:%Y-%m-%d %H:%M}"
            reader.report("unknown-to-case", place, case=standing.case.ref, now=now, fact=name)
        if not unknown:
            _check_points(scene, text, reader)


def _printed(scene: Exercise, text: Text) -> dict[str, Place]:
    """The facts that the reply would print and the case does not know; a reply of several answers has its own."""
    answers, known = scene.turn.reply.answers, BY_NAME[scene.language]
    if len(answers) > 1:
        return {}
    mentions = answers[0].texts[scene.language].unguarded
    return {
        mention.name: column(text, mention)
        for mention in mentions
        if mention.name in known and scene.fact(known[mention.name].en) is None
    }


def _check_points(scene: Exercise, text: Text, reader: Reader) -> None:
    for item in score(scene, scene.reference):
        if item.is_lost:
            labels = LABELS[item.name]
            values = {"label_zh": labels["zh"], "label_en": labels["en"], "why": item.why}
            reader.report("reference-loses", text.place, **values)
