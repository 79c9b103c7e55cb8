"""The work of ``collectif vote import``: ballots, or counts, from files made elsewhere."""

from pathlib import Path

from collectif_cli.cli.context import Context
from collectif_cli.cli.vote_count import rule_called, vote_called
from collectif_cli.cli.vote_door import ENTRIES, require_takes_ballots
from collectif_cli.cli.vote_import_files import (
    ImportWish,
    read_files,
    refuse,
    tell_remarks,
    tell_what_was_read,
)
from collectif_cli.cli.writing import Wish, carry_out, draft_in, require_folder
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.imported import Imported
from collectif_cli.model.message import message, messages
from collectif_cli.model.programme import Programme
from collectif_cli.model.vote import Vote
from collectif_cli.render.language import LANGUAGES, language
from collectif_cli.render.paper import titles_in
from collectif_cli.store.ballot_rows import text_of
from collectif_cli.store.counts_text import counts_text
from collectif_cli.store.places import path_of
from collectif_cli.store.sealed_box import UNSEEN, box_path
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.declared import undeclared
from collectif_cli.voting.fitting import fit
from collectif_cli.voting.fitting_counts import fit_counts
from collectif_cli.voting.matching import Asked, unused
from collectif_cli.voting.sealing import is_sealed
from collectif_cli.voting.tally import questions_of


def import_votes(context: Context, wanted: ImportWish, wish: Wish) -> int:
    """Write the ballots, or the counts, beside the vote; give 1 and say why when they are not taken.

    Give 1 too when there are not as many ballots as the vote expects; they are written all the same.
    """
    require_folder(context)
    programme, _faults = context.programme()
    vote = vote_called(wanted.vote, programme)
    require_takes_ballots(vote, programme)
    asked = _asked(vote, programme, wanted)
    secret = is_sealed(vote, asked.rule)
    _require_free(context, vote, secret=secret)
    read = read_files(context, wanted)
    if read is None:
        return 1
    imported, title = read
    slips = tuple(unused(imported, asked))
    if slips:
        refuse(context, slips)
        return 1
    written = (_counts if imported.form == "counts" else _ballots)(
        context, vote, asked, imported, secret=secret
    )
    if written is None:
        return 1
    path, text, remarks = written
    tell_what_was_read(context, imported, title, wanted)
    tell_remarks(context, (*imported.remarks, *remarks))
    done = False
    if wish.dry_run:  # the ballots themselves would fill the screen, and some are sealed
        context.tell(message("would be written: {path}", path=path))
    else:
        draft = draft_in(context)
        draft.create(path, text)
        if secret:
            draft.edit(UNSEEN[0], lambda _: UNSEEN[1])
        said = message("enter the ballots of a vote: {title}", title=vote.title.value)
        done = carry_out(context, draft, wish, said)
    return _end(context, vote, imported, done=done)


def _require_free(context: Context, vote: Vote, *, secret: bool) -> None:
    """Raise Refused when the vote holds ballots or counts already: they are never replaced."""
    names = (*(f"{name}.csv" for name in ENTRIES.values()), "counts.yaml")
    paths = [box_path(vote.id, name) if secret else _beside(vote, name) for name in names]
    there = next((one for one in paths if (context.root / one).exists()), None)
    if there is not None:
        raise Refused(
            message("{path} is there already, and ballots are never replaced", path=there),
            message("look at what it holds; if it must go, remove it yourself and say why in a commit"),
        )


def _beside(vote: Vote, name: str) -> str:
    return f"{vote.span.path.rpartition('/')[0]}/{name}"


def _asked(vote: Vote, programme: Programme, wanted: ImportWish) -> Asked:
    """Give what the vote asks; raise Refused when its rule does not say how ballots are read."""
    rule = rule_called(vote, programme)
    method = METHODS.get(rule.method.value)
    if method is None:
        raise Refused(message("the method “{method}” reads no ballots", method=rule.method.value))
    incomplete = next(iter(undeclared(rule, method)), None)
    if incomplete is not None:
        raise Refused(incomplete.message, incomplete.hint)
    titles = tuple(titles_in(language(code)) for code in LANGUAGES)
    also = tuple(_also(word) for word in wanted.options)
    return Asked(questions_of(vote), rule, method, titles, also, wanted.without)


def _also(word: str) -> tuple[str, str]:
    id, colon, name = word.partition(":")
    if not colon or not id.strip() or not name.strip():
        said = message("“{word}” does not say which option it is", word=word)
        raise UsageError(said, message("write the id, then its name in the file, such as “yes: Answer 1”"))
    return id.strip(), name.strip()


def _ballots(
    context: Context, vote: Vote, asked: Asked, imported: Imported, *, secret: bool
) -> tuple[str, str, tuple[Finding, ...]] | None:
    """Give the path and the text of ``ballots.csv``, and what to say of it."""
    if vote.ballots.value == "counts":
        raise Refused(message("the vote announces “{kind}”, and these files hold ballots", kind="counts"))
    fitted = fit(imported, asked)
    if fitted.faults:
        refuse(context, fitted.faults)
        return None
    claim = vote.frozen.digest.value if vote.frozen else ""
    path = box_path(vote.id, "ballots.csv") if secret else path_of("ballots", vote.id, "ballots")
    return path, text_of(fitted.columns, claim, fitted.rows), fitted.remarks


def _counts(
    context: Context, vote: Vote, asked: Asked, imported: Imported, *, secret: bool
) -> tuple[str, str, tuple[Finding, ...]] | None:
    """Give the path and the text of ``counts.yaml``, and what to say of it."""
    if vote.ballots.value not in ("counts", "sealed"):
        said = message(
            "the vote announces “{kind}” ballots, and these files hold counts", kind=vote.ballots.value
        )
        raise Refused(said, message("a vote held elsewhere is prepared with “--ballots counts”"))
    fitted = fit_counts(imported, asked)
    if fitted.faults:
        refuse(context, fitted.faults)
        return None
    figures = [
        (
            one.question,
            one.options,
            (("blank", one.blank), ("abstain", one.abstain), ("invalid", one.invalid)),
        )
        for one in fitted.questions
    ]
    path = box_path(vote.id, "counts.yaml") if secret else path_of("counts", vote.id)
    return path, counts_text(fitted.cast, figures, _name(imported.span.path)), ()


def _name(path: str) -> str:
    return Path(path).name


def _end(context: Context, vote: Vote, imported: Imported, *, done: bool) -> int:
    """Say whether there are as many ballots as expected, and what comes next."""
    wanted = vote.expected_ballots
    if wanted is not None and imported.papers and wanted.value != imported.size:
        said = messages("{n} was expected in the box", "{n} were expected in the box", wanted.value)
        context.tell(said)
        return 1
    if done:
        context.tell(message("then:"))
        context.tell(message("  count them   collectif vote tally {vote}", vote=vote.id))
    return 0
