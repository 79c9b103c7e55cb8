"""What residents sent: what is new in an import, what is alike, what became of each."""
