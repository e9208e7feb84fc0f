"""Lets `python -m letterkit` run the program."""

from letterkit.cli import main

if __name__ == "__main__":
    main()
