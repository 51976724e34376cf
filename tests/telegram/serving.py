"""How does a bot reach the fake Telegram over a real socket?"""

import socket
from collections.abc import Generator
from contextlib import contextmanager
from threading import Thread

import uvicorn

from tests.telegram.server import FakeTelegram

SECONDS_TO_HANG_UP = 5


class StillServing(RuntimeError):
    """The fake Telegram does not stop, because something holds its thread."""

    def __init__(self) -> None:
        super().__init__("The fake Telegram does not stop. Look for an on_call that waits.")


@contextmanager
def serving(fake: FakeTelegram, patience: float = 10.0) -> Generator[str]:
    """Serve on a free port of 127.0.0.1; yield the base URL in python-telegram-bot's form.

    Raises StillServing if the server has not stopped after as many seconds as there is patience.
    """
    # It listens before the server runs, so the first request waits instead of being refused.
    listener = socket.create_server(("127.0.0.1", 0))
    # Else each answer waits 40 ms until its headers are acknowledged: asyncio sees to it only where proto is set.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    config = uvicorn.Config(
        fake,
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        timeout_graceful_shutdown=SECONDS_TO_HANG_UP,
    )
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, args=([listener],), name="fake-telegram", daemon=True)
    fake.is_closing = False
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/bot"
    finally:
        server.should_exit = True
        # A poll that still waits would hold up the shutdown.
        with fake.change():
            fake.is_closing = True
        thread.join(patience)
    if thread.is_alive():
        raise StillServing
    listener.close()
