"""A public view as JSON, for those who count rather than look."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import assert_never

from exports.edition import Edition
from exports.public_copy.content import (
    Attention,
    Block,
    Details,
    Folded,
    Heading,
    Numbers,
    Passage,
    Picture,
    View,
)
from ui.figure import Table
from ui.language import current
from ui.lines import Panel
from ui.words import status_word

Values = Mapping[str, object]


def of_view(edition: Edition, view: View) -> str:
    """Return what a view says, with the day and the revision it is of.

    Every text is as on the page; a table is a list of rows by their headings.
    """
    visit = edition.visit
    told = {
        "election": visit.election.code,
        "day": visit.day.isoformat(),
        "revision": visit.revision,
        "journal_head": edition.head,
        "language": current().value,
        "view": view.key,
        "title": view.title,
        "sentence": view.sentence,
        "is_simulated": view.is_simulated,
        "parts": [_block(block) for block in view.blocks],
        "sources": view.foot,
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _block(block: Block) -> Values:  # noqa: C901 - one case a kind
    match block:
        case Picture():
            rows = {"rows": _rows(block.table)} if block.table else {}
            return {"chart": block.key, "says": block.takeaway, **rows}
        case Numbers():
            return {"numbers": [asdict(card) for card in block.cards]}
        case Attention():
            return {"list": block.title, "rows": [asdict(each) for each in block.lines]}
        case Heading():
            return {"heading": block.title, "is_simulated": block.is_simulated}
        case Folded():
            return {"table": block.title, "rows": _rows(block.table)}
        case Panel():
            table = Table(columns=block.columns, rows=block.rows)
            return {"table": block.title, "rows": _rows(table), "says": block.foot}
        case Details():
            return _details(block)
        case Passage():
            return {"heading": block.title, "says": [*map(asdict, block.said)]}
        case _ as unreachable:
            assert_never(unreachable)


def _details(block: Details) -> Values:
    listed = (
        {"status": status_word(each.status), "name": each.name, "days": each.days}
        for each in block.items
    )
    return {
        "stage": block.title,
        "status": status_word(block.status),
        "is_simulated": block.is_simulated,
        "facts": dict(block.facts),
        "milestones": [*listed],
        "says": block.foot,
    }


def _rows(table: Table) -> list[dict[str, str]] | list[list[str]]:
    """Return rows by their headings; as they are where there are no headings."""
    if not table.columns:
        return [list(row) for row in table.rows]
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]
