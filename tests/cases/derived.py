"""How is everything that follows from a case written down, so that a person can check it?"""

from bot.cases.forecast import Certainty
from bot.cases.progress import Standing
from bot.cases.workdays import Count


def derived(standing: Standing) -> dict[str, object]:
    """Every derived value as short text; steps that are over without a day are left to `over`."""
    return {
        "state": standing.state,
        "current": standing.current or "none",
        "waiting_for": standing.waiting_for or "nobody",
        "blocker": standing.blocker.code if standing.blocker else "none",
        "overdue": f"{standing.overdue_step.milestone} {_count(standing.overdue)}" if standing.overdue_step else "none",
        "sign_by_left": _count(standing.sign_by_left),
        "approval_left_days": "none" if standing.approval_left_days is None else str(standing.approval_left_days),
        "stale": standing.is_stale,
        "at_risk": standing.is_at_risk,
        "conflict": standing.conflict or "none",
        "over": " ".join(sorted(standing.view.over)),
        "forecasts": {
            code: f"{forecast.certainty} {forecast.day.on if forecast.day else ''}".strip()
            for code, forecast in standing.forecasts.items()
            if forecast.certainty != Certainty.ABSENT and (forecast.day or forecast.certainty != Certainty.DONE)
        },
    }


def _count(count: Count | None) -> str:
    return "none" if count is None else f"{count.days}" if count.exact else f"about {count.days}"
