"""The programme as one text: what is in it, in which order, how it was decided, where it comes from."""
