from data_access.journal import read_revision
def test_it(connection): assert read_revision(connection)==0
def test_it2(connection): assert read_revision(connection)==0
