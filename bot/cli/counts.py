"""How is a number of things told in English?"""


def counted(number: int, thing: str) -> str:
    """The number and the noun that goes with it.

    >>> counted(1, "finding"), counted(2000, "message")
    ('1 finding', '2,000 messages')
    """
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
