"""Imports: from a workbook or CSV file to changes that a person has seen first."""
