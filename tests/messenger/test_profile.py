"""Do Chinese phones see Chinese commands, and all others English ones?"""

import pytest
from telegram import Bot

from bot.messenger.profile import introduce
from tests.telegram.server import FakeTelegram

NAMES = ["progress", "human", "language", "help", "start"]
pytestmark = pytest.mark.asyncio


async def test_commands_are_set_for_chinese_and_for_all(fake: FakeTelegram, bot: Bot) -> None:
    await introduce(bot)
    shown = {
        code: [(command.command, command.description) for command in await bot.get_my_commands(language_code=code)][:1]
        for code in ("", "zh")
    }
    assert (shown, fake.violations) == (
        {"": [("progress", "Where my purchase stands")], "zh": [("progress", "现在到哪一步")]},
        [],
    )


async def test_every_language_has_the_same_commands(bot: Bot) -> None:
    await introduce(bot)
    shown = [[command.command for command in await bot.get_my_commands(language_code=code)] for code in ("", "zh")]
    assert shown == [NAMES, NAMES]


async def test_the_bot_says_in_each_language_what_it_does(fake: FakeTelegram, bot: Bot) -> None:
    await introduce(bot)
    assert {code: text[:6] for (_, code), text in fake.profile.items()} == {"": "Around", "zh": "网签前后，卡"}
