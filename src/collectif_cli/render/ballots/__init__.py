"""The ballots of a vote in the formats of other tools: a module a format."""
