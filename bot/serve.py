"""How is the bot process put together? Apart from `app`, so that no other command loads telegram."""

import asyncio
import os
from datetime import datetime

from bot import logs
from bot.app import App
from bot.cases.case import CHINA
from bot.messenger.post import Post
from bot.messenger.serving import Service


def serve(app: App, token: str) -> None:
    """Answer in Telegram until told to stop; raises WrongToken."""
    settings = app.config.settings
    logs.set_up(settings.logging.format, settings.logging.level)
    # Else the library warns on stderr, past our log, whenever Telegram tells us to slow down.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    service = Service(token, settings.telegram.base_url, app.turn, Post(app.books), lambda: datetime.now(CHINA))
    asyncio.run(service.run())
