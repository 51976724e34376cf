"""Do reactions stand where Telegram would put them, and is the bot told of them?"""

import pytest
from telegram import Bot, ReactionTypeCustomEmoji
from telegram.constants import ReactionEmoji
from telegram.error import BadRequest

from tests.telegram.people import Person
from tests.telegram.reactions import EMOJI, is_allowed
from tests.telegram.server import FakeTelegram
from tests.telegram.tapping import NotAReaction

BUYER, GROUP = 501, -1001
pytestmark = pytest.mark.asyncio


async def test_telegrams_list_of_emoji_is_the_librarys() -> None:
    taken = [emoji for emoji in ReactionEmoji if is_allowed(emoji)]
    assert (taken, len(EMOJI)) == (list(ReactionEmoji), len(ReactionEmoji))


async def test_the_bots_new_reaction_replaces_its_last(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    for emoji in ("👀", "👍"):
        await bot.set_message_reaction(BUYER, 1, emoji)
    fake.react(BUYER, 1, "❤")
    assert (fake.reactions(BUYER, 1), fake.violations) == ({"签路": "👍", "赵女士": "❤"}, [])


async def test_no_emoji_takes_the_bots_reaction_away(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    await bot.set_message_reaction(BUYER, 1, "👍")
    await bot.set_message_reaction(BUYER, 1)
    assert fake.reactions(BUYER, 1) == {}


@pytest.mark.parametrize(
    ("message_id", "reaction", "error"),
    [
        (9, ["👍"], "Message to react not found"),
        (1, ["👍", "👀"], "Reactions_too_many"),
        (1, ["✅"], "Reaction_invalid"),
        (1, [ReactionTypeCustomEmoji("5368324170671202286")], "Reaction_invalid"),
    ],
)
async def test_a_reaction_that_telegram_refuses_is_refused(
    fake: FakeTelegram, bot: Bot, message_id: int, reaction: list[str], error: str
) -> None:
    fake.text(BUYER, "你好")
    with pytest.raises(BadRequest, match=f"^{error}$"):
        await bot.set_message_reaction(BUYER, message_id, reaction)


async def test_a_persons_reaction_is_told_with_the_one_before(fake: FakeTelegram, bot: Bot) -> None:
    await bot.get_updates(allowed_updates=["message_reaction"])
    thread_id = fake.topic(GROUP, "赵女士")
    message = await bot.send_message(GROUP, "好", message_thread_id=thread_id)
    for emoji in ("👍", "🎉", None):
        fake.react(GROUP, message.message_id, emoji, person=Person(7, "吴顾问"))
    changes = [update.message_reaction for update in await bot.get_updates()]
    told = [
        ([*map(_emoji, change.old_reaction)], [*map(_emoji, change.new_reaction)], change.message_id)
        for change in changes
        if change and change.user and change.user.first_name == "吴顾问"
    ]
    assert (told, fake.reactions(GROUP, message.message_id)) == (
        [([], ["👍"], 2), (["👍"], ["🎉"], 2), (["🎉"], [], 2)],
        {},
    )


async def test_a_bot_that_did_not_ask_is_not_told_of_reactions(fake: FakeTelegram) -> None:
    fake.text(BUYER, "你好")
    fake.react(BUYER, 1, "👍")
    assert [list(update)[1] for update in fake.pending] == ["message"]


async def test_people_react_only_with_what_telegram_offers(fake: FakeTelegram) -> None:
    fake.text(BUYER, "你好")
    with pytest.raises(NotAReaction, match="'✅' is none of them"):
        fake.react(BUYER, 1, "✅")


def _emoji(reaction: object) -> str:
    return str(getattr(reaction, "emoji", ""))
