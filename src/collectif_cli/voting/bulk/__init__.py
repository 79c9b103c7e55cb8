"""Counting ballots by the million: the polls that ``voting.ballots`` makes, from bytes, some lines at a time.

Lines that hold anything unusual are read one by one, as in a small file: numbers are only a quicker way to do
the same to all the others.
"""
