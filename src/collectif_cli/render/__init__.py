"""Values in, text out: nothing is decided here, and no text of the collective is read."""
