"""How is the bot process put together? Apart from `app`, so that no other command loads telegram."""

import asyncio
import os
from datetime import datetime

from bot import logs
from bot.app import App
from bot.cases.case import CHINA
from bot.desk_turn import DeskTurn
from bot.messenger.post import Post
from bot.messenger.serving import Service
from bot.rounds import Rounds


def serve(app: App, token: str) -> None:
    """Answer in Telegram until told to stop; raises WrongToken."""
    settings = app.config.settings
    logs.set_up(settings.logging.format, settings.logging.level)
    # Else the library warns on stderr, past our log, whenever Telegram tells us to slow down.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    service = Service(
        token,
        settings.telegram.base_url,
        app.turn,
        Post(app.books, settings.languages.default),
        lambda: datetime.now(CHINA),
        desk=DeskTurn(app.turn),
        rounds=Rounds(app.turn),
    )
    asyncio.run(service.run())
