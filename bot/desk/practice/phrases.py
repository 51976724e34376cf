"""What does the coach say, in Chinese and English?"""

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "facts": {"zh": "要说的事实", "en": "facts to tell"},
    "says": {"zh": "要说的话", "en": "things to say"},
    "substance": {"zh": "说到点子上", "en": "substance"},
    "never": {"zh": "不能说的", "en": "things not to say"},
    "next_step": {"zh": "下一步", "en": "next step"},
    "move": {"zh": "接着怎么做", "en": "what you do next"},
    "opening": {"zh": "开头", "en": "opening"},
    "weekday": {"zh": "日期带星期", "en": "weekdays"},
    "length": {"zh": "长短", "en": "length"},
    "promise": {"zh": "不乱答应", "en": "no promises"},
    "vague": {"zh": "时间说清楚", "en": "clear times"},
    "blame": {"zh": "不怪谁", "en": "no blame"},
    "address": {"zh": "称「您」", "en": "polite address"},
    "fresh": {"zh": "截至什么时候", "en": "how fresh it is"},
    "numbers": {"zh": "不带号码", "en": "no personal numbers"},
}
_WHY: Mapping[str, Mapping[str, str]] = {
    "fine": {"zh": "很好。", "en": "Fine."},
    "told": {"zh": "说了：{fact}。", "en": "Told: {fact}."},
    "not_told": {"zh": "没说「{name}」：{fact}。", "en": "Missing {name}: {fact}."},
    "said": {"zh": "说到了「{word}」。", "en": "Said “{word}”."},
    "not_said": {"zh": "没说到「{word}」。", "en": "“{word}” is missing."},
    "leaked": {"zh": "「{word}」不能对买家说。", "en": "“{word}” must not be told to the buyer."},
    "no_substance": {
        "zh": "买家要的一样也没说到，别的写得再好也不算分。",
        "en": "Nothing that the buyer needs is in it, so the rest brings no points.",
    },
    "no_step": {
        "zh": "没说下一步：谁、什么时候、做什么。",
        "en": "There is no next step: who does what, and when.",
    },
    "two_steps": {"zh": "写了 {count} 个下一步，只留最要紧的一个。", "en": "There are {count} next steps; keep one."},
    "no_when": {"zh": "下一步没有日子或钟点。", "en": "The next step has no day or hour."},
    "wrong_when": {"zh": "下一步的时间应该是 {when}。", "en": "The next step is due {when}."},
    "no_who": {"zh": "下一步没说由谁来做。", "en": "The next step does not say who does it."},
    "wrong_who": {"zh": "下一步应该由{who}来做，写清楚。", "en": "The next step is for {who} to do; say so."},
    "stiff_start": {
        "zh": "不要用「{word}」开头；先回答，或先说听到了。",
        "en": "Do not begin with “{word}”; answer or acknowledge first.",
    },
    "no_weekday": {"zh": "「{said}」后面写上{weekday}。", "en": "“{said}” lacks its weekday, {weekday}."},
    "wrong_weekday": {"zh": "「{said}」其实是{weekday}。", "en": "“{said}” is really a {weekday}."},
    "long_sentence": {
        "zh": "「{start}…」这句 {length} 个字，最多 {most} 个。",
        "en": "The sentence “{start}…” has {length} words; the most is {most}.",
    },
    "long_message": {
        "zh": "整条 {length} 个字，最多 {most} 个。",
        "en": "The message has {length} words; the most is {most}.",
    },
    "promise": {"zh": "「{word}」答应得太满，没有记录撑着。", "en": "“{word}” promises what no record bears out."},
    "vague": {"zh": "「{word}」等于没说时间，换成日期。", "en": "“{word}” is no time; give a date."},
    "bare_days": {"zh": "「{word}」要说是工作日还是日历日。", "en": "“{word}”: say working days or calendar days."},
    "blame": {"zh": "「{word}」在怪人或评对错，只说事实。", "en": "“{word}” blames or judges; keep to the facts."},
    "address": {"zh": "「{word}」改成「您」。", "en": "“{word}” is no way to address a buyer."},
    "not_fresh": {"zh": "说一句资料截至什么时候。", "en": "Say how fresh your information is (as of …)."},
    "numbers": {
        "zh": "证件号、手机号、卡号不写进聊天。",
        "en": "Numbers of IDs, phones and cards have no place in a chat.",
    },
    "right_move": {"zh": "对，{move}。", "en": "right, {move}."},
    "wrong_move": {"zh": "更合适的是「{move}」。", "en": "better here, {move}."},
}
MOVES: Mapping[str, Mapping[str, str]] = {
    "reply": {"zh": "回复就够了，聊天留在您手里", "en": "the reply is enough; the chat stays with you"},
    "claim": {"zh": "马上接手，并请值班负责人", "en": "take it at once and call in the duty lead"},
    "note": {"zh": "把变化记进案子", "en": "note the change in the case"},
    "return": {"zh": "退回给机器人", "en": "give the chat back to the bot"},
}
_TALK: Mapping[str, Mapping[str, str]] = {
    "choose": {
        "zh": "选一个情景，输入号码或名字；/end 结束。",
        "en": "Choose a scenario by its number or name; /end ends.",
    },
    "no_scenario": {"zh": "没有「{name}」这个情景。", "en": "There is no scenario “{name}”."},
    "intro": {
        "zh": "情景：{title}\n{who}\n案子 {case}，现在是 {now}。像回真买家一样写；/end 结束。",
        "en": "Scenario: {title}\n{who}\nCase {case}; it is {now}. Write as to a real buyer; /end ends.",
    },
    "buyer": {"zh": "（{place}/{all}）{name}：{words}", "en": "({place}/{all}) {name}: {words}"},
    "moves": {"zh": "接着怎么做？", "en": "And what do you do next?"},
    "move_first": {"zh": "记下了。再写给买家的回复。", "en": "Noted. Now write your reply to the buyer."},
    "move_missing": {
        "zh": "这条回复已经评过。接着怎么做？输入 1–4，或 /reply /claim /note /return。",
        "en": "This reply is judged already. What do you do next? Type 1–4, or /reply /claim /note /return.",
    },
    "unknown_command": {
        "zh": "没有 {command}。这里有：/reply /claim /note /return /end；其他的就当作给买家的回复。",
        "en": "There is no {command}. There are /reply /claim /note /return /end; anything else is your reply.",
    },
    "item": {"zh": "{mark} {points}/{most} {label}：{why}", "en": "{mark} {points}/{most} {label}: {why}"},
    "held": {"zh": "✓ {labels}", "en": "✓ {labels}"},
    "so_far": {"zh": "回复 {points}/{most} 分", "en": "Reply: {points} of {most} points"},
    "turn_total": {"zh": "这一轮 {points}/{most} 分", "en": "This turn: {points} of {most} points"},
    "reference": {"zh": "参考回复：\n{text}", "en": "Reference reply:\n{text}"},
    "end": {"zh": "练习结束：{points}/{most} 分。", "en": "Practice ended: {points} of {most} points."},
    "nothing_done": {"zh": "练习结束，还没有评分。", "en": "Practice ended; nothing was scored."},
    "weak": {"zh": "多练练：{items}。", "en": "Work on: {items}."},
    "strong": {"zh": "没有失分，很好。", "en": "Nothing lost. Well done."},
}


def label(item: str, language: str) -> str:
    """What an item is called."""
    return LABELS[item][language]


def why(reason: str, language: str, **values: object) -> str:
    """A sentence that says why points were given or lost."""
    return _WHY[reason][language].format(**values)


def talk(line: str, language: str, **values: object) -> str:
    """What the coach says between the buyer's messages."""
    return _TALK[line][language].format(**values)
