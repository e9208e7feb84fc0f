"""Readers of a user's data files: every value keeps the place where it was written."""
