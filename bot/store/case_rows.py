"""How is a case kept? One row of `cases`, and rows of its own in a table for each kind of part."""

from dataclasses import asdict, dataclass, fields
from functools import cached_property
from typing import Any

from sqlalchemy import BindParameter, Connection, Delete, Select, Table, bindparam, delete, insert, select, update

from bot.cases.case import Appointment, Blocker, Case, Contract, Document, Loan, Outage, Party, Step
from bot.store import tables


@dataclass(frozen=True)
class _Part:
    """One kind of part of a case: its field, its table and its class; one of a kind, or as many as there are.

    Statements are made once: every message reads a whole case, and to make one takes thrice as long as to run it.
    """

    field: str
    table: Table
    kind: type
    is_single: bool = False

    @cached_property
    def rows(self) -> Select[Any]:
        """The parts of the case `ref`, in their order."""
        columns = [self.table.c[field.name] for field in fields(self.kind)]
        return select(*columns).where(self.table.c.case_ref == _REF).order_by(self.table.c.id)

    @cached_property
    def removal(self) -> Delete:
        """Without the parts of the case `ref`."""
        return delete(self.table).where(self.table.c.case_ref == _REF)


_REF: BindParameter[str] = bindparam("ref")
_PARTS = (
    _Part("parties", tables.parties, Party),
    _Part("steps", tables.steps, Step),
    _Part("blockers", tables.blockers, Blocker),
    _Part("documents", tables.documents, Document),
    _Part("appointments", tables.appointments, Appointment),
    _Part("outages", tables.outages, Outage),
    _Part("loan", tables.loans, Loan, is_single=True),
    _Part("contract", tables.contracts, Contract, is_single=True),
)


class NoSuchCase(LookupError):
    """A case is asked for that the books do not hold."""

    def __init__(self, ref: str) -> None:
        super().__init__(
            f"No case {ref!r}. List the open ones with `signpost cases list`, "
            "or load the samples with `signpost cases import --samples`."
        )


@dataclass(frozen=True)
class CaseRows:
    """The cases in one transaction of the books."""

    connection: Connection

    def refs(self, advisor: str | None = None) -> list[str]:
        """All case numbers, or those of one advisor, sorted."""
        query = select(tables.cases.c.ref).order_by(tables.cases.c.ref)
        return list(self.connection.scalars(query.where(tables.cases.c.advisor == advisor) if advisor else query))

    def renamed(self, advisor: str, name: str) -> int:
        """The advisor's cases go by another name; how many there are."""
        own = update(tables.cases).where(tables.cases.c.advisor == advisor).values(advisor=name)
        return self.connection.execute(own).rowcount

    def get(self, ref: str, *, to_change: bool = False) -> Case:
        """The case, whole: nobody else changes it meanwhile, nor reads it if `to_change`. Raises NoSuchCase."""
        query = select(tables.cases).where(tables.cases.c.ref == ref).with_for_update(read=not to_change)
        row = self.connection.execute(query).mappings().one_or_none()
        if row is None:
            raise NoSuchCase(ref)
        parts: dict[str, Any] = {part.field: self._found(part, ref) for part in _PARTS}
        return Case(**row, **{field: found for field, found in parts.items() if found is not None})

    def save(self, case: Case) -> None:
        """Write the whole case, in place of what was kept under its number."""
        values = {column.name: getattr(case, column.name) for column in tables.cases.columns}
        changed = self.connection.execute(update(tables.cases).where(tables.cases.c.ref == case.ref), values)
        if not changed.rowcount:
            self.connection.execute(insert(tables.cases), values)
        for part in _PARTS:
            self._replace(part, case)

    def _found(self, part: _Part, ref: str) -> object:
        """What a case has of this kind, as its field holds it; None where it lacks the only one."""
        rows = self.connection.execute(part.rows, {"ref": ref}).mappings()
        found = tuple(part.kind(**row) for row in rows)
        return next(iter(found), None) if part.is_single else found

    def _replace(self, part: _Part, case: Case) -> None:
        self.connection.execute(part.removal, {"ref": case.ref})
        value = getattr(case, part.field)
        kept = ([value] if value else []) if part.is_single else value
        rows = [{**asdict(one), "case_ref": case.ref} for one in kept]
        if rows:
            self.connection.execute(insert(part.table), rows)
