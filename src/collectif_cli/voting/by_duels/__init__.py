"""What the methods by duels are made of: the contest, the paths, what is kept, how close it was."""
