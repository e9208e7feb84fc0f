"""The Word package as parts: read safely, written the same way every time, checked by a lint."""
