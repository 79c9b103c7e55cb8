"""What a clone proves of its votes: comparisons between what was fixed, what was counted and what stands."""
