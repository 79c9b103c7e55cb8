"""The work of ``collectif status --representativity``."""

from datetime import date

from collectif_cli.cli.context import Context
from collectif_cli.model.programme import Programme


def who_takes_part(context: Context, programme: Programme, day: date, *, for_program: bool) -> str:
    """Give who takes part on a day, for a person or for a program."""
    from collectif_cli.progress.representativity import representativity
    from collectif_cli.render.representativity import representativity_json, representativity_text

    found = representativity(programme, day)
    if for_program:
        return representativity_json(found)
    return representativity_text(found, context.language, context.screen)
