"""``collectif`` alone, inside a programme: where we are and what to type next."""

from collectif_cli.cli.context import Context
from collectif_cli.cli.examination import examine_again
from collectif_cli.model.diagnostic import Severity
from collectif_cli.progress.overview import overview
from collectif_cli.progress.summary import summarise
from collectif_cli.render.home import home_text


def show_home(context: Context) -> int:
    """Print the screen one sees first."""
    programme, _faults = context.programme()
    found = examine_again(context.root, context.today, context.cache).settled.standing
    errors = sum(one.severity is Severity.ERROR for one in found)
    summary = summarise(programme, overview(programme, context.today))
    context.print(home_text(summary, errors, context.today, context.language, context.screen))
    return 0
