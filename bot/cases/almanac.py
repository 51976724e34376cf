"""What are months and weekdays called?"""

LONG_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTHS = tuple(month[:3] for month in LONG_MONTHS)
LONG_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS = tuple(weekday[:3] for weekday in LONG_WEEKDAYS)
# 周一 … 周日.
WEEK = "一二三四五六日"
