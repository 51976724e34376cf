"""What do the advisors read when a buyer is handed over to them?"""

import html

from bot.cases.case import CHINA
from bot.dialogue.messages import Chat, OpenTicket, Say

_LONGEST_QUOTE = 300


def notice(ticket: OpenTicket, chat: Chat) -> Say:
    """A few lines for the advisors' chat: how urgent, which case, by when, and the buyer's last words, redacted."""
    case = chat.case_ref or "没有绑定的聊天 · a chat without a case"
    by = f"{ticket.reply_by.astimezone(CHINA):%Y-%m-%d %H:%M}"
    words = html.escape(ticket.last_words[:_LONGEST_QUOTE])
    return Say(f"{ticket.priority} · {html.escape(case)} · {ticket.reason}\n最晚 · by {by}\n“{words}”")
