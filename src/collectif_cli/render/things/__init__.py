"""One thing of the programme, whatever its kind: its facts, its story, its text, for a terminal."""
