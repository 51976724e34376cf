"""What do editors call the scenes, and what is wrong with an answer? In both languages."""

from collections.abc import Iterator, Mapping

from bot.cli.gallery.groups import AnswerGroup
from bot.review.gaps import Gap, Standard
from bot.review.scenes import STRANGER, Omission, Scene
from bot.wording.conditions import MENTIONS, PAST, SUPPOSED, WHOSE, YES
from bot.wording.names import Names
from bot.wording.subject import Manner

_OMISSIONS: Mapping[Omission, Mapping[str, str]] = {
    Omission.STALE: {"zh": "太久没核对", "en": "not checked lately"},
    Omission.NO_LOAN: {"zh": "没有贷款资料", "en": "no loan on file"},
    Omission.NO_SIGN_BY: {"zh": "没有签约截止日", "en": "no sign-by date"},
    Omission.NO_NEXT_CHECK: {"zh": "没定下次跟进", "en": "no next check"},
    Omission.NO_PLACE: {"zh": "没有签约地点", "en": "no place"},
    Omission.NO_OUTCOME: {"zh": "钟点到了，还没登记", "en": "the hour has come, no outcome"},
    Omission.NO_ADVISOR: {"zh": "没有顾问", "en": "no advisor"},
}
_GAPS: Mapping[Gap, Mapping[str, str]] = {
    Gap.BROKEN: {"zh": "说不出来", "en": "cannot be said"},
    Gap.LAST_RESORT: {"zh": "只剩最后一个回答", "en": "only the last resort was left"},
    Gap.FACT_MISSING: {"zh": "前面有个回答合适，但缺事实：{facts}", "en": "a fitting answer lacked {facts}"},
}

STANDARDS: Mapping[Standard, Mapping[str, str]] = {
    Standard.WRITTEN: {"zh": "专门写的", "en": "written for it"},
    Standard.GENERAL: {"zh": "通用的", "en": "general"},
    Standard.LAST_RESORT: {"zh": "最后一个回答", "en": "last resort"},
    Standard.NONE: {"zh": "没有回答", "en": "none"},
}


def scene_label(scene: Scene, language: str) -> str:
    """A scene in a few words: `C-DEMO-03 · no loan on file`, `C-DEMO-03 · whose: seller`."""
    name = {"zh": "陌生人", "en": "a stranger"}[language] if scene.name == STRANGER else scene.name
    omitted = [_OMISSIONS[scene.omission][language]] if scene.omission else []
    return " · ".join([name, *omitted, *_asked(scene.manner)])


def _asked(manner: Manner) -> Iterator[str]:
    """How the question is put, as editors write it."""
    if manner.whose:
        yield f"{WHOSE}: {manner.whose}"
    if manner.supposed:
        yield f"{SUPPOSED}: {YES}"
    if manner.past:
        yield f"{PAST}: {YES}"
    if manner.said:
        yield f"{MENTIONS}: {manner.said}"


def story(scene: Scene, names: Names, language: str) -> str:
    """Where the scene's case stands, in the editors' own names; how little is known of a stranger."""
    standing = scene.standing
    if standing is None:
        return {"zh": "没确认身份", "en": "not verified"}[language]
    step = names.say("milestones", standing.current, language) if standing.current else "–"
    if standing.conflict:
        return step + {"zh": " · 记录对不上", "en": " · records disagree"}[language]
    if standing.is_stale:
        return step + {"zh": " · 太久没核对", "en": " · not checked lately"}[language]
    who = f" · {names.say('roles', standing.waiting_for, language)}" if standing.waiting_for else ""
    return f"{step}{who}"


def complaints(group: AnswerGroup, language: str) -> list[str]:
    """Everything that is to be mended about an answer."""
    facts = "、".join(group.lacked) if language == "zh" else ", ".join(group.lacked)
    trouble = [said.trouble for said in group.pair if said.trouble]
    findings = [f"{entry.place.file}:{entry.place.line}: {entry.message(language)}" for entry in group.problems]
    return [*(_GAPS[gap][language].format(facts=facts) for gap in group.gaps), *dict.fromkeys(trouble), *findings]
