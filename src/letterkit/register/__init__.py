"""The register of a house: which numbers its letters have, what was sent, to whom and when."""

from letterkit.register.database import Register, RegisterError
from letterkit.workspace.places import REGISTER_FILE

__all__ = ["REGISTER_FILE", "Register", "RegisterError"]
