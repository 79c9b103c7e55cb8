"""The pages of docs/ that are drawn from the code: the verbs, the files and their keys, the rules."""
