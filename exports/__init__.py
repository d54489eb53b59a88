"""What leaves the screen: documents, calendar, open data and the public copy.

Served beside the dashboard, and made by `python -m tasks` as well. Each export is of an
edition (one election, one day, one revision, one language); the modules here gather its
values and words, and `reports` writes the document.
"""
