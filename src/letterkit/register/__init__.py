"""The register of a house: which numbers its letters have, what was sent, to whom and when."""

from letterkit.register.database import REGISTER_FILE, Register, RegisterError

__all__ = ["REGISTER_FILE", "Register", "RegisterError"]
