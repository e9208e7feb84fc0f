"""Words and structure: LOCALE.md files to nodes, expressions in the sandbox, kinds."""
