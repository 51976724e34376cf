"""Is a buyer served from the first message to the last, by the real program over a real connection?"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.cases.case import CHINA
from bot.content.editions import read_edition
from bot.store.books import open_books
from tests.bot_process import CASE, DAYS_TO_SIGNING, DIGITS, PLACE, Installation, case_file, kill, stop, wait_for
from tests.samples import FOLDERS
from tests.telegram.people import SentMessage
from tests.telegram.server import TOKEN, FakeTelegram
from tests.telegram.serving import serving

BUYER, STRANGER, GROUP = 501, 502, -1001
WRONG = "0000"
PHOTO = [{"file_id": "f", "file_unique_id": "u", "width": 90, "height": 90}]
PATIENCE = 60.0
# What the buyer sends in the walk, taps left out.
TEXTS = 13


@dataclass
class Walk:
    """What the buyer did, and what came back each time."""

    fake: FakeTelegram
    replies: dict[str, SentMessage] = field(default_factory=dict)
    trail: list[tuple[str, str | None]] = field(default_factory=list)
    link: str = ""
    log: str = ""
    exit_code: int | None = None

    def say(self, step: str, text: str, chat_id: int = BUYER, language_code: str = "zh-hans") -> None:
        """Write, and wait for the reply."""
        self.fake.text(chat_id, text, language_code=language_code)
        self._wait(step, chat_id)

    def press(self, step: str, label: str) -> None:
        """Press a button, and wait for the reply."""
        self.fake.press(BUYER, label)
        self._wait(step, BUYER)

    def send_photo(self, step: str) -> None:
        """Send a picture, and wait for the reply."""
        newest = self.fake.chats[BUYER].post({"date": self.fake.now(), "photo": PHOTO} | self._buyer())
        self.fake.inject({"message": newest})
        self._wait(step, BUYER)

    def text(self, step: str) -> str:
        """What was read at this step."""
        return self.replies[step].text

    def _buyer(self) -> dict[str, object]:
        person = self.fake.chats[BUYER].person
        assert person is not None
        return {"from": person.as_json()}

    def _wait(self, step: str, chat_id: int) -> None:
        before = sum(reply.chat_id == chat_id for reply in self.replies.values())
        self.fake.wait_until(lambda: len(self.fake.sent(chat_id)) > before, PATIENCE)
        self.replies[step] = self.fake.sent(chat_id)[before]


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """The whole way of one buyer, walked once."""
    folder, fake = tmp_path_factory.mktemp("live"), FakeTelegram()
    walk = Walk(fake)
    with serving(fake) as base_url:
        bot = _installed(folder, base_url)
        walk.link = bot.signpost("link", CASE)
        process = bot.start()
        try:
            _walk(walk)
            fake.wait_until(lambda: not fake.pending)
            wait_for(lambda: not bot.unsent)
            walk.exit_code = stop(process)
        finally:
            kill(process)
    walk.trail = bot.rows("SELECT event, json_extract(detail, '$.reply') FROM audit WHERE actor LIKE 'chat:%'")
    walk.log = bot.log
    return walk


def _installed(folder: Path, base_url: str) -> Installation:
    """With a case; the shipped content was live before, as after any restart, and is not checked anew."""
    bot, now = Installation(folder, base_url), datetime.now(CHINA)  # noqa: TID251
    bot.signpost("cases", "import", str(case_file(folder, now)))
    books = open_books(f"sqlite:///{bot.books}", folder)
    with books.transaction() as records:
        records.contents.keep(read_edition(FOLDERS), "", now)
    books.close()
    return bot


def _walk(walk: Walk) -> None:
    walk.say("unverified", "哪天签")
    walk.say("link", walk.link)
    walk.say("wrong digits", WRONG)
    walk.say("right digits", DIGITS)
    walk.say("first question", "哪天签")
    walk.say("second question", "网签是什么")
    walk.say("third question", "要准备什么材料")
    walk.press("button", "找顾问")
    walk.say("progress", "/progress")
    walk.say("language", "/language")
    walk.press("english", "English")
    walk.say("in english", "/progress")
    walk.say("human", "/human")
    walk.say("unknown command", "/nonsense")
    walk.send_photo("photo")
    walk.fake.group_text(GROUP, "/progress@signpost_bot")
    walk.say("stranger", walk.link, STRANGER)


def test_each_step_of_the_walk_gets_its_reply(walk: Walk) -> None:
    assert walk.trail == [
        ("answer", "sign_date"),
        ("link_opened", None),
        ("digits_refused", None),
        ("chat_linked", None),
        ("answer", "sign_date"),
        ("answer", "what_is_wangqian"),
        ("answer", "docs_needed"),
        ("handoff", "human"),
        ("answer", "status_now"),
        ("answer", "_language"),
        ("answer", "_language_set"),
        ("answer", "status_now"),
        ("handoff", "human"),
        ("fallback", "_fallback_further"),
        ("answer", "_not_text"),
        ("link_refused", None),
    ]


def test_an_unverified_question_reveals_nothing_of_the_case(walk: Walk) -> None:
    signing = datetime.fromtimestamp(walk.fake.clock(), CHINA) + timedelta(days=DAYS_TO_SIGNING)
    before = [walk.text(step) for step in ("unverified", "link", "wrong digits", "stranger")]
    known = ("林", "周顾问", PLACE, CASE, f"{signing.day} 日", "14:00")
    assert [word for text in before for word in known if word in text] == []


def test_wrong_digits_and_a_used_link_read_the_same(walk: Walk) -> None:
    assert walk.text("wrong digits") == walk.text("stranger")


def test_a_verified_buyer_reads_the_hour_and_place(walk: Walk) -> None:
    assert ("14:00" in walk.text("first question"), PLACE in walk.text("first question")) == (True, True)


def test_the_chosen_language_holds_from_then_on(walk: Walk) -> None:
    later = ["in english", "human", "unknown command", "photo"]
    assert [step for step in later if not walk.text(step)[:20].isascii()] == []


def test_a_group_hears_nothing_from_the_bot(walk: Walk) -> None:
    assert (walk.fake.sent(GROUP), walk.fake.pending) == ([], [])


def test_telegram_had_nothing_to_complain_of(walk: Walk) -> None:
    assert walk.fake.violations == []


def test_every_tap_was_answered(walk: Walk) -> None:
    assert list(walk.fake.queries.values()) == ["", ""]


def test_typing_was_shown_at_most_once_for_each_text(walk: Walk) -> None:
    """An answer that is in the books before Telegram was told of the typing takes it back."""
    assert 0 < walk.fake.typing(BUYER) <= TEXTS


def test_a_bot_told_to_stop_ends_well(walk: Walk) -> None:
    assert walk.exit_code == 0


def test_the_log_holds_no_secret_and_no_word(walk: Walk) -> None:
    secrets = (TOKEN, walk.link.removeprefix("/start "), "林女士", PLACE, "哪天签")
    assert [secret for secret in secrets if secret in walk.log] == []


def test_the_log_tells_only_of_start_and_stop(walk: Walk) -> None:
    told = [line.split(": ", 1)[1] for line in walk.log.splitlines()]
    assert told == [
        "ready as @signpost_bot",
        "stopped; what is unsent goes out at the next start",
    ]
