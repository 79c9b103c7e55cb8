"""What measures speed and memory, and prints its table; never part of the tests' verdict."""
