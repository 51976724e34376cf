"""What can be wrong with the files of `practice/`?"""

from collections.abc import Mapping

from bot.content.advice.form import Advice, error

PRACTICE: Mapping[str, Advice] = {
    "no-turns": error(
        "这个情景里买家一句话也没说",
        "在 turns 下面至少写一轮。",
        "the buyer of this scenario says nothing",
        "Write at least one entry under turns.",
    ),
    "unknown-to-case": error(
        "案子 {case} 在 {now} 没有「{fact}」",
        "换一个那时候有的事实，或换案子、换时间。",
        "the case {case} has no '{fact}' on {now}",
        "Use a fact that it has, or another case or moment.",
    ),
    "reference-loses": error(
        "参考回复自己丢了分（{label_zh}）：{why}",
        "改参考回复，或改这一轮的要求，直到它拿满分。",
        "the reference reply itself loses points ({label_en}): {why}",
        "Change the reference reply, or what the turn asks for, until it gets full points.",
    ),
}
