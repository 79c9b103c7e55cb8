"""The pictures of a counting sheet: each is drawn from a result, with the table that says the same."""
