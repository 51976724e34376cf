"""What can be wrong with the way replies sound?"""

from collections.abc import Mapping

from bot.content.advice.form import Advice, error, warning

TONE: Mapping[str, Advice] = {
    "promise": error(
        "「{word}」许诺了案子里没有的事（{case}）",
        "换成：{instead}。",
        "'{word}' promises what the case does not carry ({case})",
        "Instead: {instead}.",
    ),
    "vague-time": error(
        "「{word}」没说是什么时候（{case}）",
        "换成：{instead}。",
        "'{word}' does not say when ({case})",
        "Instead: {instead}.",
    ),
    "blame": error(
        "「{word}」在怪人（{case}）",
        "换成：{instead}。",
        "'{word}' blames somebody ({case})",
        "Instead: {instead}.",
    ),
    "verdict": error(
        "「{word}」断定了谁有理（{case}）",
        "换成：{instead}。",
        "'{word}' is a verdict on rights ({case})",
        "Instead: {instead}.",
    ),
    "address": warning(
        "称呼买家不用「{word}」（{case}）",
        "换成：{instead}。",
        "buyers are not addressed with '{word}' ({case})",
        "Instead: {instead}.",
    ),
    "stiff": warning(
        "「{word}」像公文（{case}）",
        "换成：{instead}。",
        "'{word}' sounds like an office ({case})",
        "Instead: {instead}.",
    ),
    "rule-first": warning(
        "回答用「{word}」开头（{case}）",
        "换成：{instead}。",
        "the reply begins with '{word}' ({case})",
        "Instead: {instead}.",
    ),
    "long-sentence": warning(
        "这一句读出来有 {found} 个字，最多 {most} 个：「{sentence}」（{case}）",
        "在逗号处分成两句；日期连同星期算 4 个字。",
        "this sentence comes out at {found} words (in Chinese: characters), {most} at most: '{sentence}' ({case})",
        "Make two sentences of it.",
    ),
    "long-message": warning(
        "这一条读出来有 {found} 个字，最多 {most} 个（{case}）",
        "删掉买家这一刻用不着的句子，或交给按钮。",
        "this message comes out at {found} words (in Chinese: characters), {most} at most ({case})",
        "Leave out what the buyer does not need now, or leave it to a button.",
    ),
    "too-long-to-send": error(
        "这一条有 {found} 个字符，Telegram 发不出去，最多 {most} 个（{case}）",
        "只留买家这一刻用得着的，别的交给按钮。",
        "this message has {found} characters and cannot be sent by Telegram, {most} at most ({case})",
        "Leave what the buyer needs now, and the rest to buttons.",
    ),
    "date-without-weekday": error(
        "「{date}」没有星期（{case}）",
        "写上星期：{weekday}。",
        "'{date}' has no weekday ({case})",
        "Write the weekday: {weekday}.",
    ),
    "wrong-weekday": error(
        "「{date}」的星期不对（{case}）",
        "改成{weekday}。",
        "'{date}' has the wrong weekday ({case})",
        "It should be {weekday}.",
    ),
    "bare-weekday": error(
        "「{weekday}」没有日期：过了这周就是另一天了（{case}）",
        "日子用事实印出来，比如 {{{{ 签约时间 }}}}；没有就写由谁、几点前来告诉。",
        "'{weekday}' has no date: next week it would be another day ({case})",
        "Print the day with a fact, such as {{{{ signing_time }}}}; if there is none, say who will tell, and by when.",
    ),
    "relative-day": error(
        "「{day}」只在写的那天是对的（{case}）",
        "日子用事实印出来，比如 {{{{ 签约时间 }}}}；没有就写由谁、几点前来告诉。",
        "'{day}' is right only on the day on which it was written ({case})",
        "Print the day with a fact, such as {{{{ signing_time }}}}; if there is none, say who will tell, and by when.",
    ),
    "bare-days": warning(
        "「{days}」没说是工作日还是日历日（{case}）",
        "写「个工作日」或「个日历日」。",
        "'{days}' does not say which kind of days ({case})",
        "Write 'working days' or 'calendar days'.",
    ),
    "one-next-step": error(
        "讲进度要有一个下一步，这里有 {found} 个（{case}）",
        "只留一句「下一步：…」或「您要做的：…」，写谁、什么时候；或用「下一步一句」。",
        "a status reply names one next step, this one {found} ({case})",
        "Keep one sentence with 'Next step', who and when; or use next_step_line.",
    ),
    "next-step-without-day": error(
        "下一步没说什么时候：「{sentence}」（{case}）",
        "写上日期，或「最晚{{{{ 回复时限 }}}}」。",
        "the next step does not say when: '{sentence}' ({case})",
        "Add a day, or 'no later than {{{{ reply_by }}}}'.",
    ),
    "not-dated": warning(
        "讲进度没说资料截至什么时候（{case}）",
        "最后加一行 {{{{ 截至一句 }}}}。",
        "a status reply does not say how fresh it is ({case})",
        "End it with {{{{ as_of_line }}}}.",
    ),
    "unexplained-term": warning(
        "「{term}」没有解释（{case}）",
        "头一次说到时，在后面加：{gloss}。",
        "'{term}' is not explained ({case})",
        "Where it is first said, add: {gloss}.",
    ),
    "dead-end": error(
        "说了「{word}」，可是没说找谁（{case}）",
        "接着说：{instead}；或加上按钮 human。",
        "'{word}' leaves the buyer without a person to ask ({case})",
        "Go on: {instead}; or add the button human.",
    ),
    "private-number": error(
        "这里像是证件号、电话、卡号或验证码（{case}）",
        "删掉号码，说找谁要。",
        "this looks like the number of an ID, a phone, a card or a code ({case})",
        "Leave the number out, and say whom to ask for it.",
    ),
    "different-answers": error(
        "中文选的是这个回答，英文选的是第 {other} 个（{case}）",
        "两种语言写同样的事实，用 {{% if %}} 问的也一样。",
        "Chinese gets this answer, English answer {other} ({case})",
        "Let both languages use the same facts, and ask for the same ones in {{% if %}}.",
    ),
}
