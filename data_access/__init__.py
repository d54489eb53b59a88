"""Reads the commission's database into domain values, and writes it by the journal."""
