"""What are months and weekdays called?"""

LONG_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTHS = tuple(month[:3] for month in LONG_MONTHS)
# As they are written, long or short: "mar" is March, and the beginning of "marriage" is not.
MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    "|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![a-z])"
)
LONG_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS = tuple(weekday[:3] for weekday in LONG_WEEKDAYS)
# 周一 … 周日.
WEEK = "一二三四五六日"


def month_number(name: str) -> int:
    """1 for January, by its English name, long or short.

    >>> month_number("sept"), month_number("December")
    (9, 12)
    """
    return MONTHS.index(name[:3].capitalize()) + 1
