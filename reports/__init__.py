"""Domain values in, a document out; knows no language, screen or database."""
