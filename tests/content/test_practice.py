"""Are scenarios read as their editor means them, and is a broken one told and not played?"""

import shutil
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot import app
from bot.cases.case import CHINA
from bot.cases.milestones import Role
from bot.cases.office import Priority
from bot.content.library import BrokenContent
from bot.content.practice import PracticeSetting, coached_by, read_practice
from bot.content.problems import has_errors
from bot.content.samples import SAMPLES
from bot.content.tone.words import ToneSection, load_tone
from bot.desk.practice.draft import Draft
from bot.desk.practice.scenario import Move, NextStep
from bot.desk.practice.tone import CHECKS
from tests.samples import ROOT, cases, config
from tests.talks import house

_SHIPPED = sorted((ROOT / "practice").glob("*.yaml"))
_SOUND = Path(__file__).parent / "sound" / "practice" / "first.yaml"


def _stage() -> PracticeSetting:
    return PracticeSetting(cases(), config().process, house())


@st.composite
def _spoilt(draw: st.DrawFn) -> str:
    """A sound scenario with a piece of it replaced by anything."""
    text = _SOUND.read_text("utf-8")
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 30)))
    return text[:start] + draw(st.text(max_size=8)) + text[end:]


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder for an installation with one broken scenario."""
    (tmp_path / "practice").mkdir()
    (tmp_path / "practice" / "slip.yaml").write_text("title: x\n", encoding="utf-8")
    return tmp_path


def test_every_shipped_scenario_is_sound() -> None:
    found, problems = read_practice(ROOT / "practice", _stage())
    assert (list(found.scenarios), problems) == ([path.stem for path in _SHIPPED], [])


def test_a_scenario_is_read_with_all_its_parts(tmp_path: Path) -> None:
    shutil.copy(ROOT / "practice" / "self_harm.yaml", tmp_path)
    scenario = read_practice(tmp_path, _stage())[0].scenarios["self_harm"]
    turn = scenario.turns[0]
    assert (scenario.standing.case.ref, scenario.standing.now) == ("C-DEMO-03", datetime(2026, 9, 22, 15, tzinfo=CHINA))
    assert (turn.move, turn.priority, turn.next_step) == (Move.CLAIM, Priority.P0, NextStep(Role.ADVISOR, "reply_by"))
    assert (turn.says["zh"][:2], turn.never["en"][0]) == ((("12356",), ("120", "110")), "signing")
    assert turn.reply is house().content.replies["self_harm"]


def test_a_fact_may_be_named_in_either_language(tmp_path: Path) -> None:
    shutil.copy(_SOUND, tmp_path)
    turn = read_practice(tmp_path, _stage())[0].scenarios["first"].turns[0]
    assert (turn.facts, turn.next_step) == (("next_contact",), NextStep(Role.ADVISOR, "next_contact"))


def test_a_broken_scenario_is_a_finding_of_the_check(installed: Path) -> None:
    problems = app.inspect_practice(replace(config(), folder=installed), house().content, SAMPLES)
    assert {problem.place.file for problem in problems} == {"practice/slip.yaml"}


def test_an_installation_without_scenarios_has_no_finding(tmp_path: Path) -> None:
    assert app.inspect_practice(replace(config(), folder=tmp_path), house().content, SAMPLES) == []


def test_samples_of_another_place_keep_nobody_from_checking(installed: Path) -> None:
    elsewhere = installed / "cases.yaml"
    elsewhere.write_text(SAMPLES.read_text("utf-8").replace("demo_riverside", "nowhere"), encoding="utf-8")
    assert app.inspect_practice(replace(config(), folder=installed), house().content, elsewhere) == []


def test_nothing_is_played_from_a_folder_with_findings(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "house", lambda _: house())
    with pytest.raises(BrokenContent):
        app.practice(replace(config(), folder=installed), SAMPLES)


@given(_spoilt() | st.text())
@example(_SOUND.read_text("utf-8").replace("en: Ms Lin", "en: Ms #Lin", 1))
@example(_SOUND.read_text("utf-8").replace("{{ 下次跟进 }}再", "{{ 下次跟进 }}A再", 1))
@settings(max_examples=150, deadline=None)
def test_any_file_is_a_scenario_or_has_findings_that_can_be_told(text: str) -> None:
    with TemporaryDirectory() as folder:
        Path(folder, "any.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
        found, problems = read_practice(Path(folder), _stage())
        told = [problem.message(language) + problem.cure(language) for problem in problems for language in ("zh", "en")]
        # A warning, such as of a # that cuts a text off, keeps nothing from being played.
        assert all(told)
        assert bool(found.scenarios) != has_errors(problems)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("section", "slip"),
    [
        (ToneSection.RULE_FIRST, "opening"),
        (ToneSection.PROMISE, "promise"),
        (ToneSection.BLAME, "blame"),
        (ToneSection.VERDICT, "blame"),
        (ToneSection.VAGUE_TIME, "vague"),
        (ToneSection.ADDRESS, "address"),
    ],
)
def test_coach_lets_nothing_pass_that_editors_do_not_say(section: ToneSection, slip: str, language: str) -> None:
    tone = load_tone(ROOT / "replies")
    words = coached_by(tone)[language]
    listed = tone.of(section, language).instead
    passed = [word for word in listed if not CHECKS[slip](Draft(word, language, date(2026, 9, 22), words))]
    assert passed == []
