"""Sheets: cards that lie over a page and ask one thing."""
