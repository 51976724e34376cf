"""What does Telegram show of the bot before anybody writes?"""

from collections.abc import Mapping

from telegram import Bot, BotCommand

_COMMANDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "progress": "现在到哪一步",
        "human": "找顾问",
        "language": "换语言 / Language",
        "help": "能问什么",
        "start": "开始",
    },
    "en": {
        "progress": "Where my purchase stands",
        "human": "Talk to my advisor",
        "language": "Language / 换语言",
        "help": "What I can ask",
        "start": "Start",
    },
}
_ABOUT = {
    "zh": "网签前后，卡在哪、等谁、哪天：从您自己的进度里回答。",
    "en": "Around online signing: what is in the way, whose turn it is, and when, from your own case.",
}


# Telegram shows what has no code to everybody whose language has none of its own.
_CODES = (("en", ""), ("zh", "zh"))


async def introduce(bot: Bot) -> None:
    """Set commands and description, Chinese for Chinese phones and English for all others."""
    for language, code in _CODES:
        commands = [BotCommand(name, text) for name, text in _COMMANDS[language].items()]
        await bot.set_my_commands(commands, language_code=code)
    for language, code in _CODES:
        await bot.set_my_short_description(_ABOUT[language], language_code=code)
