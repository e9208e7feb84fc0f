"""Rules of typography: what a proofreader marks in a language, each with place and mended text."""
