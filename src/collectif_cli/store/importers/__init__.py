"""Reads votes made elsewhere: one module a format, each gives the same values."""
