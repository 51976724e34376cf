"""How does the page follow the files while an editor saves them? A small server for this computer alone."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from bot.cli.gallery.markup import Markup, joined
from bot.cli.gallery.page import document
from bot.cli.saves import SECONDS, Saves

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Made:
    """A page made of the files as they are: `page` is None where they have errors, which are told in `findings`."""

    page: Markup | None
    findings: Markup | None = None


@dataclass
class Newest:
    """What is shown now: the last good page, above it what is wrong since; the version grows with every change."""

    page: Markup = field(default_factory=Markup)
    findings: Markup | None = None
    version: int = 0

    def show(self, made: Made) -> None:
        """Put what was made in place of what is shown; without a page, the last good one stays."""
        self.page = self.page if made.page is None else made.page
        self.findings, self.version = made.findings, self.version + 1

    @property
    def body(self) -> Markup:
        """What a browser gets."""
        return joined([self.findings, self.page])


@dataclass(frozen=True)
class Watch:
    """Makes the page anew when a file was saved."""

    saves: Saves
    make: Callable[[], Made]
    newest: Newest = field(default_factory=Newest)

    def look(self) -> bool:
        """Look once; True where something was saved since the last time."""
        if not self.saves.look():
            return False
        self.newest.show(self.make())
        return True


class _Server(ThreadingHTTPServer):
    """Serves the newest page, and its version to a page that asks."""

    daemon_threads = True

    def __init__(self, port: int, newest: Newest) -> None:
        super().__init__((HOST, port), _Handler)
        self.newest = newest

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that went away while the page was written is nobody's fault."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        """Answer a browser."""
        newest = self.server.newest
        match self.path.partition("?")[0]:
            case "/":
                self._answer("text/html", document(newest.body, str(newest.version)))
            case "/version":
                self._answer("text/plain", str(newest.version))
            case _:
                self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the terminal belongs to the findings."""

    def _answer(self, kind: str, text: str) -> None:
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)


def serve(watch: Watch, port: int, ready: Callable[[str], None], wait: Callable[[float], object]) -> None:
    """Serve until interrupted; `ready` is told the address. `port` 0 takes any free one."""
    with _Server(port, watch.newest) as server:
        watch.look()
        Thread(target=server.serve_forever, daemon=True).start()
        ready(f"http://{HOST}:{server.server_port}/")
        try:
            while True:
                wait(SECONDS)
                watch.look()
        except KeyboardInterrupt:
            server.shutdown()
