"""What the methods by rounds are made of: the piles, the two counts, how close it was."""
