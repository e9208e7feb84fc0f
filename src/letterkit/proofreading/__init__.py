"""Proofreading: what is wrong with the words of a workspace as they are set, and mending it."""
