"""collectif: a citizens' programme written together, in plain text kept in git."""

__version__ = "0.1.0"
