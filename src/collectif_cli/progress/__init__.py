"""How far the collective is: phases, objectives, the evidence found in the texts."""
