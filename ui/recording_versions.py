"""The versions of one tally, the newest first, and the signed minutes kept of them."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from data_access.recording import Identify
from data_access.scans import read_media_type, read_scan
from data_access.staff_tallies import read_tally_versions
from domain.person import Permission
from domain.scan import MediaType
from domain.tally import TallyOrigin
from domain.tally_entry import Cell, RecordedTally
from ui import access, badges, lines, store, wording
from ui.language import gettext as _
from ui.recording_words import field_word, state_words

COLUMNS = (
    "members", "required", "sample", "visited", "met",
    "eligible", "correctable", "ineligible",
)  # fmt: skip
ENDINGS = {MediaType.PDF: "pdf", MediaType.PNG: "png", MediaType.JPEG: "jpg"}


class ScanWithheld(Exception):
    """Whoever asks for a scan is no longer signed in, or may not see it."""


def draw(cell: Cell) -> None:
    """Offer every version of a tally; they are read once that is asked for."""
    panel = st.expander(
        _("Versions and signed minutes"),
        key="versions",
        icon=":material/history:",
        type="compact",
        on_change="rerun",
    )
    if not panel.open:
        return
    with store.connect() as connection:
        versions = read_tally_versions(connection, cell, date.max)
        hashes = (each.minutes_sha256 for each in versions)
        kept = {
            sha256: read_media_type(connection, sha256)
            for sha256 in dict.fromkeys(hashes)
            if sha256
        }
    with panel:
        _draw_table(versions)
        for sha256, media_type in kept.items():
            if media_type:
                _offer(cell, sha256, media_type)


def content_for(identify: Identify, region: str, sha256: str) -> bytes:
    """Return the scan with a hash; who asks is looked up at that moment.

    Args:
        identify: Looks up who is signed in.
        region: Kab/kota whose tally names the scan.
        sha256: Hash of the scan.

    Raises:
        ScanWithheld: Nobody is signed in, or somebody of another kab/kota.
    """
    with store.connect() as connection:
        person = identify(connection)
        scan = read_scan(connection, sha256)
    if not (person and person.may(Permission.RECORD_TALLY, region) and scan):
        raise ScanWithheld
    return scan.content


def _draw_table(versions: Sequence[RecordedTally]) -> None:
    heads = (
        _("Version"), _("State"), field_word("reported_on"),
        *map(field_word, COLUMNS), field_word("minutes_number"), field_word("note"),
    )  # fmt: skip
    lines.table(heads, [_row(each) for each in versions])


def _row(version: RecordedTally) -> tuple[str, ...]:
    tally = version.tally
    is_simulated = tally.origin is TallyOrigin.SIMULATED
    counts = (getattr(tally, field) for field in COLUMNS)
    return (
        wording.number(version.version),
        state_words(tally.state) + badges.simulated_words(is_simulated=is_simulated),
        wording.short_day(tally.reported_on),
        *("–" if each is None else wording.number(each) for each in counts),
        tally.minutes_number or "–",
        version.provenance.note or "–",
    )


def _offer(cell: Cell, sha256: str, media_type: MediaType) -> None:
    identify = access.identify()
    st.download_button(
        _("Signed minutes {hash}").format(hash=sha256[:8]),
        lambda: content_for(identify, cell.region, sha256),
        f"{sha256}.{ENDINGS[media_type]}",
        media_type,
        key=f"scan_{sha256}",
        icon=":material/download:",
        on_click="ignore",
    )
