"""Where do advisors work on a chat?"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    """A topic of the advisors' group: for a case, or for a chat without one.

    `thread_id` is Telegram's number, None until the topic is made; `was_lost`: somebody deleted it before.
    """

    id: int
    group_id: int
    name: str
    case_ref: str | None = None
    chat_id: int | None = None
    thread_id: int | None = None
    was_lost: bool = False
