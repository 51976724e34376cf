"""How is the advisors' desk set up?"""

from dataclasses import dataclass

from bot.desk.timers import Patience


@dataclass(frozen=True)
class Room:
    """The advisors' group in Telegram (None: tickets are only recorded), the bot's name, and how long things take.

    A buyer is asked at most once in `survey_days` how a person's help was.
    """

    group: int | None = None
    bot_name: str | None = None
    patience: Patience = Patience()
    survey_days: int = 30
