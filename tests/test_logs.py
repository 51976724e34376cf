"""Does anything that must not be known stand in the log?"""

import json
import logging
from collections.abc import Callable, Iterator

import pytest

from bot import logs
from tests.telegram.server import TOKEN

LINK = "Zt0-9f_" + "x" * 36
SECRETS = {
    TOKEN: "[token]",
    "13812346102": "[手机号]",
    "138 1234 6102": "[手机号]",
    "+86 138-1234-6102": "[手机号]",
    "138－1234－6102": "[手机号]",
    "11010519491231002X": "[身份证号]",
    "6222 0200 0000 1234": "[卡号]",
}
Speak = Callable[[logging.Logger], object]
Log = Callable[[Speak], str]


@pytest.fixture
def _restored() -> Iterator[None]:
    """The log is set up for the whole process, so it is put back."""
    root = logging.getLogger()
    level = root.level
    yield
    root.handlers.clear()
    root.setLevel(level)


@pytest.fixture(params=["plain", "json"])
def log(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str], _restored: None) -> Log:
    """What comes to stand in a log of this form."""

    def written(speak: Speak) -> str:
        logs.set_up(request.param, "DEBUG")
        speak(logging.getLogger("bot"))
        return capsys.readouterr().err

    return written


def _break(about: str) -> Speak:
    """Report a traceback whose message tells too much."""

    def speak(logger: logging.Logger) -> None:
        try:
            raise ValueError(f"cannot use {about}。")
        except ValueError:
            logger.exception("broken")

    return speak


@pytest.mark.parametrize(("secret", "instead"), SECRETS.items(), ids=str)
def test_a_secret_in_a_line_is_replaced_by_its_kind(log: Log, secret: str, instead: str) -> None:
    written = log(lambda logger: logger.warning("电话%s，完", secret))
    assert (secret in written, f"电话{instead}，完" in written) == (False, True)


@pytest.mark.parametrize(("secret", "instead"), SECRETS.items(), ids=str)
def test_a_secret_in_a_traceback_is_replaced_by_its_kind(log: Log, secret: str, instead: str) -> None:
    written = log(_break(secret))
    assert (secret in written, f"cannot use {instead}。" in written, "Traceback" in written) == (False, True, True)


@pytest.mark.parametrize("opened", [f"/start {LINK}", f"https://t.me/signpost_bot?start={LINK}"])
def test_a_buyers_link_never_stands_in_the_log(log: Log, opened: str) -> None:
    written = log(lambda logger: logger.warning("opened %s", opened))
    assert (LINK in written, "[link]" in written) == (False, True)


@pytest.mark.parametrize(
    "plain",
    ["update 700000001 waits", "message 100001 is tried again", "waited 120 ms for 6102", "C-DEMO-01: 2026-11-23"],
)
def test_harmless_numbers_stay_in_the_log(log: Log, plain: str) -> None:
    assert plain in log(lambda logger: logger.warning(plain))


@pytest.mark.parametrize("library", ["httpx", "httpcore.http11", "telegram.Bot"])
def test_libraries_that_log_whole_requests_are_kept_quiet(log: Log, library: str) -> None:
    assert log(lambda _: logging.getLogger(library).info("sendMessage with text 周三签约")) == ""


@pytest.mark.usefixtures("_restored")
def test_updates_that_a_library_cannot_read_stand_in_no_log(log: Log) -> None:
    assert log(lambda _: logging.getLogger("telegram.Bot").critical("Received data was %r", "我叫王小明")) == ""


def test_each_json_line_says_when_who_and_what(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("json", "INFO")
    logging.getLogger("bot").warning("房贷\n批了")
    entry = json.loads(capsys.readouterr().err)
    del entry["at"]
    assert entry == {"level": "WARNING", "logger": "bot", "message": "房贷\n批了"}
