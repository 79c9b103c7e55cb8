"""Where the process stands, for a terminal and for programs."""
