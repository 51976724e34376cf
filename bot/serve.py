"""How is the bot process put together? Apart from `app`, so that no other command loads telegram."""

import asyncio
import os
from datetime import datetime
from functools import partial

from bot.app import App
from bot.cases.case import CHINA
from bot.config.inspection import named
from bot.content.aside import Aside
from bot.messenger.post import Post
from bot.messenger.serving import Service
from bot.messenger.watching import later, watch
from bot.publishing import Publisher
from bot.turns.desk import DeskTurn
from bot.turns.rounds import Rounds

_ROUND_SECONDS = 5.0


def serve(app: App, token: str) -> None:
    """Answer in Telegram until told to stop; raises WrongToken."""
    settings = app.config.settings
    # Else the library warns on stderr, past our log, whenever Telegram tells us to slow down.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    # Loading in a thread of this process would hold up the answers.
    aside = Aside()
    app.live.judge = aside.judge
    as_configured = partial(named, config=app.config)
    publisher = Publisher(app.live, app.books, settings.telegram.editors_chat, as_configured)
    rounds = Rounds(app.turn)
    publisher.begin(_now())
    _settle_in(app)
    service = Service(
        token,
        settings.telegram.base_url,
        app.turn,
        Post(app.books, settings.languages.default),
        _now,
        desk=DeskTurn(app.turn),
        beside=[
            partial(watch, lambda: publisher.refresh(_now())),
            # The first saved file shall go live as fast as any other.
            partial(later, lambda: app.live.study(_now().date())),
            partial(watch, lambda: rounds.go(_now()), seconds=_ROUND_SECONDS),
        ],
    )
    try:
        asyncio.run(_run(service, aside))
    finally:
        aside.close()


def _settle_in(app: App) -> None:
    """The settings may name another group of advisors than before."""
    if group := app.config.settings.telegram.advisors_chat:
        with app.books.transaction() as records:
            records.desk.settle_in(group)


async def _run(service: Service, aside: Aside) -> None:
    """Until told to stop; then nobody waits for files to be checked, which takes many seconds."""
    try:
        await service.run()
    finally:
        aside.stop()


def _now() -> datetime:
    return datetime.now(CHINA)
