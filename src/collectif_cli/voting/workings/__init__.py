"""What methods work out on the way to an outcome: a module a kind; none knows of the others."""
