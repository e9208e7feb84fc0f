"""Making many letters at once: what is to be made, and files that are whole and never lost."""
