"""Which emoji may stand on a message, and how do they get there?"""

from typing import Any

from tests.telegram.delivery import Parameters, reachable
from tests.telegram.people import BOT, Post
from tests.telegram.refusals import bad
from tests.telegram.world import World

# Those of the Bot API's ReactionTypeEmoji.
EMOJI = {
    "👍", "👎", "❤", "🔥", "🥰", "👏", "😁", "🤔", "🤯", "😱", "🤬", "😢", "🎉", "🤩", "🤮",
    "💩", "🙏", "👌", "🕊", "🤡", "🥱", "🥴", "😍", "🐳", "❤\u200d🔥", "🌚", "🌭", "💯", "🤣", "⚡",
    "🍌", "🏆", "💔", "🤨", "😐", "🍓", "🍾", "💋", "🖕", "😈", "😴", "😭", "🤓", "👻", "👨\u200d💻",
    "👀", "🎃", "🙈", "😇", "😨", "🤝", "✍", "🤗", "🫡", "🎅", "🎄", "☃", "💅", "🤪", "🗿",
    "🆒", "💘", "🙉", "🦄", "😘", "💊", "🙊", "😎", "👾", "🤷\u200d♂", "🤷", "🤷\u200d♀", "😡",
}  # fmt: skip
# An emoji may say that it is to be shown in colour; Telegram does not mind.
IN_COLOUR = "\ufe0f"


def set_message_reaction(world: World, parameters: Parameters) -> bool:
    """Put the bot's emoji on a message instead of the one before, or take it away."""
    post = reachable(world, parameters).posts.get(parameters["message_id"])
    if post is None:
        raise bad("message to react not found")
    reactions: list[dict[str, Any]] = parameters.get("reaction", [])
    if len(reactions) > 1:
        raise bad("REACTIONS_TOO_MANY")
    emoji = reactions[0].get("emoji", "") if reactions else None
    if emoji is not None and not is_allowed(emoji):
        raise bad("REACTION_INVALID")
    put(post, BOT, emoji)
    return True


def is_allowed(emoji: str) -> bool:
    """Whether Telegram takes this emoji as a reaction.

    >>> is_allowed("👍"), is_allowed("✅")
    (True, False)
    """
    return emoji.replace(IN_COLOUR, "") in EMOJI


def put(post: Post, user: dict[str, Any], emoji: str | None) -> None:
    """Let this alone be what the user has put on the message."""
    post.reactions.pop(user["id"], None)
    if emoji is not None:
        post.reactions[user["id"]] = (user["first_name"], emoji)
