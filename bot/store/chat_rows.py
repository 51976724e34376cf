"""What is kept of chats: their state, links to cases, and the audit trail."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime

from sqlalchemy import Connection, Table, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.cases.milestones import Role
from bot.dialogue.decision import Outcome
from bot.dialogue.messages import Chat, Link, Note
from bot.store import tables


@dataclass(frozen=True)
class ChatRows:
    """Chats, links and audit in one transaction of the books."""

    connection: Connection

    def first_sight(self, update_id: int, now: datetime) -> bool:
        """Note an update; False if it was noted before (Telegram repeats what it is not sure of)."""
        known = select(tables.inbox.c.update_id).where(tables.inbox.c.update_id == update_id)
        if self.connection.scalar(known) is not None:
            return False
        return self._add(tables.inbox, {"update_id": update_id, "received_at": now})

    def get(self, chat_id: int) -> Chat:
        """The chat as it is remembered, kept from being changed elsewhere meanwhile; a new one is blank."""
        columns = [tables.chats.c[field.name] for field in fields(Chat)]
        query = select(*columns).where(tables.chats.c.id == chat_id).with_for_update()
        row = self.connection.execute(query).mappings().one_or_none()
        if row is None and not self._add(tables.chats, asdict(Chat(chat_id))):
            row = self.connection.execute(query).mappings().one()
        return Chat(**row) if row else Chat(chat_id)

    def save(self, chat: Chat) -> None:
        """Remember the chat."""
        changed = self.connection.execute(update(tables.chats).where(tables.chats.c.id == chat.id), asdict(chat))
        if not changed.rowcount:
            self.connection.execute(insert(tables.chats), asdict(chat))

    def unreachable(self, chat_id: int) -> None:
        """Nothing reaches the chat any more, if it is one of the books'."""
        self.connection.execute(update(tables.chats).where(tables.chats.c.id == chat_id).values(unreachable=True))

    def link(self, token_hash: str) -> Link | None:
        """A link by the hash of its token, kept from being used elsewhere meanwhile."""
        query = select(tables.links).where(tables.links.c.token_hash == token_hash).with_for_update()
        row = self.connection.execute(query).mappings().one_or_none()
        return Link(**row) if row else None

    def save_link(self, link: Link) -> None:
        """Keep a link, new or changed."""
        known = tables.links.c.token_hash == link.token_hash
        changed = self.connection.execute(update(tables.links).where(known), asdict(link))
        if not changed.rowcount:
            self.connection.execute(insert(tables.links), asdict(link))

    def verify(self, case_ref: str, role: Role) -> None:
        """The party of this role is who they say they are."""
        party = (tables.parties.c.case_ref == case_ref) & (tables.parties.c.role == role)
        self.connection.execute(update(tables.parties).where(party).values(verified=True))

    def of_case(self, case_ref: str) -> list[Chat]:
        """Every chat that is bound to a case, kept from being changed elsewhere meanwhile."""
        columns = [tables.chats.c[field.name] for field in fields(Chat)]
        wanted = tables.chats.c.case_ref == case_ref
        query = select(*columns).where(wanted).order_by(tables.chats.c.id).with_for_update()
        return [Chat(**row) for row in self.connection.execute(query).mappings()]

    def roles(self, case_ref: str) -> frozenset[Role | None]:
        """As whom chats are bound to a case. None of them is held: who writes holds one, and may wait for no other."""
        bound = select(tables.chats.c.role).where(tables.chats.c.case_ref == case_ref)
        return frozenset(self.connection.scalars(bound))

    def revoke_links(self, case_ref: str, now: datetime, roles: Iterable[Role] = Role) -> int:
        """Close every link of a case, for these roles, that was not used yet; how many there were."""
        wanted = (tables.links.c.case_ref == case_ref) & tables.links.c.used_at.is_(None)
        wanted &= tables.links.c.role.in_(list(roles))
        return self.connection.execute(update(tables.links).where(wanted).values(used_at=now)).rowcount

    def note(self, note: Note, actor: str, now: datetime) -> None:
        """One line of the audit trail, which is only ever added to."""
        self.connection.execute(insert(tables.audit), {**asdict(note), "actor": actor, "at": now})

    def trail(self, case_ref: str) -> list[tuple[datetime, str, Mapping[str, str]]]:
        """What happened to a case: when, what, and the details."""
        wanted = select(tables.audit).where(tables.audit.c.case_ref == case_ref).order_by(tables.audit.c.id)
        return [(row.at, row.event, row.detail) for row in self.connection.execute(wanted)]

    def asked(self) -> Mapping[str, int]:
        """How often each question was answered, by the audit trail; a button asks as well as a message."""
        detail = tables.audit.c.detail
        intent = func.coalesce(detail["intent"].as_string(), detail["reply"].as_string()).label("intent")
        answered = tables.audit.c.event.in_((Outcome.ANSWER, Outcome.HANDOFF))
        query = select(intent, func.count().label("times")).where(answered).group_by("intent")
        return {row.intent: row.times for row in self.connection.execute(query) if row.intent}

    def _add(self, table: Table, values: Mapping[str, object]) -> bool:
        """A new row; False if somebody else has just added it, who is waited for."""
        try:
            with self.connection.begin_nested():
                self.connection.execute(insert(table), values)
        except IntegrityError:
            return False
        return True
