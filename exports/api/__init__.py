"""The figures as open data: tables as JSON and CSV, and a document of them.

A table is declared once; its rows, its schema and its filters all follow from that.
"""
