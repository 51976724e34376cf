"""Does the fake hold over a real socket, with bots that come and are killed?"""

import subprocess
import sys
import threading
import time

import pytest
from telegram import Bot

from tests.telegram.people import SentMessage
from tests.telegram.server import FakeTelegram, Moment
from tests.telegram.serving import StillServing, serving

BUYER = 501
PROMPT = 5.0
# A bot of few words: it makes one call and prints the answer.
CALLER = """
import sys, urllib.request
with urllib.request.urlopen(sys.argv[1]) as answer:
    print(answer.read().decode())
"""


def _caller(url: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", CALLER, url]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def _answer(url: str) -> str:
    return _caller(url).communicate(timeout=PROMPT)[0]


@pytest.mark.asyncio
async def test_a_real_bot_answers_over_a_socket(fake: FakeTelegram) -> None:
    fake.text(BUYER, "在吗")
    with serving(fake) as base_url:
        async with Bot(fake.token, base_url=base_url) as bot:
            updates = await bot.get_updates(timeout=30)
            await bot.send_message(BUYER, f"已读 {len(updates)}")
    expected = SentMessage(2, BUYER, "已读 1", "已读 1", [])
    assert (fake.sent(BUYER), fake.violations) == ([expected], [])


def test_a_text_from_the_test_wakes_a_bot_in_another_process(fake: FakeTelegram) -> None:
    with serving(fake) as base_url:
        caller = _caller(f"{base_url}{fake.token}/getUpdates?timeout=60")
        fake.wait_until(lambda: fake.is_polling)
        update_id = fake.text(BUYER, "在吗")
        assert f'"update_id":{update_id}' in caller.communicate(timeout=PROMPT)[0]


@pytest.mark.parametrize(("moment", "sent"), [(Moment.BEFORE, 0), (Moment.AFTER, 1)])
def test_a_bot_killed_in_a_call_leaves_the_server_standing(fake: FakeTelegram, moment: Moment, sent: int) -> None:
    fake.text(BUYER, "在吗")
    callers: list[subprocess.Popen[str]] = []

    def kill(now: Moment, _method: str) -> None:
        if now is moment:
            callers[0].kill()
            callers[0].communicate()
            with fake.change():
                fake.on_call = None

    with serving(fake) as base_url:
        url = f"{base_url}{fake.token}/sendMessage?chat_id={BUYER}&text=hi"
        fake.on_call = kill
        with fake.change():
            callers.append(_caller(url))
        fake.wait_until(lambda: fake.on_call is None)
        _answer(url.replace("hi", "again"))
    assert [message.text for message in fake.sent(BUYER)] == ["hi"] * sent + ["again"]


def test_a_poll_whose_bot_was_killed_takes_no_update(fake: FakeTelegram) -> None:
    passed: list[Moment] = []
    with serving(fake) as base_url:
        url = f"{base_url}{fake.token}/getUpdates"
        fake.on_call = lambda moment, _method: passed.append(moment)
        caller = _caller(f"{url}?timeout=60")
        fake.wait_until(lambda: fake.is_polling)
        caller.kill()
        caller.communicate()
        fake.wait_until(lambda: not fake.is_polling)
        fake.text(BUYER, "在吗")
    assert (passed, len(fake.pending)) == ([Moment.BEFORE], 1)


def test_the_server_stops_at_once_though_a_bot_is_polling(fake: FakeTelegram) -> None:
    with serving(fake) as base_url:
        caller = _caller(f"{base_url}{fake.token}/getUpdates?timeout=60")
        fake.wait_until(lambda: fake.is_polling)
        before = time.monotonic()
    answer = caller.communicate(timeout=PROMPT)[0]
    assert (answer.strip(), time.monotonic() - before < PROMPT) == ('{"ok":true,"result":[]}', True)


def test_a_server_held_by_a_test_is_reported(fake: FakeTelegram) -> None:
    reached, release = threading.Event(), threading.Event()

    def hold(_moment: Moment, _method: str) -> None:
        reached.set()
        release.wait(PROMPT)

    fake.on_call = hold
    with pytest.raises(StillServing), serving(fake, patience=0.0) as base_url:
        caller = _caller(f"{base_url}{fake.token}/getMe")
        reached.wait(PROMPT)
    release.set()
    assert '"ok":true' in caller.communicate(timeout=PROMPT)[0]


def test_a_world_can_be_served_again_after_an_outage(fake: FakeTelegram) -> None:
    fake.text(BUYER, "在吗")
    for _ in range(2):
        with serving(fake) as base_url:
            _answer(f"{base_url}{fake.token}/sendMessage?chat_id={BUYER}&text=hi")
    assert [message.message_id for message in fake.sent(BUYER)] == [2, 3]


def test_waiting_in_vain_tells_what_was_called_last(fake: FakeTelegram) -> None:
    fake.calls.extend(["getMe", "getUpdates"])
    with pytest.raises(AssertionError, match=r"^Not within 0\.0 s\. Last calls: getMe, getUpdates"):
        fake.wait_until(lambda: False, timeout=0.0)
