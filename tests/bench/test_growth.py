from bench.growth import scanning
from bench.plans import Plan, Statement


def plan(read, *statements):
    return Plan(read=read, returned=1, statements=statements)


def statement(rows, *steps):
    return Statement(rows=rows, steps=steps)


def test_a_scan_of_a_small_table_is_met():
    finding = scanning([plan("a.read_few", statement(1, "SCAN few"))], {"few": 100})
    assert finding.is_met
    assert finding.measured.startswith("1 scan a table of at most 100 rows (")


def test_a_scan_that_returns_half_of_a_table_is_needed():
    read = plan("a.read_scores", statement(60, "SCAN scores", "USE TEMP B-TREE"))
    finding = scanning([read], {"scores": 120})
    assert finding.is_met
    assert "a.read_scores returns 60 of 120 rows (scores)" in finding.measured


def test_a_scan_for_less_than_half_of_a_table_is_not_met():
    reads = [
        plan("a.read_all", statement(120, "SCAN scores")),
        plan("a.read_one", statement(59, "SCAN scores")),
    ]
    finding = scanning(reads, {"scores": 120})
    assert not finding.is_met
    assert "a.read_one returns 59 of 120 rows (scores)" in finding.measured


def test_the_statement_that_returns_the_least_counts():
    both = plan("a.read", statement(120, "SCAN t"), statement(1, "SCAN t"))
    assert both.scans == {"t": 1}


def test_intermediate_results_are_no_tables():
    steps = ("MATERIALIZE cells", "  SEARCH t USING INDEX i (a=?)", "SCAN cells")
    assert plan("a.read", statement(1, *steps, "SCAN found")).scans == {}
