"""Documents as PDF, set by typst from data: nothing that people wrote is ever read as its code."""
