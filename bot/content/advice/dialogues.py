"""What can be wrong with a written conversation, and what may go otherwise than it says?"""

from collections.abc import Mapping

from bot.content.advice.form import Advice, error

_CURE = "回答或规则变坏了就改 replies/、intents/；是特意改的，就改这一行。"
_CURE_EN = "Mend replies/ or intents/ if they got worse; if the change is meant, correct this line."

DIALOGUES: Mapping[str, Advice] = {
    "bad-moment": error(
        "「{value}」不是一个时间",
        "写成 2026-09-22 15:00 这样。",
        "'{value}' is no moment",
        "Write it like 2026-09-22 15:00.",
    ),
    "no-speaker": error(
        "这一句没有写明买家做什么",
        "写 buyer（打字）或 press（按按钮），只写一个。",
        "this line does not say what the buyer does",
        "Write either buyer (what is typed) or press (the button pressed).",
    ),
    "no-dialogues": error(
        "没有这个对话文件夹",
        "建好它，或用 --dialogues-in 指明。",
        "there is no such folder of dialogues",
        "Create it, or name another one with --dialogues-in.",
    ),
    "unknown-reply": error(
        "没有叫「{reply}」的回答",
        "{suggest_zh}这里写 replies/ 里的文件名，不带 .yaml。",
        "there is no reply '{reply}'",
        "{suggest_en}Write the name of a file in replies/, without .yaml.",
    ),
    "not-said": error("没有说「{text}」，说的是：{said}", _CURE, "'{text}' is not said; said was: {said}", _CURE_EN),
    "said-anyway": error("不该说「{text}」，却说了：{said}", _CURE, "'{text}' is said: {said}", _CURE_EN),
    "said-otherwise": error(
        "{key} 是「{found}」，不是「{value}」；说的是：{said}",
        _CURE,
        "{key} is '{found}', not '{value}'; said was: {said}",
        _CURE_EN,
    ),
    "no-such-button": error(
        "没有按钮「{label}」，有的是：{labels}", _CURE, "there is no button '{label}'; there are: {labels}", _CURE_EN
    ),
    "no-ticket": error(
        "没有工单「{ticket}」，开着的是：{tickets}",
        _CURE,
        "there is no ticket '{ticket}'; open are: {tickets}",
        _CURE_EN,
    ),
    "not-told": error(
        "顾问没看到「{text}」，看到的是：{said}",
        _CURE,
        "the advisors do not see '{text}'; they see: {said}",
        _CURE_EN,
    ),
}
