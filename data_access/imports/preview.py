"""What an import would do, shown before anything is stored."""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, replace

from data_access.changes import Append
from data_access.imports.files import read_file
from data_access.imports.grid import Grid, RefusedFile
from domain.importing import ImportedRow, Refusal, RefusalKind, RowStatus
from domain.person import Permission, Person


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

    @property
    def refused_rows(self) -> frozenset[int]:
        """Return the rows that are refused, as the spreadsheet numbers them."""
        return frozenset(each.row for each in self.refusals if each.row is not None)

    def count(self, status: RowStatus) -> int:
        """Return how many accepted rows have a status."""
        return sum(row.status is status for row in self.rows)


def changes(preview: Preview) -> Sequence[Append]:
    """Return what stores the accepted rows that bring anything, in their order.

    All of it belongs in one transaction: then a row that somebody saved since the
    preview stops everything with a VersionConflict.
    """
    return preview.pending


def for_person(
    preview: Preview,
    person: Person,
    permission: Permission,
    titles: Mapping[str, str],
) -> Preview:
    """Return a preview in which the rows that somebody may not store are refused.

    A row that brings nothing stays, wherever it is from. A courtesy to the person: the
    write asks again.

    Args:
        preview: What storing the whole file would do.
        person: Who would store it.
        permission: What storing takes.
        titles: Names of the regions by code, for the refusals.
    """
    regions = {each for each in preview.regions if not person.may(permission, each)}
    writing = [row for row in preview.rows if row.status is not RowStatus.UNCHANGED]
    foreign = [row for row in writing if row.region_code in regions]
    numbers = {row.row for row in foreign}
    refusals = tuple(
        Refusal(
            kind=RefusalKind.ANOTHER_REGION,
            row=row.row,
            value=titles.get(row.region_code, row.region_code),
        )
        for row in foreign
    )
    return replace(
        preview,
        rows=tuple(row for row in preview.rows if row.row not in numbers),
        refusals=in_order((*preview.refusals, *refusals)),
        pending=tuple(
            change
            for row, change in zip(writing, preview.pending, strict=True)
            if row.region_code not in regions
        ),
    )


def preview_file(
    content: bytes, titles: Container[str], read: Callable[[Grid], Preview]
) -> Preview:
    """Return the preview of a file, or why it is refused as a whole.

    Args:
        content: The file.
        titles: Names of the sheets that may be read.
        read: Makes the preview of its sheet.
    """
    try:
        return read(read_file(content, titles))
    except RefusedFile as refusal:
        return Preview(refusals=refusal.refusals)


def whole(preview: Preview) -> Preview:
    """Return a preview that stores all of its file, or nothing if a row is refused."""
    if preview.is_whole:
        return preview
    refusals = in_order(preview.refusals)
    return replace(preview, rows=(), refusals=refusals, pending=())


def in_order(refusals: Sequence[Refusal]) -> tuple[Refusal, ...]:
    """Return refusals by row, those of the file first."""
    return tuple(sorted(refusals, key=lambda refusal: refusal.row or 0))
