"""Ballots in, outcome out: exact arithmetic, with no input, no output and no chance of its own."""
