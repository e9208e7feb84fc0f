"""Letter, words and language become a document: nodes are filled, nothing is parsed again."""
