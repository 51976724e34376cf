"""How does a request become a call on the world, and its outcome an answer?"""

import asyncio
import json
import time
from collections.abc import Callable
from enum import StrEnum
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from tests.telegram.methods import METHODS
from tests.telegram.multipart import parts
from tests.telegram.polling import ClientGone, poll
from tests.telegram.refusals import Refusal, bad, flood
from tests.telegram.spec import Call, answer_violations, knows, read
from tests.telegram.tapping import Tapping
from tests.telegram.writing import Writing

TOKEN = f"4242424242:{'F' * 35}"
# One turn of the event loop reads the end of the connection, the next ones report it.
TURNS_TO_HEAR = 5
SENDS = {"sendMessage", "sendDocument", "copyMessage", "copyMessages", "forwardMessage"}


class Moment(StrEnum):
    """When in a call a test steps in."""

    BEFORE = "before the call takes effect"
    AFTER = "after it took effect, before it is answered"


class FakeTelegram(Writing, Tapping):
    """The Bot API as an ASGI app; `violations` collects what the bot or this fake did wrong.

    `on_call` runs in the server's thread at both moments of a call, without holding the world;
    AFTER is left out when the call is refused. A call takes no effect if its bot is dead when
    BEFORE returns: kill the process there and wait for its end.
    """

    def __init__(self, token: str = TOKEN, clock: Callable[[], float] = time.time) -> None:
        super().__init__(clock)
        self.token = token
        self.on_call: Callable[[Moment, str], None] | None = None
        route = Route("/bot{token}/{method}", self._endpoint, methods=["GET", "POST"])
        self._app = Starlette(routes=[route])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        await self._app(scope, receive, send)

    async def _endpoint(self, request: Request) -> Response:
        try:
            if request.path_params["token"] != self.token:
                raise Refusal(401, "Unauthorized")
            result = await self._result(request, request.path_params["method"])
        except Refusal as refusal:
            return JSONResponse(refusal.answer(), refusal.code)
        except (ClientDisconnect, ClientGone):
            return Response()
        return JSONResponse({"ok": True, "result": result})

    async def _result(self, request: Request, method: str) -> object:
        form = await _form(request)
        with self.change():
            self.calls.append(method)
        call = self._understood(method, form)
        if self.on_call:
            self.on_call(Moment.BEFORE, method)
            await _hear(request)
        if method == "getUpdates":
            result: object = await poll(self, call.parameters, request.receive)
        else:
            result = self._done(call)
        self._record(answer_violations(method, result))
        if self.on_call:
            self.on_call(Moment.AFTER, method)
        return result

    def _understood(self, method: str, form: dict[str, object]) -> Call:
        if not knows(method):
            why = "method not found"
        elif method != "getUpdates" and method not in METHODS:
            why = f"fake server does not know {method} yet"
        else:
            call = read(method, form)
            self._record(call.violations)
            if call.violations:
                raise bad(call.violations[0])
            return call
        self._record([f"{method}: {why}"])
        raise Refusal(404, f"Not Found: {why}")

    def _done(self, call: Call) -> object:
        with self.change():
            if call.method in SENDS and self.floods:
                raise flood(self.floods.popleft())
            result: object = METHODS[call.method](self, call.parameters)
            return result

    def _record(self, violations: list[str]) -> None:
        if violations:
            with self.change():
                self.violations.extend(violations)


async def _hear(request: Request) -> None:
    """Notice a client that hung up while `on_call` held the event loop."""
    gone = asyncio.ensure_future(request.receive())
    for _ in range(TURNS_TO_HEAR):
        await asyncio.sleep(0)
    if not gone.cancel():
        raise ClientGone


async def _form(request: Request) -> dict[str, object]:
    """The fields of the query and the body, whichever way the body is written."""
    body = await request.body()
    kind = request.headers.get("content-type", "")
    fields: dict[str, object] = dict(parse_qsl(request.url.query, keep_blank_values=True))
    if kind.startswith("application/json"):
        sent: dict[str, object] = json.loads(body)
        return fields | sent
    if kind.startswith("multipart/form-data"):
        return fields | parts(kind, body)
    return fields | dict(parse_qsl(body.decode(), keep_blank_values=True))
