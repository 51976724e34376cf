"""What does a button carry, and what does a tap mean? Telegram gives back at most 64 bytes."""

# What buyers tap: ask a question, rate a person's help, choose a language, end the tie to the case.
ASK, RATE, LANGUAGE, UNBIND = "ask", "rate", "language", "unbind"
# What advisors tap: something about a ticket; choose, confirm and take back what changed in a case; "no change".
TICKET, CHOOSE, CONFIRM, UNDO, SAME = "t", "c", "y", "u", "d"
# How a person's help is rated, from "not at all" to "helped".
SCORES = ("1", "2", "3")
MOST_BYTES = 64


def tap(action: str, *values: object) -> str:
    """The data of a button.

    >>> tap(ASK, "how_long"), tap(TICKET, 12, "claim")
    ('ask:how_long', 't:12:claim')
    """
    return ":".join([action, *map(str, values)])


def read(data: str) -> tuple[str, str]:
    """The action of a tap, and its values, still joined; no action that we know where the data is not ours.

    >>> read("t:12:claim"), read("nonsense")
    (('t', '12:claim'), ('nonsense', ''))
    """
    action, _, values = data.partition(":")
    return action, values
