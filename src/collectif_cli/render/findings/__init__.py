"""The formats in which findings are given: one module a format, one index."""
