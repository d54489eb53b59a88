"""Command line: what an operator runs beside the server."""
