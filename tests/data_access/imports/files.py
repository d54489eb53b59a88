"""Files as people send them, sound and hostile."""

import io
import zipfile
from datetime import date

from xlsxwriter import Workbook

HEADING = ("Nama", "Jumlah")


def xlsx(*rows, heading=HEADING, formulas=None, merged=None, hidden=(), others=()):
    """Return a workbook whose first sheets are hidden, then the one with the rows."""
    file = io.BytesIO()
    with Workbook(file, {"strings_to_formulas": False}) as workbook:
        concealed = [workbook.add_worksheet(name) for name in hidden]
        sheet = workbook.add_worksheet("Isian")
        sheet.activate()
        sheet.set_first_sheet()
        for each in concealed:
            each.hide()
        _fill(
            sheet, (heading, *rows), workbook.add_format({"num_format": "yyyy-mm-dd"})
        )
        for cell, formula in (formulas or {}).items():
            sheet.write_formula(cell, formula, None, 7)
        if merged:
            sheet.merge_range(merged, "x")
        for name in others:
            workbook.add_worksheet(name)
    return file.getvalue()


def _fill(sheet, rows, days):
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(at, column, cell, days)
            elif cell is not None:
                sheet.write(at, column, cell)


def altered(content, **parts):
    """Return a workbook with parts put in place of its own, by their names' ends."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            change = parts.get(name.rsplit("/", 1)[-1].split(".")[0])
            part = old.read(name)
            if change is not None:
                part = change(part)
            if part is not None:
                new.writestr(name, part)
    return file.getvalue()


def csv(*rows, heading=HEADING, separator=";", encoding="utf-8"):
    lines = [separator.join(map(str, row)) for row in (heading, *rows)]
    return "\r\n".join(lines).encode(encoding)
