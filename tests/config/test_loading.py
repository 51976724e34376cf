"""Where do the settings come from, and who has the last word?"""

from datetime import date, time
from pathlib import Path

import pytest

from bot.cases.milestones import Milestone
from bot.cases.office import Span
from bot.config.loading import BrokenConfig, Config, find, load
from tests.content.seeded import build
from tests.samples import ROOT


def _loaded(tmp_path: Path, **environment: str) -> Config:
    """The small sound configuration under an environment."""
    return load(build(tmp_path) / "config.yaml", environment)


def test_the_shipped_configuration_is_without_any_finding() -> None:
    assert load(ROOT / "config.yaml", {}).folder == ROOT


def test_a_variable_has_the_last_word_over_the_file(tmp_path: Path) -> None:
    assert _loaded(tmp_path, SIGNPOST_LANGUAGES__DEFAULT="en").settings.languages.default == "en"


def test_a_variable_may_set_what_the_file_leaves_out(tmp_path: Path) -> None:
    assert _loaded(tmp_path, SIGNPOST_TELEGRAM__BOT_NAME="demo_bot").settings.telegram.bot_name == "demo_bot"


def test_a_list_in_a_variable_is_read_as_one(tmp_path: Path) -> None:
    hours = _loaded(tmp_path, SIGNPOST_OFFICE__HOURS="[08:00-11:00, 14:00-17:30]").office.spans
    assert hours == (Span(time(8), time(11)), Span(time(14), time(17, 30)))


def test_days_in_a_variable_change_the_calendar(tmp_path: Path) -> None:
    config = _loaded(tmp_path, SIGNPOST_CALENDAR__WORKING="[2026-11-21]", SIGNPOST_CALENDAR__DAYS_OFF="[2026-11-23]")
    assert (config.settings.calendar.working, config.settings.calendar.days_off) == (
        (date(2026, 11, 21),),
        (date(2026, 11, 23),),
    )


def test_names_in_capitals_can_be_set_by_variables(tmp_path: Path) -> None:
    config = _loaded(tmp_path, SIGNPOST_PROCESS__MILESTONES__DEPOSIT__WORKING_DAYS="9")
    assert config.settings.process.milestones[Milestone.DEPOSIT].working_days == 9


def test_an_empty_variable_leaves_the_setting_alone(tmp_path: Path) -> None:
    assert _loaded(tmp_path, SIGNPOST_LANGUAGES__DEFAULT="").settings.languages.default == "zh"


def test_variables_of_other_programs_are_left_alone(tmp_path: Path) -> None:
    assert _loaded(tmp_path, SIGNPOSTS="x", LANGUAGES__DEFAULT="fr").settings.languages.default == "zh"


def test_a_minus_in_front_of_a_chat_stays(tmp_path: Path) -> None:
    assert _loaded(tmp_path, SIGNPOST_TELEGRAM__ADVISORS_CHAT="-100123").settings.telegram.advisors_chat == -100123


def test_paths_are_relative_to_the_file_of_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = build(tmp_path / "there")
    monkeypatch.chdir(tmp_path)
    assert load(Path("there/config.yaml"), {}).folder == root


def test_the_file_that_is_given_comes_first(tmp_path: Path) -> None:
    assert find(tmp_path / "mine.yaml", {"SIGNPOST_CONFIG": "other.yaml"}) == tmp_path / "mine.yaml"


def test_the_variable_comes_before_the_file_that_is_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(build(tmp_path))
    assert find(None, {"SIGNPOST_CONFIG": "other.yaml"}) == Path("other.yaml")


def test_the_file_that_is_here_comes_before_the_shipped_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(build(tmp_path))
    assert find(None, {}) == Path("config.yaml")


def test_without_any_other_the_shipped_file_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find(None, {}) == ROOT / "config.yaml"


def test_every_problem_is_told_at_once_and_in_order(tmp_path: Path) -> None:
    path = build(tmp_path) / "config.yaml"
    path.write_text(path.read_text("utf-8").replace("default: zh", "default: fr").replace(": 15", ": x"), "utf-8")
    with pytest.raises(BrokenConfig) as broken:
        load(path, {})
    assert [(entry.place.line, entry.rule) for entry in broken.value.problems] == [
        (3, "unknown-value"),
        (12, "wrong-setting"),
    ]


def test_secrets_do_not_show_when_settings_are_printed(tmp_path: Path) -> None:
    secrets = {"SIGNPOST_TELEGRAM__TOKEN": "1:SECRET", "SIGNPOST_DATABASE__URL": "postgresql://u:SECRET@h/d"}
    assert "SECRET" not in repr(_loaded(tmp_path, **secrets))
