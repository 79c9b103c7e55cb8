"""Text and git: the only room that touches either."""
