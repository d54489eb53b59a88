"""What an import would do, shown before anything is stored."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data_access.changes import Append, Change
from data_access.imports.files import read_file
from data_access.imports.grid import Grid, RefusedFile
from domain.importing import ImportedRow, Refusal, RowStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What storing a file would do.

    Attributes:
        rows: The accepted rows, in the order of the file.
        refusals: What is wrong with the others, or with the file, by row.
        ignored_columns: Headings that are of no field.
        ignored_sheets: Sheets that were not read, hidden ones too.
        pending: What storing the accepted rows takes, with the versions that stood in
            the database when the preview was made.
    """

    rows: tuple[ImportedRow, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    ignored_columns: tuple[str, ...] = ()
    ignored_sheets: tuple[str, ...] = ()
    pending: tuple[Append, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Return whether nothing was refused."""
        return not self.refusals

    @property
    def regions(self) -> frozenset[str]:
        """Return the regions that storing it would write to."""
        return frozenset(
            row.region_code
            for row in self.rows
            if row.status is not RowStatus.UNCHANGED
        )

    def count(self, status: RowStatus) -> int:
        """Return how many accepted rows have a status."""
        return sum(row.status is status for row in self.rows)


def changes(preview: Preview) -> Sequence[Change]:
    """Return what stores the accepted rows that bring anything, in their order.

    All of it belongs in one transaction: then a row that somebody saved since the
    preview stops everything with a VersionConflict.
    """
    return preview.pending


def preview_file(content: bytes, read: Callable[[Grid], Preview]) -> Preview:
    """Return the preview of a file, or why it is refused as a whole.

    Args:
        content: The file.
        read: Makes the preview of its sheet.
    """
    try:
        return read(read_file(content))
    except RefusedFile as refusal:
        return Preview(refusals=refusal.refusals)


def in_order(refusals: Sequence[Refusal]) -> tuple[Refusal, ...]:
    """Return refusals by row, those of the file first."""
    return tuple(sorted(refusals, key=lambda refusal: refusal.row or 0))
