"""What does the desk say to advisors, in their language? (Buyers read the editors' replies only.)"""

from collections.abc import Mapping

_PHRASES: Mapping[str, tuple[str, str]] = {
    # Buttons
    "claim": ("接手", "Claim"),
    "pass_on": ("转给", "Pass on"),
    "give_back": ("退回", "Give back"),
    "note": ("记一笔", "Note"),
    "case": ("改进度", "Update case"),
    "same": ("今天没变化", "No change today"),
    "send": ("发送", "Send"),
    "copy": ("复制来改", "Copy and edit"),
    "copy_start": ("复制开头（太长）", "Copy the start (too long)"),
    "confirm": ("确认", "Confirm"),
    "cancel": ("取消", "Cancel"),
    "undo": ("撤销", "Undo"),
    "done": ("✅ 办好一步", "✅ Step done"),
    "promise": ("📅 答应了日子", "📅 Day promised"),
    "block": ("⛔ 卡住了", "⛔ Blocked"),
    "free": ("🟢 卡点没了", "🟢 Unblocked"),
    "book": ("🕐 约好时间", "🕐 Appointment"),
    "paper": ("📄 收到材料", "📄 Paper received"),
    # The card
    "wrote_first": ("顾问先写的", "an advisor wrote first"),
    "verified": ("已核实", "verified"),
    "unverified": ("未核实", "not verified"),
    "no_case": ("没有绑定案子", "no case"),
    "lost_case": ("{ref}：流程没有配置，读不出进度", "{ref}: its process is not configured, so it cannot be read"),
    "late": ("晚了 {days}", "{days} late"),
    "sign_by": ("签约截止 {day}", "sign by {day}"),
    "approval": ("批贷到期 {day}", "approval ends {day}"),
    "answer_by": ("最晚 {at} 答复", "answer by {at}"),
    "buyer_said": ("买家：{text}", "buyer: {text}"),
    "bot_said": ("机器人：{text}", "bot: {text}"),
    "blocker": ("卡点：{what}（{who}）", "blocked: {what} ({who})"),
    "next_check": ("，{at} 再问", ", next check {at}"),
    "repeats": ("24 小时内写了 {count} 条", "{count} messages in 24 h"),
    "promised": ("答应过：{what}", "promised: {what}"),
    "case_says": ("{step}，轮到{who}", "at {step}, waiting for {who}"),
    # What happened
    "claimed": ("{name} 接手了。", "{name} has it."),
    "taken": ("{name} 已经接手了。要换人，请对方点“转给”。", "{name} has it already. Ask them to pass it on."),
    "not_yours": ("没发出去：这位买家由 {name} 负责。", "Not sent: {name} answers this buyer."),
    "nobody_here": ("没发出去：这个话题没有买家的聊天。", "Not sent: no buyer's chat belongs to this topic."),
    "which_buyer": (
        "没发出去：这里有 {count} 位买家，请回复其中一位的消息。",
        "Not sent: {count} buyers belong here. Reply to a message of one of them.",
    ),
    "note_only": ("📝 只记下了，买家看不到。", "📝 Note only; the buyer does not see it."),
    "how_to_note": ("写 //内容，就只记下、不发给买家。", "Write //text to note something; the buyer never sees it."),
    "like_a_note": (
        "没发出去：看着像备注、命令或叫同事。只记下，写 //内容；要发给买家，请去掉开头的符号。",
        "Not sent: it looks like a note, a command or a call to a colleague. //text notes it; unsigned it is sent.",
    ),
    "withdrawn": (
        "🗑 正从买家的聊天里删掉，只留作备注。买家可能已经看到了。",
        "🗑 It is being deleted from the buyer's chat and kept as a note. The buyer may have read it.",
    ),
    "not_withdrawn": ("⚠️ 没删掉，买家还看得到：{reason}", "⚠️ Not deleted, the buyer still has it: {reason}"),
    "not_edited": (
        "⚠️ 没改成，买家看到的还是原来的：{reason}",
        "⚠️ Not changed, the buyer sees the old one: {reason}",
    ),
    "edit_unsent": (
        "这条没发给过买家，改了也不会发；要发请重新写一条。",
        "This was never sent to a buyer, and an edit does not send it. Write it anew to send it.",
    ),
    "menu_only": (
        "没发给买家：这是在回一张菜单。请点按钮，或者不回复、另写一条。",
        "Not sent to the buyer: you replied to a menu. Tap a button, or write without replying.",
    ),
    "took_over": ("{name} 从 {owner} 那里接手了。", "{name} has taken this over from {owner}."),
    "theirs_already": ("这位买家已经由 {name} 负责。", "{name} has this buyer already."),
    "still_waits": (
        "买家还在等答复，交回后机器人不会替您答。",
        "The buyer still waits for an answer, which the bot will not give in your place.",
    ),
    "give_back_so": ("仍然交回", "Give back anyway"),
    "passed_on": ("{name} 转给 {to}：{reason}", "{name} passed it on to {to}: {reason}"),
    "pass_to_whom": ("转给谁？", "To whom?"),
    "no_such_advisor": ("没有叫“{name}”的顾问。有：{known}", "No advisor is called '{name}'. There are: {known}"),
    "given_back": ("交回机器人了，已告诉买家。", "Given back to the bot; the buyer was told."),
    "not_open": ("这里没有要处理的单子。", "No ticket is open here."),
    "used": ("这个按钮已经按过了。", "This button was pressed already."),
    "sent": ("已交给 Telegram 发送。", "On its way."),
    "needs_promise": (
        "“{name}”只会说“最晚几点回您”，请您自己写。",
        "'{name}' only promises an answer; please write in your own words.",
    ),
    "unknown_reply": ("没有叫“{name}”的回复。{hint}", "No reply is called '{name}'. {hint}"),
    "not_delivered": ("⚠️ 没送到：{reason}", "⚠️ Not delivered: {reason}"),
    "blocked": ("买家把机器人屏蔽了", "the buyer has blocked the bot"),
    "not_copied": (
        "👤 {text}\n（原样转不过来，也可能买家已经删了；这是当时的内容）",
        "👤 {text}\n(it cannot be copied, or was deleted; this is what it said)",
    ),
    "edited": ("✏️ 买家改成：{text}", "✏️ The buyer changed it to: {text}"),
    "not_noted": ("办成没有还没记", "not noted how it went"),
    "picture_stays": (
        "换掉的图或文件到不了买家那边，他看到的还是原来那个。请另发一条。",
        "What you put in its place does not reach the buyer, who still has the old one. Please send it anew.",
    ),
    "is_withdrawn": (
        "这条已经不在买家那边了，改了也看不到。要说的，请另写一条。",
        "The buyer does not have this one any more, nor its new words. Please write another.",
    ),
    "cannot_edit": ("这条改不了，买家看到的还是原来的。", "This one cannot be changed; the buyer sees the old one."),
    "typed": ("[打了命令] {text}", "[command] {text}"),
    "pressed": ("[点了按钮] {text}", "[pressed] {text}"),
    "recap": ("♻️ 话题被删过，重新开了。最近说的：", "♻️ The topic was deleted and is made again. Said lately:"),
    # The clock
    "half": (
        "⏳ 还没人接手，过了一半时间（最晚 {at}）。",
        "⏳ Nobody has claimed this; half of the time is over (by {at}).",
    ),
    "full": ("⏰ 到时间了，还没人接手。", "⏰ The time is up and nobody has claimed this."),
    "lead": ("🚨 {who} 请安排人：{at} 就该答复了。", "🚨 {who} please find somebody: an answer was due {at}."),
    "owner_late": ("⏰ {who} 买家在等您，该 {at} 前答复。", "⏰ {who} the buyer waits for you; due by {at}."),
    "requeued": (
        "↩️ {name} 没有答复，重新排队，谁方便谁接手。",
        "↩️ {name} has not answered; anybody may claim this now.",
    ),
    "on_leave": ("🏖 {name} 休假，{to}。", "🏖 {name} is on leave; {to}."),
    "gone": (
        "👋 {name} 不再是顾问；没人在等，已交回机器人。",
        "👋 {name} is no advisor any more; given back to the bot.",
    ),
    "gone_open": ("👋 {name} 不再是顾问，谁方便谁接手。", "👋 {name} is no advisor any more; anybody may claim this."),
    "to_deputy": ("由 {name} 接着办", "{name} goes on"),
    "to_queue": ("重新排队", "anybody may claim this"),
    "farewell_soon": (
        "💤 买家没有再写。{at} 交回机器人，您写一条就不交。",
        "💤 The buyer is silent. The bot takes over at {at}, unless you write.",
    ),
    "farewell": ("💤 买家没有再写，已交回机器人，并告诉了买家。", "💤 Given back to the bot, and the buyer was told."),
    "still_open": (
        "💤 {who} 紧急的单子，买家没有再写。确认人没事以后，请写 /done。",
        "💤 {who} This was urgent and the buyer is silent. Write /done once you know that they are well.",
    ),
    "urgent": ("🚨 {who} 紧急：{what}", "🚨 {who} urgent: {what}"),
    "again": ("➕ 又问到：{what}，最晚 {at}", "➕ Also: {what}, by {at}"),
    # Case work
    "what_changed": ("改什么？", "What has changed?"),
    "which_step": ("哪一步办好了？", "Which step is done?"),
    "which_day": (
        "{step}：答应哪天？\n别的日子，回复这条：12月2日",
        "{step}: which day was promised?\nAnother one: reply to this with 2 Dec",
    ),
    "which_blocker": ("被什么卡住了？", "What is in the way?"),
    "which_gone": ("哪个卡点没了？", "Which obstacle is gone?"),
    "which_hour": (
        "{step}：约在什么时候？\n别的时间，回复这条：12月2日 15:30、下周三下午三点",
        "{step}: which hour?\nAnother one: reply to this with 2 Dec 15:30 or next Wed 3pm",
    ),
    "which_day_typed": (
        "没记，也没发给买家：没看懂是哪天。写 12月2日 15:30，或下周三下午三点。",
        "Neither noted nor sent to the buyer: which day is meant? Write 2 Dec 15:30, or next Wed 3pm.",
    ),
    "which_paper": ("收到哪样材料？", "Which paper has come?"),
    "nothing_to_pick": ("这里没有可以选的。", "There is nothing to pick here."),
    "sure": ("确认吗？\n{what}", "Is this right?\n{what}"),
    "noted": ("✔️ {name} 记下：{what}", "✔️ Noted by {name}: {what}"),
    "overtaken": ("⚠️ {name} 刚改过这个案子。", "⚠️ {name} has just changed this case."),
    "shown_earlier": (
        "没发：这是前几天的内容，日期可能不对了。请再点一次那条回复。",
        "Not sent: this was worded on another day, and its dates may be wrong. Please choose the reply again.",
    ),
    "caption_stays": (
        "买家那边的字还在：去掉图下面的字，改不到买家那里。要撤回整条，请把它改成 //。",
        "The buyer still has these words: a caption cannot be taken away there. To take all of it back, edit it to //.",
    ),
    "left_the_case": (
        "没发出去：这位买家已经不在这一单里了。",
        "Not sent: this buyer does not belong to the case any more.",
    ),
    "anonymous": (
        "没发出去：匿名管理员发的，看不出是哪位顾问。请在群的管理员设置里关掉“保持匿名”，再发一次。",
        "Not sent: an anonymous administrator may be any advisor. Turn off “Remain anonymous” and send it again.",
    ),
    "which_message": (
        "没发出去：这个群没有话题，请回复其中一条消息，我才知道给哪位买家。",
        "Not sent: this group has no topics, so answer one of the messages to say which buyer is meant.",
    ),
    "undone": ("↩️ 撤销了，买家不会收到。", "↩️ Taken back; the buyer hears nothing of it."),
    "undone_told": ("↩️ 撤销了，已告诉买家现在的情况。", "↩️ Taken back; the buyer is told how it stands now."),
    "buyer_knows": (
        "过了 60 秒，买家已经知道了。撤销的话，会马上告诉买家现在的情况。",
        "The 60 seconds are over and the buyer knows. If you take it back, the buyer is told at once.",
    ),
    "undo_told": ("撤销并告诉买家", "Take back and tell"),
    "nothing_changed": ("没有改。", "Nothing was changed."),
    "changed_since": ("后来又改过，撤不了；请再改一次。", "It has changed since. Please change it again."),
    "refused": ("没记：{why}", "Not noted: {why}"),
    "not_yet": (
        "这天还没到，要记将来的日子请用“答应了日子”。",
        "That day has not come. Use 'Day promised' for a day ahead.",
    ),
    "hour_unnoted": (
        "约好的钟点过了，还没记办成没有。请先点“办好一步”“卡住了”或“约好时间”。",
        "An agreed hour is over, and nobody has noted how it went. Do that first: step done, blocked, or appointment.",
    ),
    "already_past": ("这个时间已经过了。", "That time is over."),
    "already_done": ("这一步已经办好了。", "That step is done."),
    "not_blocked": ("没有这个卡点（可能已经没了）。", "Nothing of that kind is in the way (any more)."),
    "done_on": ("{step} 办好了，{day}", "{step} is done, {day}"),
    "and_done": ("\n也算办好：{what}", "\nalso over: {what}"),
    "and_freed": ("\n不再卡住：{what}", "\nno longer blocked: {what}"),
    "promised_for": ("{step} 答应在 {day}", "{step} is promised for {day}"),
    "blocked_by": ("卡住：{what}，{at} 再问", "blocked: {what}, next check {at}"),
    "freed": ("卡点没了：{what}", "no longer blocked: {what}"),
    "booked": ("{step} 约在 {at}", "{step} is at {at}"),
    "past_sign_by": ("\n⚠️ 晚过合同的签约截止日 {day}", "\n⚠️ later than the contract's last day, {day}"),
    "past_approval": ("\n⚠️ 晚过批贷到期日 {day}", "\n⚠️ later than the end of the loan approval, {day}"),
    "day_off": ("\n⚠️ 这天不上班（周末或放假）", "\n⚠️ not a working day"),
    "at_place": ("\n地点不变：{place}", "\nplace as before: {place}"),
    "paper_in": ("收到：{what}", "received: {what}"),
    "answer_too": (
        "买家不会收到这个，可是还在等答复：请在这里写一句。",
        "The buyer is not told of this and still waits for an answer: please write a line here.",
    ),
    "checked": ("核对过，没变化", "checked, nothing has changed"),
    # The digest
    "digest": ("早，{name}。今天：", "Good morning, {name}. Today:"),
    "digest_appointments": ("今天约好的", "Appointments today"),
    "digest_late": ("过了期的", "Overdue"),
    "digest_checks": ("今天该问的", "To ask today"),
    "digest_ending": ("快到期的", "Ending soon"),
    "digest_waiting": ("等人答复的", "Waiting for an answer"),
    "digest_often": ("问了三次以上的", "Asked three times or more"),
    "digest_stale": ("太久没核对的", "Not checked lately"),
    "digest_lost": ("profile 没有配置，请告诉运维", "Their profile is not configured: tell the operator"),
    # Links
    "link": ("{name}的一次性链接（48 小时内用一次）：\n{link}", "One-time link for {name} (48 hours, once):\n{link}"),
    "no_party": ("这个案子没有 {role}。", "This case has no {role}."),
    "not_your_case": (
        "这是 {name} 的案子，断开要由 {name} 或主管来做。",
        "{name} answers for this case; only they or a lead may do this.",
    ),
    "unlink_whom": (
        "断开这个案子的所有聊天吗？（{names}）\n断开后要重新发链接。",
        "Disconnect every chat of this case? ({names})\nThey will need new links.",
    ),
    "unlinked": ("断开了 {count} 个聊天，收回了没用过的链接。", "{count} chats disconnected, unused links closed."),
    "help": (
        (
            "直接写：发给买家。//内容：只记下。回复哪条就答哪位。\n"
            "/claim · /say 名字 · /done · /back · /pass 名字 原因 · /case · /at 下周三 15:30 · /link [配偶] · /unlink"
        ),
        (
            "Just write: goes to the buyer. //text: a note. Reply to a message to answer its writer.\n"
            "/claim · /say name · /done · /back · /pass name reason · /case · /at Wed 3pm · /link [spouse] · /unlink"
        ),
    ),
}


def phrase(key: str, language: str, **values: object) -> str:
    """The phrase in a language, filled in.

    >>> phrase("claimed", "en", name="Zhou")
    'Zhou has it.'
    """
    zh, en = _PHRASES[key]
    return (zh if language == "zh" else en).format(**values)
