"""The words for where a case stands, as the editors write them in a `when`."""

from enum import StrEnum


class State(StrEnum):
    """Where the online signing stands, as one word for the editors' `when`."""

    SIGNED = "signed"
    OUTAGE = "outage"
    DOCUMENTS = "documents"
    BLOCKED = "blocked"
    BOOKED = "booked"
    WORKING = "working"


class Deadline(StrEnum):
    """The contract's last day for the signing: none, still to be kept, missed as things stand, or over."""

    NONE = "none"
    AHEAD = "ahead"
    MISSED = "missed"
    OVER = "over"


class Conflict(StrEnum):
    """Two records that cannot both be true."""

    SIGNED_ELSEWHERE = "signed_elsewhere"
    SIGNING_UNDONE = "signing_undone"
    LOAN_APPROVED_ELSEWHERE = "loan_approved_elsewhere"
    OUT_OF_ORDER = "out_of_order"
