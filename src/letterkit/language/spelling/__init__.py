"""Rules of spelling: in which ways a word of a language may be written, and which are one word."""
