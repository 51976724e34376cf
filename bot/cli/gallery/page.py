"""How does the preview look in a browser? One page that needs nothing beside itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files

from bot.cases.case import CHINA
from bot.cases.languages import LANGUAGES, OWN_NAMES
from bot.cli.gallery.groups import AnswerGroup, Section
from bot.cli.gallery.labels import complaints, scene_label, story
from bot.cli.gallery.markup import Markup, joined, tag
from bot.dialogue.messages import Button
from bot.dialogue.taps import ASK, read
from bot.review.scenes import Exhibit, Scene
from bot.wording.names import Names

_CHAT = {"zh": "签路", "en": "Signpost"}


@dataclass(frozen=True)
class PageSetting:
    """What the page is about besides the answers: the scenes that can be picked, and the editors' names."""

    scenes: Sequence[Scene]
    names: Names


def preview(sections: Iterable[Section], stage: PageSetting) -> Markup:
    """What the page holds: filters, then each question with its answers, those to be mended first."""
    ordered = sorted(sections, key=lambda section: not section.failing)
    return joined(
        [_filters(ordered, stage), tag("main", *(_section(section, stage) for section in ordered), _nothing())]
    )


def document(body: Markup, version: str | None = None) -> str:
    """A whole HTML document with style and script inside; one with a `version` asks its server for a newer one."""
    style, script = (Markup(_resource(name)) for name in ("page.css", "page.js"))
    head = joined(
        [
            tag("meta", charset="utf-8"),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("title", "Signpost 签路"),
            tag("style", style),
        ]
    )
    whole = tag("html", tag("head", head), tag("body", body, tag("script", script), data_version=version), lang="zh")
    return f"<!doctype html>\n{whole}\n"


def banner(findings: str, title: str) -> Markup:
    """What is wrong with the files now, above the page that was made of the last sound ones."""
    return tag("aside", tag("strong", title), tag("pre", findings), class_="banner")


def _filters(sections: Sequence[Section], stage: PageSetting) -> Markup:
    failing = sum(section.failing for section in sections)
    questions = [_option(section.reply, f"{section.reply} · {section.titles['zh']}") for section in sections]
    usual = [scene for scene in stage.scenes if scene.is_usual]
    cases = [_option(scene.name, f"{scene_label(scene, 'zh')} · {story(scene, stage.names, 'zh')}") for scene in usual]
    return tag(
        "header",
        tag("h1", "签路 Signpost"),
        tag("input", id="text", type="search", placeholder="找文字 · find text", autocomplete="off"),
        _choice("question", "所有问题 · all questions", questions),
        _choice("case", "所有案子 · all cases", cases),
        _choice("language", "两种语言 · both languages", [_option(code, OWN_NAMES[code]) for code in LANGUAGES]),
        tag("label", tag("input", id="failing", type="checkbox"), f"只看要改的 · to mend only ({failing})"),
        tag("output", id="count"),
    )


def _choice(name: str, every: str, options: Iterable[Markup]) -> Markup:
    return tag("select", tag("option", every, value=""), *options, id=name, aria_label=every)


def _option(value: str, label: str) -> Markup:
    return tag("option", label, value=value)


def _section(section: Section, stage: PageSetting) -> Markup:
    mark = tag("span", str(section.failing), class_="count") if section.failing else None
    heading = tag("h2", f"{section.titles['zh']} · {section.titles['en']} ", tag("code", section.reply), mark)
    groups = (_group(group, section, stage) for group in section.groups)
    return tag("section", heading, *groups, id=f"q-{section.reply}", data_question=section.reply)


def _group(group: AnswerGroup, section: Section, stage: PageSetting) -> Markup:
    names = " ".join(dict.fromkeys(scene.name for scene in group.scenes))
    return tag(
        "article",
        tag("ul", *(_chip(scene, stage) for scene in group.scenes), class_="scenes"),
        tag("ul", *map(_complaint, *(complaints(group, language) for language in LANGUAGES)), class_="complaints")
        if group.fails
        else None,
        tag("div", *(_chat(said, section) for said in group.pair), class_="pair"),
        _source(group),
        data_cases=names,
        class_="failing" if group.fails else None,
    )


def _chip(scene: Scene, stage: PageSetting) -> Markup:
    told = " / ".join(story(scene, stage.names, language) for language in LANGUAGES)
    label = scene_label(scene, "zh")
    if label != scene.name:
        label = f"{label} · {scene_label(scene, 'en').removeprefix(f'{scene.name} · ')}"
    return tag("li", label, title=told)


def _complaint(chinese: str, english: str) -> Markup:
    return tag("li", chinese if chinese == english else f"{chinese} · {english}")


def _chat(said: Exhibit, section: Section) -> Markup:
    """The buyer's question on the right, our answer on the left, its buttons below."""
    at = f"{said.scene.now.astimezone(CHINA):%H:%M}"
    asks = not section.reply.startswith("_")
    answer = said.message.plain if said.message else said.trouble
    buttons = said.message.buttons if said.message else ()
    return tag(
        "div",
        tag("p", section.titles[said.language], tag("time", at), class_="bubble buyer") if asks else None,
        tag("p", answer, tag("time", at), class_="bubble bot", data_who=_CHAT[said.language]),
        tag("div", *map(_button, buttons), class_="buttons") if buttons else None,
        class_="chat",
        lang=said.language,
    )


def _button(button: Button) -> Markup:
    """A button leads to the answers to its own question."""
    action, question = read(button.data)
    return tag("a", button.label, href=f"#q-{question}" if action == ASK else None)


def _source(group: AnswerGroup) -> Markup | None:
    """Which answer of which file it is, and the facts that were printed, in both languages."""
    chosen = group.pair[0].chosen
    if chosen is None:
        return None
    facts = [f"{name} = {value}" for said in group.pair if said.chosen for name, value in said.chosen.facts.items()]
    summary = tag("summary", f"{chosen.reply}.yaml · 第 {chosen.answer + 1} 个回答 · answer {chosen.answer + 1}")
    return tag("details", summary, tag("p", "\n".join(facts) or "–"))


def _nothing() -> Markup:
    return tag("p", "没有这样的回答。 · No such answer.", id="nothing", hidden="")


def _resource(name: str) -> str:
    return (files("bot.cli.gallery") / name).read_text("utf-8")
