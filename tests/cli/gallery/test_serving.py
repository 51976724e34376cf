"""Does a browser get the newest page, and keep the last good one while a file is broken?"""

import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.cli.gallery.markup import Markup
from bot.cli.gallery.serving import Made, Newest, Watch, serve
from bot.cli.saves import Saves

GOOD, BROKEN = Made(Markup("<p>good</p>")), Made(None, Markup("<aside>slip</aside>"))


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310
        body: bytes = answer.read()
    return body.decode()


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    """A watch over one file; the first page is good, the next broken, then good again."""
    (tmp_path / "a.yaml").write_text("1")
    made = iter([GOOD, BROKEN, GOOD])
    return Watch(Saves((tmp_path,)), lambda: next(made))


def look(watch: Watch) -> bool:
    """Look until it is clear that nothing is being saved any more."""
    return any([watch.look(), watch.look()])


def save(watch: Watch, name: str) -> None:
    (watch.saves.folders[0] / name).write_text("2")


def test_broken_file_puts_its_findings_above_the_last_good_page(watch: Watch) -> None:
    look(watch)
    save(watch, "b.yaml")
    look(watch)
    assert watch.newest.body == "<aside>slip</aside><p>good</p>"


def test_mended_file_takes_the_findings_away(watch: Watch) -> None:
    for name in ("b.yaml", "c.yaml", "d.yaml"):
        save(watch, name)
        look(watch)
    assert watch.newest == Newest(Markup("<p>good</p>"), None, 3)


def test_nothing_is_made_while_nothing_is_saved(watch: Watch) -> None:
    assert [look(watch), look(watch)] == [True, False]


def test_file_that_is_taken_away_counts_as_a_change(watch: Watch) -> None:
    look(watch)
    (watch.saves.folders[0] / "a.yaml").unlink()
    assert look(watch)


def served(watch: Watch, *steps: Callable[[str], object]) -> list[object]:
    """What each step finds at the address while the page is served; a look at the files follows each."""
    addresses: list[str] = []
    found: list[object] = []
    left: Iterator[Callable[[str], object]] = iter(steps)

    def wait(_: float) -> None:
        step = next(left, None)
        if step is None:
            raise KeyboardInterrupt
        found.append(step(addresses[0]))

    serve(watch, 0, addresses.append, wait)
    return found


def test_page_on_this_computer_follows_the_files(watch: Watch) -> None:
    def version(address: str) -> str:
        return get(address + "version")

    def saved(_: str) -> None:
        save(watch, "b.yaml")

    found = served(watch, version, saved, version, version, get)
    assert (found[0], found[3], "slip" in str(found[4]), 'data-version="2"' in str(found[4])) == ("1", "2", True, True)


def test_server_is_for_this_computer_alone(watch: Watch) -> None:
    assert served(watch, lambda address: address.startswith("http://127.0.0.1:")) == [True]


def test_nothing_else_is_served(watch: Watch) -> None:
    def missing(address: str) -> int:
        with pytest.raises(urllib.error.HTTPError) as refused:
            get(address + "config.yaml")
        refused.value.close()
        return refused.value.code

    assert served(watch, missing) == [404]
