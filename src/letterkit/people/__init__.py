"""Who writes, who receives and who signs: a user's data as models, and as seen in one language."""
