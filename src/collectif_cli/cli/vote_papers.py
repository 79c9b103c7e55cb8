"""The work of ``collectif vote ballot`` and ``collectif vote sheet``."""

from typing import TYPE_CHECKING

from collectif_cli.cli.context import Context
from collectif_cli.cli.named import expected
from collectif_cli.cli.vote_count import box_root, count, plenary_of, rule_called, vote_called
from collectif_cli.errors import Refused
from collectif_cli.model.message import Message, message
from collectif_cli.render.language import LANGUAGES, Language, language
from collectif_cli.render.paper import paper_json, paper_text
from collectif_cli.render.sheet import findings_text, sheet_text
from collectif_cli.render.sheet_pages import sheet_html, sheet_markdown, sheet_of
from collectif_cli.store.templates import read_templates
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.keys import keys_of
from collectif_cli.voting.short_code import vote_code
from collectif_cli.voting.tally import questions_of

if TYPE_CHECKING:
    from collectif_cli.render.documents.templates import Templates

FORMATS = ("text", "md", "html")
# What a method offers by itself on a question that lists no options.
_OFFERED: dict[str, Message] = {
    "for": message("For"),
    "against": message("Against"),
    "abstain": message("Abstention"),
    "consent": message("Consent"),
    "concern": message("Concern"),
    "objection": message("Objection"),
}


def titles_in(said: Language) -> dict[str, str]:
    """Give the titles of the answers that methods offer by themselves."""
    return {word: said.say(title) for word, title in _OFFERED.items()}


def print_paper(context: Context, id: str, *, as_json: bool, at: str | None) -> int:
    """Print what the paper of an open vote holds."""
    programme, _faults = context.programme(at)
    vote = vote_called(id, programme)
    rule = rule_called(vote, programme)
    if vote.frozen is None:
        raise Refused(
            message("“{vote}” is not open: its paper could still change", vote=id),
            message("“collectif vote open {vote}” opens it", vote=id),
        )
    method = METHODS.get(rule.method.value)
    if method is not None and not method.reads:
        raise Refused(message("the method “{method}” reads no ballots", method=rule.method.value))
    titles = titles_in(language(programme.collective.language.value))
    keys = [keys_of(question, rule.method.value, titles) for question in questions_of(vote)]
    code = vote_code(vote.frozen.digest.value)
    said = paper_text(vote, rule, keys, code, context.language, context.screen.width)
    context.print(paper_json(vote, rule, keys, code) if as_json else said)
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
