"""The scans of signed minutes, each kept once under its hash."""

from datetime import UTC, datetime

from sqlalchemy import Connection, select

from data_access.changes import Insert
from data_access.tables import scans
from domain.scan import MediaType, Scan, media_type_of, seal


def read_scan(connection: Connection, sha256: str) -> Scan | None:
    """Return the scan with a hash, or None where it is not kept here."""
    query = select(scans.c.media_type, scans.c.content).where(scans.c.sha256 == sha256)
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    return Scan(sha256=sha256, media_type=row.media_type, content=row.content)


def read_media_type(connection: Connection, sha256: str) -> MediaType | None:
    """Return what the scan with a hash is, or None where it is not kept here."""
    return connection.scalar(select(scans.c.media_type).where(scans.c.sha256 == sha256))


def keep_scan(
    connection: Connection, content: bytes | None, at: datetime
) -> tuple[Insert, ...]:
    """Return the change that keeps a scan; none where there is none, or it is kept."""
    if content is None:
        return ()
    sha256 = seal(content)
    if read_media_type(connection, sha256):
        return ()
    values = {
        "sha256": sha256,
        "media_type": media_type_of(content),
        "content": content,
        "size": len(content),
        "at": at.astimezone(UTC),
    }
    return (Insert(scans, values),)
