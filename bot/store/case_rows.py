"""How is a case kept? One row of `cases`, and rows of its own in a table for each kind of part."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from bot.cases.case import Appointment, Blocker, Case, Contract, Document, Loan, Outage, Party, Step
from bot.store import tables

# The parts of a case: field, table, class.
_LISTS: tuple[tuple[str, Table, type], ...] = (
    ("parties", tables.parties, Party),
    ("steps", tables.steps, Step),
    ("blockers", tables.blockers, Blocker),
    ("documents", tables.documents, Document),
    ("appointments", tables.appointments, Appointment),
    ("outages", tables.outages, Outage),
)
_SINGLES: tuple[tuple[str, Table, type], ...] = (
    ("loan", tables.loans, Loan),
    ("contract", tables.contracts, Contract),
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
        lists: dict[str, Any] = {field: tuple(self._parts(ref, table, kind)) for field, table, kind in _LISTS}
        singles: dict[str, Any] = {
            field: next(iter(self._parts(ref, table, kind)), None) for field, table, kind in _SINGLES
        }
        return Case(**row, **lists, **{field: part for field, part in singles.items() if part})

    def save(self, case: Case) -> None:
        """Write the whole case, in place of what was kept under its number."""
        values = {column.name: getattr(case, column.name) for column in tables.cases.columns}
        changed = self.connection.execute(update(tables.cases).where(tables.cases.c.ref == case.ref), values)
        if not changed.rowcount:
            self.connection.execute(insert(tables.cases), values)
        for field, table, _ in _LISTS:
            self._replace(case.ref, table, getattr(case, field))
        for field, table, _ in _SINGLES:
            self._replace(case.ref, table, [part for part in [getattr(case, field)] if part])

    def _parts(self, ref: str, table: Table, kind: type) -> Iterable[Any]:
        columns = [table.c[field.name] for field in fields(kind)]
        rows = self.connection.execute(select(*columns).where(table.c.case_ref == ref).order_by(table.c.id))
        return [kind(**row) for row in rows.mappings()]

    def _replace(self, ref: str, table: Table, parts: Iterable[Any]) -> None:
        self.connection.execute(delete(table).where(table.c.case_ref == ref))
        rows = [{**asdict(part), "case_ref": ref} for part in parts]
        if rows:
            self.connection.execute(insert(table), rows)
