"""Is the content that the benchmark saves again and again content that goes live?"""

from pathlib import Path

import pytest

from benchmarks.reload import Installation, Kind
from bot.content import library


@pytest.mark.parametrize("kind", Installation.KINDS)
def test_content_of_the_benchmark_is_sound_before_and_after_a_save(tmp_path: Path, kind: Kind) -> None:
    laid_out = Installation(tmp_path, 12)
    laid_out.lay_out()
    before = library.load(laid_out.folders)

    laid_out.save(kind, 1)

    assert library.load(laid_out.folders).intents.keys() == before.intents.keys()
