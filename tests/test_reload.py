"""Does a running bot answer from files saved a moment ago, in a process of its own?"""

import shutil
from pathlib import Path

from tests.bot_process import Installation, stop
from tests.content.seeded import build
from tests.samples import ROOT
from tests.telegram.server import FakeTelegram
from tests.telegram.serving import serving

BUYER = 501
QUESTION = "网签还要多久"
REPLY = "answers:\n  - zh: {0}\n    en: It is {0}\n"
PATIENCE = 120.0
MOST_QUESTIONS = 150


def _ask_until(fake: FakeTelegram, words: str) -> list[str]:
    """Ask again and again until these words come; every other reply that came before."""
    others: list[str] = []
    while (reply := _ask(fake)) != words:
        others.append(reply)
        assert len(others) < MOST_QUESTIONS
    return others


def _ask(fake: FakeTelegram) -> str:
    before = len(fake.sent(BUYER))
    fake.text(BUYER, QUESTION)
    fake.wait_until(lambda: len(fake.sent(BUYER)) > before, PATIENCE)
    return fake.sent(BUYER)[-1].text


def test_a_running_bot_answers_from_files_saved_meanwhile(tmp_path: Path) -> None:
    root = build(tmp_path / "content")
    shutil.copy(ROOT / "config.yaml", root)
    reply = root / "replies" / "how_long.yaml"
    fake = FakeTelegram()
    with serving(fake) as base_url:
        bot = Installation(tmp_path, base_url, root / "config.yaml")
        process = bot.start()
        try:
            _ask_until(fake, "这要看手续办到哪一步。")
            reply.write_text("answers:\n  - zh: {{ 没有 }}\n", "utf-8")
            reply.write_text(REPLY.format("改好了。"), "utf-8")
            others = _ask_until(fake, "改好了。")
        finally:
            code = stop(process)
    assert (set(others) - {"这要看手续办到哪一步。"}, code, bot.log.count("is live"), fake.violations) == (
        set(),
        0,
        1,
        [],
    )
