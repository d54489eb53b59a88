"""Two people on one row: what each changed, field by field, and one row again."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = TypeVar("Row", bound="DataclassInstance")


class Standing(StrEnum):
    """Who changed a field since both opened the row."""

    SAME = "same"  # nobody, or both to the same value
    MINE = "mine"  # only I
    THEIRS = "theirs"  # only the other one
    BOTH = "both"  # both, to different values: somebody must choose


class Side(StrEnum):
    """Whose value of a field is to stand."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDifference:
    """One field in three versions of a row.

    Attributes:
        field: Name of the field.
        base: Value when the row was opened.
        mine: Value that was typed.
        theirs: Value that was stored meanwhile.
        standing: Who changed it.
    """

    field: str
    base: Any
    mine: Any
    theirs: Any
    standing: Standing


class Undecided(Exception):
    """Both changed fields, and nobody chose.

    Attributes:
        fields: Names of those fields.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        self.fields = names
        super().__init__(f"both changed {', '.join(names)}")


def compare(base: Row, mine: Row, theirs: Row) -> tuple[FieldDifference, ...]:
    """Return every field of three versions of a row, in the order of its fields.

    Args:
        base: The row as it was opened.
        mine: The row as typed.
        theirs: The row as stored meanwhile.
    """
    return tuple(
        _difference(
            field.name,
            getattr(base, field.name),
            getattr(mine, field.name),
            getattr(theirs, field.name),
        )
        for field in fields(base)
    )


def merge(base: Row, mine: Row, theirs: Row, choices: Mapping[str, Side]) -> Row:
    """Return one row from three: each change of one side, and the chosen of both.

    Args:
        base: The row as it was opened.
        mine: The row as typed.
        theirs: The row as stored meanwhile.
        choices: Whose value stands, by field; may also overrule a change of one side.

    Raises:
        Undecided: Both changed a field to different values, and no choice names it.
    """
    differences = compare(base, mine, theirs)
    open_fields = tuple(
        each.field
        for each in differences
        if each.standing is Standing.BOTH and each.field not in choices
    )
    if open_fields:
        raise Undecided(open_fields)
    kept = {
        each.field: each.mine
        for each in differences
        if choices.get(each.field, _natural_side(each)) is Side.MINE
    }
    return replace(theirs, **kept)


def _difference(name: str, base: Any, mine: Any, theirs: Any) -> FieldDifference:  # noqa: ANN401 - the values of any field
    if mine == theirs:
        standing = Standing.SAME
    elif theirs == base:
        standing = Standing.MINE
    elif mine == base:
        standing = Standing.THEIRS
    else:
        standing = Standing.BOTH
    return FieldDifference(
        field=name, base=base, mine=mine, theirs=theirs, standing=standing
    )


def _natural_side(difference: FieldDifference) -> Side:
    return Side.MINE if difference.standing is Standing.MINE else Side.THEIRS
