"""What must hold in the texts: one short generator a rule, a file a family, one index."""
