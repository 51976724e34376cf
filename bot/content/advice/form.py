"""What belongs to the words for one kind of finding?"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Advice:
    """The words for one rule; `{…}` is filled from the finding."""

    message: Mapping[str, str]
    cure: Mapping[str, str]
    is_warning: bool = False


def error(zh: str, cure_zh: str, en: str, cure_en: str) -> Advice:
    """What is wrong and what cures it, for a finding that keeps content from being loaded."""
    return Advice({"zh": zh, "en": en}, {"zh": cure_zh, "en": cure_en})


def warning(zh: str, cure_zh: str, en: str, cure_en: str) -> Advice:
    """What is worth knowing and what to do, for a finding that is only shown."""
    return Advice({"zh": zh, "en": en}, {"zh": cure_zh, "en": cure_en}, is_warning=True)
