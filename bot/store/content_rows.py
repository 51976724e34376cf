"""Which versions of the content were live, and since when?"""

import json
import zlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, case, insert, select, update

from bot.review.edition import Edition
from bot.store.history_tables import contents

# Who published what nobody checked, to try it out.
PRACTICE = "demo"


class NoSuchVersion(LookupError):
    """A version is asked for that was never live, or whose beginning fits several."""

    def __init__(self, version: str) -> None:
        super().__init__(f"No version {version!r}. List those that were live with `signpost content list`.")


@dataclass(frozen=True)
class Published:
    """A version, when it went live first and last, and who wrote its newest file (blank if unknown)."""

    version: str
    first_at: datetime
    loaded_at: datetime
    who: str


@dataclass(frozen=True)
class ContentRows:
    """The versions of the content in one transaction of the books."""

    connection: Connection

    def keep(self, edition: Edition, who: str, now: datetime) -> None:
        """Note that an edition goes live; its files are kept once."""
        same = contents.c.version == edition.version
        # Who published it first stays; what was only tried out becomes whose who publishes it.
        earnest = case((contents.c.who == PRACTICE, who), else_=contents.c.who)
        touched = same & (contents.c.who == PRACTICE) if who == PRACTICE else same
        self.connection.execute(update(contents).where(touched).values(loaded_at=now, who=earnest))
        if self.connection.scalar(select(contents.c.version).where(same)) is None:
            files = zlib.compress(json.dumps(dict(edition.files), ensure_ascii=False, sort_keys=True).encode())
            row = {"version": edition.version, "first_at": now, "loaded_at": now, "who": who, "files": files}
            self.connection.execute(insert(contents), row)

    def all(self) -> list[Published]:
        """Every version, the one that went live last in front."""
        columns = (contents.c.version, contents.c.first_at, contents.c.loaded_at, contents.c.who)
        query = select(*columns).order_by(contents.c.loaded_at.desc(), contents.c.version)
        return [Published(*row) for row in self.connection.execute(query)]

    def last(self) -> Published | None:
        """The version that was live last; what somebody only practised with is none."""
        return next((entry for entry in self.all() if entry.who != PRACTICE), None)

    def edition(self, version: str) -> Edition:
        """The files of a version, which may be named by its beginning; raises NoSuchVersion."""
        wanted = contents.c.version.startswith(version, autoescape=True)
        found = self.connection.execute(select(contents.c.files).where(wanted).limit(2)).all()
        if not version or len(found) != 1:
            raise NoSuchVersion(version)
        return Edition(json.loads(zlib.decompress(found[0].files)))
