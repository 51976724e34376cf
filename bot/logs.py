"""What may stand in the log, and in what form?"""

import json
import logging
import re
from datetime import UTC, datetime

from bot.dialogue.redact import redact_people

_TOKEN = re.compile(r"(?<!\d)\d{5,}:[A-Za-z0-9_-]{20,}")
_LINK = re.compile(r"(start[= ])[A-Za-z0-9_-]{20,}")
_PLAIN = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _Safe(logging.Formatter):
    """Takes tokens, links and people's numbers out of every line, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        return safe(super().format(record))


class _Json(_Safe):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": safe(record.getMessage()),
        }
        if record.exc_info:
            entry["error"] = safe(self.formatException(record.exc_info))
        return json.dumps(entry, ensure_ascii=False)


def safe(text: str) -> str:
    """The text without tokens and people's numbers.

    >>> safe("GET /bot123456789:AAbbccddeeffgghhiijjkkllmmnnooppqqr/getMe for 13812345678")
    'GET /bot[token]/getMe for [手机号]'
    """
    return redact_people(_LINK.sub(r"\1[link]", _TOKEN.sub("[token]", text)))


def set_up(form: str, level: str) -> None:
    """Log to stderr as `plain` or `json`."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Json() if form == "json" else _Safe(_PLAIN))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # They write whole requests, with the token and with what buyers and bot say to each other; alembic only chats.
    for library in ("httpx", "httpcore", "telegram", "alembic"):
        logging.getLogger(library).setLevel(logging.WARNING)
    # It writes whole updates where it cannot read one.
    logging.getLogger("telegram.Bot").disabled = True
