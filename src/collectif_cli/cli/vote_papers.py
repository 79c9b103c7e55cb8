"""The work of ``collectif vote ballot`` and ``collectif vote sheet``."""

from typing import TYPE_CHECKING

from collectif_cli.cli.context import Context
from collectif_cli.cli.named import expected
from collectif_cli.cli.vote_count import box_root, count, plenary_of, vote_called
from collectif_cli.render.language import LANGUAGES, Language, language
from collectif_cli.render.paper import paper_json, paper_of, paper_text
from collectif_cli.render.sheet import findings_text, sheet_text
from collectif_cli.render.sheet_pages import sheet_html, sheet_markdown, sheet_of
from collectif_cli.store.templates import read_templates
from collectif_cli.voting.short_code import vote_code

if TYPE_CHECKING:
    from collectif_cli.render.documents.templates import Templates

FORMATS = ("text", "md", "html")


def print_paper(context: Context, id: str, *, as_json: bool, at: str | None) -> int:
    """Print what the paper of an open vote holds."""
    programme, _faults = context.programme(at)
    said = language(programme.collective.language.value)
    paper = paper_of(vote_called(id, programme), programme.collective, said)
    text = paper_text(paper, context.language, context.screen.width)
    context.print(paper_json(paper) if as_json else text)
    return 0


def _templates(context: Context, said: Language) -> "Templates":
    from collectif_cli.render.documents.templates import Templates

    return Templates({one.name: (one.path, one.text) for one in read_templates(context.root)}, said)


def print_sheet(context: Context, id: str, form: str, code: str | None, at: str | None) -> int:
    """Print the counting sheet in a format and a language, or give 1 and say why there is none."""
    expected(form, FORMATS)
    said = context.language if code is None else language(expected(code, LANGUAGES))
    programme, faults = context.programme(at)
    counted = count(vote_called(id, programme), programme, faults, box_root(context, at))
    vote, shown = counted.vote, counted.shown
    if shown is None:
        context.err.write(findings_text(counted.findings, context.language, context.error_screen))
        return 1
    plenary = plenary_of(vote, programme)
    if form == "text":
        context.print(sheet_text(vote, shown, plenary, said, context.screen))
        return 0
    sheet = sheet_of(vote, shown, plenary, said, vote_code(vote.frozen.digest.value) if vote.frozen else "")
    context.print(
        sheet_markdown(sheet, said) if form == "md" else sheet_html(sheet, _templates(context, said), said)
    )
    return 0
