"""How is the bot process put together? Apart from `app`, so that no other command loads telegram."""

import asyncio
import os
from datetime import datetime
from functools import partial

from bot import logs
from bot.app import App
from bot.cases.case import CHINA
from bot.content.aside import Aside
from bot.messenger.post import Post
from bot.messenger.serving import Service
from bot.messenger.watching import watch
from bot.publishing import Publisher


def serve(app: App, token: str) -> None:
    """Answer in Telegram until told to stop; raises WrongToken."""
    settings = app.config.settings
    logs.set_up(settings.logging.format, settings.logging.level)
    # Else the library warns on stderr, past our log, whenever Telegram tells us to slow down.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    # Loading in a thread of this process would hold up the answers.
    aside = Aside()
    app.live.inspect = aside.inspect
    publisher = Publisher(app.live, app.books, settings.telegram.editors_chat)
    publisher.begin(_now())
    beside = [partial(watch, lambda: publisher.refresh(_now()))]
    service = Service(token, settings.telegram.base_url, app.turn, Post(app.books), _now, beside=beside)
    try:
        asyncio.run(service.run())
    finally:
        aside.close()


def _now() -> datetime:
    return datetime.now(CHINA)
