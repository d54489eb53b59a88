from urllib.parse import parse_qsl, urlsplit

from charts.palette import LIGHT
from domain.bilingual import Language
from exports import calendar_feed
from exports.edition import edition_asked
from exports.routes import DOCUMENTS
from ui import offers, visit


def test_a_page_offers_documents_that_exist_in_its_day_and_language(demonstration):
    assert demonstration.exists()
    seen = visit.find("", None, Language.ENGLISH, LIGHT)
    line = offers.line(seen)
    links = [urlsplit(part.split(")")[0]) for part in line.split("](")[1:]]
    there = [*(each.address for each in DOCUMENTS), calendar_feed.PATH]
    assert [link.path for link in links] == there
    for link in links:
        edition = edition_asked(dict(parse_qsl(link.query)))
        assert edition.visit == seen
