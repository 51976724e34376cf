"""May the buyer be on the way to what is agreed, or be there?"""

from datetime import datetime, timedelta

from bot.dialogue.situation import Situation

# Who comes early, or is on the way, writes before the hour; who has waited so long has gone home.
_EARLY, _LATE = timedelta(hours=2), timedelta(hours=3)


def is_near_the_hour(situation: Situation) -> bool:
    """May the buyer be on the way to what is agreed for today, or be there?"""
    booked = situation.standing.today_at if situation.standing else None
    return booked is not None and _is_near(booked.at, situation.now)


def may_be_on_the_way(situation: Situation) -> bool:
    """To that, or with papers of which the hour is near?"""
    dues = situation.standing.due_hours if situation.standing else ()
    is_due = any(_is_near(due, situation.now) for due in dues)
    return is_due or is_near_the_hour(situation)


def _is_near(hour: datetime, now: datetime) -> bool:
    return hour - _EARLY <= now <= hour + _LATE
