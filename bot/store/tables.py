"""Which tables are there? A column has the name of the field it keeps."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)
from sqlalchemy.sql.schema import SchemaItem

from bot.cases.case import AppointmentStatus, ContractStatus, DocumentStatus, LoanStage
from bot.cases.milestones import BlockerCode, Deal, Milestone, Role, Status
from bot.cases.office import Priority
from bot.desk.tickets import TicketState, What
from bot.store.types import BIG, AwareTime, Names, choice

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _of_case(name: str, *columns: SchemaItem) -> Table:
    """A table of things that belong to one case; their order is kept."""
    case = Column("case_ref", String(40), ForeignKey("cases.ref", ondelete="CASCADE"), nullable=False, index=True)
    return Table(name, metadata, Column("id", BIG, primary_key=True), case, *columns)


cases = Table(
    "cases",
    metadata,
    Column("ref", String(40), primary_key=True),
    Column("city", String(60), nullable=False),
    Column("deal", choice(Deal), nullable=False),
    Column("profile", String(60), nullable=False),
    Column("advisor", Text, nullable=False),
    Column("checked_at", AwareTime, nullable=False),
)
parties = _of_case(
    "parties",
    Column("role", choice(Role), nullable=False),
    Column("name", Text, nullable=False),
    Column("phone_masked", Text, nullable=False),
    Column("language", String(8), nullable=False),
    Column("verified", Boolean, nullable=False),
)
steps = _of_case(
    "steps",
    Column("milestone", choice(Milestone), nullable=False),
    Column("status", choice(Status), nullable=False),
    Column("owner", choice(Role)),
    Column("planned_on", Date),
    Column("promised_on", Date),
    Column("done_on", Date),
    Column("checked_at", AwareTime),
    UniqueConstraint("case_ref", "milestone"),
)
blockers = _of_case(
    "blockers",
    Column("code", choice(BlockerCode), nullable=False),
    Column("milestone", choice(Milestone), nullable=False),
    Column("owner", choice(Role), nullable=False),
    Column("opened", Date, nullable=False),
    Column("next_check", AwareTime),
    Column("expected_on", Date),
    Column("public_note_zh", Text),
    Column("public_note_en", Text),
    Column("internal_note", Text),
    Column("closed_on", Date),
)
documents = _of_case(
    "documents",
    Column("code", Text, nullable=False),
    Column("zh", Text, nullable=False),
    Column("en", Text, nullable=False),
    Column("owner", choice(Role), nullable=False),
    Column("status", choice(DocumentStatus), nullable=False),
    Column("due", AwareTime),
    Column("valid_until", Date),
)
appointments = _of_case(
    "appointments",
    Column("milestone", choice(Milestone), nullable=False),
    Column("at", AwareTime, nullable=False),
    Column("place_zh", Text),
    Column("place_en", Text),
    Column("bring_zh", Text),
    Column("bring_en", Text),
    Column("status", choice(AppointmentStatus), nullable=False),
)
outages = _of_case(
    "outages",
    Column("system", Text, nullable=False),
    Column("since", AwareTime, nullable=False),
    Column("until", AwareTime),
    Column("source", Text),
)
loans = _of_case(
    "loans",
    Column("kind", Text, nullable=False),
    Column("stage", choice(LoanStage), nullable=False),
    Column("bank", Text),
    Column("approved_on", Date),
    Column("valid_until", Date),
    Column("release_rule", Text),
)
contracts = _of_case(
    "contracts",
    Column("status", choice(ContractStatus), nullable=False),
    Column("sign_by", Date),
    Column("number_masked", Text),
)

# A link is kept as the hash of its token; `tries` counts wrong digits since the last lock.
links = Table(
    "links",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("case_ref", String(40), ForeignKey("cases.ref", ondelete="CASCADE"), nullable=False),
    Column("role", choice(Role), nullable=False),
    Column("expires_at", AwareTime, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("locked_until", AwareTime),
    Column("used_at", AwareTime),
)
chats = Table(
    "chats",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("case_ref", String(40), ForeignKey("cases.ref", ondelete="SET NULL")),
    Column("role", choice(Role)),
    Column("pinned_language", String(8)),
    Column("last_language", String(8)),
    Column("last_intent", String(60)),
    Column("last_about", choice(Milestone)),
    Column("last_at", AwareTime),
    Column("misses", Integer, nullable=False),
    Column("pending_link", String(64)),
    Column("unreachable", Boolean, nullable=False),
    Column("surveyed_at", AwareTime),
    Column("told_ticket", BigInteger),
    Column("called_off", Names),
)
inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("received_at", AwareTime, nullable=False),
)
# `topic_id`: into which topic of the advisors' group; `by_bot`: dropped when a person takes over.
outbox = Table(
    "outbox",
    metadata,
    Column("id", BIG, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("topic_id", BigInteger, ForeignKey("topics.id")),
    Column("kind", String(10), nullable=False, server_default="say"),
    Column("text", Text, nullable=False),
    Column("buttons", JSON, nullable=False),
    Column("holds_case_data", Boolean, nullable=False),
    Column("detail", JSON, nullable=False),
    Column("by_bot", Boolean, nullable=False, server_default=false()),
    Column("album", String(40)),
    Column("created_at", AwareTime, nullable=False),
    Column("due_at", AwareTime, nullable=False),
    Column("sent_at", AwareTime),
    Column("message_id", BigInteger),
    Column("failed", String(200)),
    Index(None, "sent_at", "failed", "due_at"),
    Index(None, "chat_id", "message_id"),
    Index(None, "chat_id", "id"),
)
# A chat in people's hands: its log tells all, these columns are for finding it. `version` counts the log's lines;
# `due_at` is when something happens by the clock.
tickets = Table(
    "tickets",
    metadata,
    Column("id", BIG, primary_key=True),
    Column("chat_id", BigInteger, nullable=False, index=True),
    Column("case_ref", String(40), ForeignKey("cases.ref", ondelete="SET NULL")),
    Column("state", choice(TicketState), nullable=False, index=True),
    Column("owner", BigInteger),
    Column("last_words", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("due_at", AwareTime, index=True),
)
ticket_events = Table(
    "ticket_events",
    metadata,
    Column("id", BIG, primary_key=True),
    Column("ticket_id", BigInteger, ForeignKey("tickets.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("what", choice(What), nullable=False),
    Column("at", AwareTime, nullable=False),
    Column("actor", BigInteger),
    Column("reason", Text, nullable=False),
    Column("priority", choice(Priority)),
    Column("reply_by", AwareTime),
    Column("to", BigInteger),
)
audit = Table(
    "audit",
    metadata,
    Column("id", BIG, primary_key=True),
    Column("at", AwareTime, nullable=False),
    Column("actor", String(60), nullable=False),
    Column("event", String(60), nullable=False),
    Column("case_ref", String(40)),
    Column("detail", JSON, nullable=False),
)
