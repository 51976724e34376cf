"""Do both languages of an answer get guesses that lead to one fact?"""

from pathlib import Path

import pytest

from bot.content.folders import Folders
from bot.content.library import inspect
from tests.content.seeded import build


def _cures(root: Path, zh: str, en: str) -> list[str]:
    """What is said of an answer of two texts."""
    folder = build(root)
    reply = f"answers:\n  - when:\n      state: booked\n    zh: {zh}\n    en: {en}\n  - zh: 好。\n    en: Fine.\n"
    (folder / "replies" / "how_long.yaml").write_text(reply, "utf-8")
    found = inspect(Folders(folder / "intents", folder / "replies"))[1]
    return [problem.cure("en").partition("?")[0] for problem in found if problem.rule == "unknown-fact"]


@pytest.mark.parametrize(
    ("zh", "en", "guesses"),
    [
        ("在{{ 签约日期 }}签。", "Signing on {{ signing_date }}.", ["签约时间", "signing_time"]),
        ("在{{ 签约日期 }}签。", "Signing on {{ expected_signing }}.", ["预计签约日"]),
        ("在{{ 签约时间 }}签。", "Signing on {{ date }}.", ["signing_time"]),
        ("在{{ 签约时间 }}签。", "Signing {{ signing_time }}, {{ advisr }}.", ["advisor"]),
        ("在{{ 签约地方 }}签。", "Signing at {{ 签约地点 }}.", ["签约地点"]),
        ("{{ 下次跟近 }}问。", "Ask.", ["下次跟进"]),
    ],
)
def test_an_unknown_fact_is_taken_for_what_its_twin_says(tmp_path: Path, zh: str, en: str, guesses: list[str]) -> None:
    assert _cures(tmp_path, f'"{zh}"', f'"{en}"') == [f"Did you mean '{guess}'" for guess in guesses]


def test_a_name_that_is_like_no_fact_gets_no_guess_nor_spoils_its_twin(tmp_path: Path) -> None:
    cures = _cures(tmp_path, '"问{{ 下次跟近 }}。"', '"Ask {{ zzz }}."')
    assert cures == ["Did you mean '下次跟进'", "All names stand in docs/editors-reference.md."]
