from urllib.parse import parse_qsl, urlsplit

from charts.palette import LIGHT
from domain.bilingual import Language
from exports import calendar_feed
from exports.api.asked import asked_of
from exports.api.routes import DOCUMENT
from exports.api.tables import TABLES
from exports.edition import edition_asked
from exports.routes import DOCUMENTS
from ui import offers, visit


def links_of(line):
    return [urlsplit(part.split(")")[0]) for part in line.split("](")[1:]]


def test_a_page_offers_documents_that_exist_in_its_day_and_language(demonstration):
    assert demonstration.exists()
    seen = visit.find("", None, Language.ENGLISH, LIGHT)
    links = links_of(offers.line(seen, "tallies", {"fase": "administrative"}))
    table = f"{offers.OPEN_DATA}/tallies"
    there = [each.address for each in DOCUMENTS]
    assert [link.path for link in links] == [
        *there,
        table,
        DOCUMENT,
        calendar_feed.PATH,
    ]
    parts = {link.path: dict(parse_qsl(link.query)) for link in links}
    for document in DOCUMENTS:
        assert edition_asked(parts[document.address]).visit == seen
    rows = asked_of(TABLES["tallies"], parts[table])
    assert (rows.format, rows.edition.visit.day) == ("csv", seen.day)
    assert ("phase", "administrative") in rows.wanted


def test_the_calendar_to_subscribe_to_names_no_day(demonstration):
    assert demonstration.exists()
    seen = visit.find("", None, Language.ENGLISH, LIGHT)
    *_, calendar = links_of(offers.line(seen, "stages"))
    assert dict(parse_qsl(calendar.query)) == {
        "pemilu": "pemilu-2024",
        "bahasa": "en",
    }
