"""Who speaks to a buyer that has just not said anything?"""

from collections.abc import Mapping
from datetime import datetime

from bot.cases.progress import Standing
from bot.dialogue.house import House
from bot.dialogue.messages import Chat, Incoming, Kind
from bot.dialogue.situation import Situation
from bot.dialogue.speech import Speaker


def unasked(
    chat: Chat, standing: Standing | None, house: House, now: datetime, promised: Mapping[str, datetime] | None = None
) -> Speaker:
    """A speaker in the buyer's language, from the case as it stands; `promised`: by when people answer, by reply.

    Nothing else is promised: nobody would be told of it.
    """
    language = chat.pinned_language or chat.last_language or house.default_language
    quiet = Situation(Incoming(0, chat.id, Kind.TEXT), chat, now, standing, promised=promised or {})
    return Speaker(house, quiet, language, promises=promised is not None)
