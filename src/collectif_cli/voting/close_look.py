"""How many ballots are looked at one by one to find how close a vote was."""

from collectif_cli.voting.outcome import Figures

# Up to so many ballots handed in, ballots are looked at one by one for a change that is enough; beyond,
# the counts alone are, which gives a wider interval in a time that does not grow with them.
MOST = 10_000


def is_close(figures: Figures) -> bool:
    """Tell whether the ballots are few enough."""
    return is_few(figures.cast or 0)


def is_few(ballots: int) -> bool:
    """Tell the same of a number of ballots."""
    return ballots <= MOST
