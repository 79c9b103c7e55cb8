"""``collectif`` alone, inside a programme: where we are and what to type next."""

from collectif_cli.cli.context import Context
from collectif_cli.cli.examination import look_again
from collectif_cli.model.diagnostic import Severity
from collectif_cli.progress.gate_names import word_for
from collectif_cli.progress.overview import overview
from collectif_cli.progress.summary import summarise
from collectif_cli.render.home import home_text


def show_home(context: Context) -> int:
    """Print the screen one sees first."""
    found, register = look_again(context.root, context.today, context.cache)
    errors = sum(one.severity is Severity.ERROR for one in found.settled.standing)
    summary = summarise(register, overview(register))
    word = word_for(summary.gate, register, context.language.code) if summary.gate else ""
    context.print(home_text(summary, word, errors, context.today, context.language, context.screen))
    return 0
