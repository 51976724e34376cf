"""Which steps, people and obstacles does a purchase know?"""

from enum import StrEnum


class Milestone(StrEnum):
    """A step of the purchase, in the order in which most cities take it."""

    ELIGIBILITY = "ELIGIBILITY"
    PROPERTY_CHECK = "PROPERTY_CHECK"
    DEPOSIT = "DEPOSIT"
    LOAN_APPLY = "LOAN_APPLY"
    VALUATION = "VALUATION"
    LOAN_APPROVAL = "LOAN_APPROVAL"
    DOCS_READY = "DOCS_READY"
    CONTRACT_DRAFT = "CONTRACT_DRAFT"
    SIGN_BOOKED = "SIGN_BOOKED"
    ONLINE_SIGN = "ONLINE_SIGN"
    FILED = "FILED"
    ESCROW = "ESCROW"
    SELLER_DISCHARGE = "SELLER_DISCHARGE"
    TAX = "TAX"
    TRANSFER = "TRANSFER"
    PRE_NOTICE = "PRE_NOTICE"
    MORTGAGE_REG = "MORTGAGE_REG"
    LOAN_RELEASE = "LOAN_RELEASE"
    HANDOVER = "HANDOVER"
    CERTIFICATE = "CERTIFICATE"


class Role(StrEnum):
    """Somebody who can hold the next move, or a party to the deal."""

    BUYER = "buyer"
    CO_BUYER = "co_buyer"
    SPOUSE = "spouse"
    SELLER = "seller"
    CO_SELLER = "co_seller"
    DEVELOPER = "developer"
    AGENT = "agent"
    ADVISOR = "advisor"
    BANK = "bank"
    FUND_CENTER = "fund_center"
    VALUER = "valuer"
    HOUSING_BUREAU = "housing_bureau"
    TAX_OFFICE = "tax_office"
    REGISTRY = "registry"
    ESCROW_HOLDER = "escrow_holder"


# Whoever buys may ask about the case: each in a chat of their own.
BUYING_SIDE = (Role.BUYER, Role.CO_BUYER, Role.SPOUSE)


class Status(StrEnum):
    """What the books say about one step of one case."""

    NOT_STARTED = "not_started"
    READY = "ready"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    BLOCKED = "blocked"
    DONE = "done"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"


class Deal(StrEnum):
    """What kind of home is bought: 二手房 or 一手房."""

    RESALE = "resale"
    NEW_BUILD = "new_build"


class BlockerCode(StrEnum):
    """Something that keeps a step from going on; the gravest stand first."""

    BEREAVEMENT = "BEREAVEMENT"
    DISPUTE = "DISPUTE"
    PROPERTY_FROZEN = "PROPERTY_FROZEN"
    SELLER_REFUSES = "SELLER_REFUSES"
    ELIGIBILITY_FAILED = "ELIGIBILITY_FAILED"
    APPROVAL_EXPIRED = "APPROVAL_EXPIRED"
    CREDIT_CHANGED = "CREDIT_CHANGED"
    LOAN_REDUCED = "LOAN_REDUCED"
    VALUATION_LOW = "VALUATION_LOW"
    NO_PRESALE_PERMIT = "NO_PRESALE_PERMIT"
    APPROVAL_EXPIRING = "APPROVAL_EXPIRING"
    SYSTEM_OUTAGE = "SYSTEM_OUTAGE"
    SELLER_NO_SHOW = "SELLER_NO_SHOW"
    SELLER_UNREACHABLE = "SELLER_UNREACHABLE"
    DEVELOPER_QUEUE = "DEVELOPER_QUEUE"
    DOC_REJECTED = "DOC_REJECTED"
    DOC_MISSING_BUYER = "DOC_MISSING_BUYER"
    DOC_EXPIRED = "DOC_EXPIRED"
    DOC_MISSING_SELLER = "DOC_MISSING_SELLER"
    CO_OWNER_SIGNATURE = "CO_OWNER_SIGNATURE"
    SPOUSE_SIGNATURE = "SPOUSE_SIGNATURE"
    CONTRACT_DATA_ERROR = "CONTRACT_DATA_ERROR"
    ELIGIBILITY_PENDING = "ELIGIBILITY_PENDING"
    PROPERTY_CHECK_PENDING = "PROPERTY_CHECK_PENDING"
    SELLER_MORTGAGE_OPEN = "SELLER_MORTGAGE_OPEN"
    APPOINTMENT_FULL = "APPOINTMENT_FULL"
    BANK_QUOTA = "BANK_QUOTA"
    FUND_CENTER_QUEUE = "FUND_CENTER_QUEUE"
    ESCROW_NOT_FUNDED = "ESCROW_NOT_FUNDED"
    TAX_REVIEW = "TAX_REVIEW"
    HOLIDAY = "HOLIDAY"


# A death, an illness, a quarrel: no machine talks about the steps then.
FOR_PEOPLE = frozenset({BlockerCode.BEREAVEMENT, BlockerCode.DISPUTE})

# Whose move a blocker is, and which step it holds up, unless the advisor says otherwise.
_SETTLED_BY = {
    Role.BUYER: "DOC_MISSING_BUYER DOC_EXPIRED DOC_REJECTED ELIGIBILITY_FAILED CREDIT_CHANGED ESCROW_NOT_FUNDED",
    Role.SELLER: "DOC_MISSING_SELLER SELLER_UNREACHABLE SELLER_NO_SHOW SELLER_REFUSES SELLER_MORTGAGE_OPEN"
    " CO_OWNER_SIGNATURE PROPERTY_FROZEN",
    Role.SPOUSE: "SPOUSE_SIGNATURE",
    Role.DEVELOPER: "DEVELOPER_QUEUE NO_PRESALE_PERMIT",
    Role.HOUSING_BUREAU: "ELIGIBILITY_PENDING PROPERTY_CHECK_PENDING SYSTEM_OUTAGE APPOINTMENT_FULL HOLIDAY",
    Role.ADVISOR: "CONTRACT_DATA_ERROR DISPUTE BEREAVEMENT",
    Role.BANK: "APPROVAL_EXPIRING APPROVAL_EXPIRED LOAN_REDUCED BANK_QUOTA",
    Role.VALUER: "VALUATION_LOW",
    Role.FUND_CENTER: "FUND_CENTER_QUEUE",
    Role.TAX_OFFICE: "TAX_REVIEW",
}
USUAL_OWNER = {BlockerCode(code): role for role, codes in _SETTLED_BY.items() for code in codes.split()}

_HOLDS_UP = {
    Milestone.ELIGIBILITY: "ELIGIBILITY_PENDING ELIGIBILITY_FAILED",
    Milestone.PROPERTY_CHECK: "PROPERTY_CHECK_PENDING PROPERTY_FROZEN",
    Milestone.VALUATION: "VALUATION_LOW",
    Milestone.LOAN_APPROVAL: "LOAN_REDUCED CREDIT_CHANGED FUND_CENTER_QUEUE",
    Milestone.DOCS_READY: "DOC_MISSING_BUYER DOC_MISSING_SELLER DOC_EXPIRED DOC_REJECTED",
    Milestone.CONTRACT_DRAFT: "CONTRACT_DATA_ERROR",
    Milestone.SIGN_BOOKED: "SELLER_NO_SHOW SELLER_UNREACHABLE APPOINTMENT_FULL",
    Milestone.ESCROW: "ESCROW_NOT_FUNDED",
    Milestone.SELLER_DISCHARGE: "SELLER_MORTGAGE_OPEN",
    Milestone.TAX: "TAX_REVIEW",
    Milestone.LOAN_RELEASE: "BANK_QUOTA",
}
_HELD_UP = {BlockerCode(code): milestone for milestone, codes in _HOLDS_UP.items() for code in codes.split()}


def held_up(code: BlockerCode) -> Milestone:
    """The step that a blocker of this kind usually stops.

    >>> held_up(BlockerCode.SELLER_REFUSES)
    <Milestone.ONLINE_SIGN: 'ONLINE_SIGN'>
    """
    return _HELD_UP.get(code, Milestone.ONLINE_SIGN)
