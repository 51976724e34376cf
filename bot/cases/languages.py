"""Which languages does everybody speak here?"""

from collections.abc import Mapping

LANGUAGES = ("zh", "en")
OTHER: Mapping[str, str] = {"zh": "en", "en": "zh"}
# As their speakers call them, on buttons; and as each is called in both.
OWN_NAMES: Mapping[str, str] = {"zh": "中文", "en": "English"}
NAMES: Mapping[str, tuple[str, str]] = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}
