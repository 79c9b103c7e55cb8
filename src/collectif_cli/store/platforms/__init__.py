"""The platforms on which residents write: one module each, and what they share."""
