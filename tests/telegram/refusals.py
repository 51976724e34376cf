"""What does Telegram say when it refuses?"""

from typing import Any


class Refusal(Exception):
    """Telegram answers a call with an error instead of a result."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = parameters

    def answer(self) -> dict[str, Any]:
        """The JSON body of the error."""
        body = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad(why: str) -> Refusal:
    """The call itself is wrong.

    >>> bad("chat not found").description
    'Bad Request: chat not found'
    """
    return Refusal(400, f"Bad Request: {why}")


def forbidden(why: str) -> Refusal:
    """The chat does not want the bot."""
    return Refusal(403, f"Forbidden: {why}")


def conflict(why: str) -> Refusal:
    """Somebody else takes the updates."""
    return Refusal(409, f"Conflict: {why}")


def flood(seconds: int) -> Refusal:
    """The bot sent too much."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def upgraded(chat_id: int) -> Refusal:
    """The group has become a supergroup, which has another id."""
    return Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat_id)


NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
WEBHOOK_SET = "terminated by setWebhook request"
