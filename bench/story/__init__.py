"""A repository whose commits follow the dates of the reference programme: for ``--at``, traces and benches.

Only the last state of each text is kept in the project. Every earlier state is derived from it by rules
that read like the story: a membership appears on its day, a proposal is a draft in June and submitted in
July, an agenda is there before the decisions.
"""
