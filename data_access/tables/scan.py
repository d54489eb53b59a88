"""Scans of signed minutes (berita acara), each stored once, under its SHA-256."""

from datetime import datetime

from sqlalchemy import (
    CheckConstraint,
    Column,
    Integer,
    LargeBinary,
    Named,
    String,
    Table,
    TypedColumns,
)

from data_access.tables.base import Instant, metadata, one_of
from domain.scan import MediaType


class ScanColumns(TypedColumns):
    """Columns of the append-only `scans` table; the journal has the hash alone."""

    sha256: Named[str] = Column(String(64), primary_key=True)
    media_type: Named[MediaType] = Column(one_of(MediaType, "media_type"))
    content: Named[bytes] = Column(LargeBinary)
    size: Named[int] = Column(Integer)
    at: Named[datetime] = Column(Instant)


scans = Table(
    "scans",
    metadata,
    ScanColumns,
    CheckConstraint("length(sha256) = 64", name="has_a_hash"),
    CheckConstraint("size BETWEEN 1 AND 5242880", name="is_not_too_large"),
    CheckConstraint("size = length(content)", name="is_whole"),
)
