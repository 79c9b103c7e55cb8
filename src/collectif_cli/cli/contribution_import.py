"""The work of ``collectif contribution import``: what residents sent elsewhere, a file each."""

from pathlib import Path
from typing import Any, NamedTuple

from collectif_cli.cli.context import Context
from collectif_cli.cli.named import expected
from collectif_cli.cli.vote_import_files import refuse, tell_remarks
from collectif_cli.cli.writing import Wish, carry_out, draft_in, require_folder
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.contribution import Columns, ContributionSource
from collectif_cli.model.identifiers import is_id
from collectif_cli.model.message import message, messages
from collectif_cli.model.naming import id_from
from collectif_cli.model.programme import Programme
from collectif_cli.model.sent import Asked, Sent
from collectif_cli.model.source import Located, Span
from collectif_cli.render.importing import Imported, imported_json, imported_text
from collectif_cli.render.language import language
from collectif_cli.store.author_key import KEY, UNSEEN, author_key
from collectif_cli.store.contribution_text import (
    columns_of,
    contribution_text,
    source_text,
    with_columns,
    with_edit_seen,
    with_removed,
    with_tally,
    with_text,
)
from collectif_cli.store.draft import Draft
from collectif_cli.store.edit import put
from collectif_cli.store.edit_words import Pairs
from collectif_cli.store.importers.handed import open_files
from collectif_cli.store.importers.importer import Notes
from collectif_cli.store.places import path_of
from collectif_cli.store.platforms.all_platforms import PLATFORMS, platform_called, platform_of
from collectif_cli.triage.cleaning import GONE, cleaned
from collectif_cli.triage.digest import digest_of
from collectif_cli.triage.pseudonyms import pseudonym
from collectif_cli.triage.reconcile import Met, Reconciled, reconcile


class ImportWish(NamedTuple):
    """What was asked: the source, its files, the platform, the columns, what to take again."""

    source: str
    files: tuple[Path, ...]
    format: str | None = None
    columns: tuple[str, ...] = ()
    title: str | None = None
    take: tuple[str, ...] = ()
    anonymous: bool = False
    json: bool = False


def import_contributions(context: Context, wanted: ImportWish, wish: Wish) -> int:
    """Write what is new, what was edited and what is gone; give 1 when a row could not be taken."""
    _require_source(wanted.source)
    require_folder(context)
    programme, _faults = context.programme()
    columns = columns_of(wanted.columns)
    known = programme.contribution_sources.get(wanted.source)
    notes = Notes()
    read = _read(context, programme, wanted, _columns(known, columns), notes)
    if read is None:
        refuse(context, notes.faults)
        return 1
    platform, sent = read
    found = reconcile(wanted.source, sent, programme, wanted.take, whole=not notes.faults)
    _require_same_source(wanted, found, programme)
    draft = _draft(context, wanted, found)
    _write_source(draft, wanted, platform, columns)
    told = Imported(
        files=tuple(str(one) for one in wanted.files),
        platform=platform_called(platform).title,
        sent=len(sent),
        found=found,
        faults=(*notes.faults, *found.faults),
        remarks=tuple(notes.remarks),
    )
    if not wanted.json:
        context.print(imported_text(told, context.language))
        tell_remarks(context, told.remarks)
        tell_remarks(context, told.faults)
    done = _carry_out(context, draft, wanted, wish)
    if wanted.json:
        context.print(imported_json(told, wanted.source, context.language, done=done))
    return 1 if told.faults else 0


def _require_source(source: str) -> None:
    if not is_id(source):
        near = id_from(source)
        hint = message("write it without accents, capitals or spaces: {id}", id=near) if near else None
        raise UsageError(message("“{id}” is not an id", id=source), hint)


def _columns(known: ContributionSource | None, typed: Pairs) -> Columns | None:
    """Give the columns that were declared before, with those that were typed in their place."""
    before = known.columns if known else None
    if not typed.pairs:
        return before
    top = Span("")
    values: dict[str, Any] = {} if before is None else {one: getattr(before, one) for one in Columns._fields}
    for key, value in typed.pairs:
        titles = tuple(Located(str(one), top) for one in (value if isinstance(value, tuple) else (value,)))
        values[key] = titles if key == "body" else titles[0]
    return Columns(**values)


def _read(
    context: Context, programme: Programme, wanted: ImportWish, columns: Columns | None, notes: Notes
) -> tuple[str, tuple[Sent, ...]] | None:
    """Give the platform, and what was sent without contact data; None once the faults are noted."""
    files = open_files(context.start, wanted.files)
    known = programme.contribution_sources.get(wanted.source)
    if wanted.format is not None:
        platform: str | None = expected(wanted.format, PLATFORMS)
    elif wanted.columns:
        platform = "table"
    else:
        platform = known.platform.value if known else platform_of(files, notes)
    if platform is None or not files:
        return None
    code = programme.collective.language.value
    sent = platform_called(platform).read(files, Asked(code, columns), notes)
    if sent is None:
        return None
    stand_ins = {kind: language(code).say(said) for kind, (said, _told) in GONE.items()}
    clean = []
    for one in sent:
        bare, removed = cleaned(one, code, stand_ins)
        clean.append(bare)
        notes.remarks.extend(removed)
    return platform, tuple(clean)


def _require_same_source(wanted: ImportWish, found: Reconciled, programme: Programme) -> None:
    """Raise Refused when nothing that was imported before is there: these files are of another source."""
    there = [one for one in programme.contributions.values() if one.source == wanted.source and one.upstream]
    if there and not found.met:
        said = messages(
            "the contribution that “{source}” holds is not in these files",
            "none of the {n} contributions that “{source}” holds is in these files",
            len(there),
            source=wanted.source,
        )
        raise Refused(said, message("is it the right source? give a new one another name"))
    unknown = next((id for id in wanted.take if all(id != one.here.id for one in found.met)), None)
    if unknown is not None:
        raise UsageError(message("“{id}” is not among what these files hold", id=unknown))


def _draft(context: Context, wanted: ImportWish, found: Reconciled) -> Draft:
    """Give the files as they will be."""
    draft = draft_in(context)
    key = None
    if not wanted.anonymous and any(one.author for one in found.new.values()):
        key = author_key(context.root)
        if key is None:
            key = context.salt()
            draft.edit(UNSEEN[0], lambda _: UNSEEN[1])
            draft.create(KEY, f"{key}\n")
    for id, sent in found.new.items():
        author = pseudonym(sent.author, wanted.source, key) if key else ""
        upstream = digest_of(sent.title.value, sent.body.value)
        draft.create(path_of("contribution", *id.split("/")), contribution_text(sent, author, upstream))
    for met in found.met:
        if met.changes:
            _meet(draft, met, context)
    for gone in found.gone:
        draft.edit(gone.span.path, lambda text: with_removed(text, context.today))
    return draft


def _meet(draft: Draft, met: Met, context: Context) -> None:
    path, sent = met.here.span.path, met.sent
    upstream = digest_of(sent.title.value, sent.body.value)
    if met.text == "taken":
        draft.edit(path, lambda text: with_text(text, sent, upstream))
    elif met.text == "left":
        draft.edit(path, lambda text: with_edit_seen(text, context.today, upstream))
    if met.recounted and sent.tally is not None:
        tally = sent.tally
        draft.edit(path, lambda text: with_tally(text, tally))
    if met.back:
        draft.edit(path, lambda text: with_removed(text, None))


def _write_source(draft: Draft, wanted: ImportWish, platform: str, columns: Pairs) -> None:
    """Remember the platform and the columns, so that the next import is told nothing."""
    path = path_of("contribution-source", wanted.source)
    if draft.text(path) is None:
        draft.create(path, source_text(wanted.title, platform, columns))
        return
    draft.edit(path, lambda text: with_columns(text, columns))
    if wanted.title:
        title = wanted.title
        draft.edit(path, lambda text: put(text, ("title",), title, ("title",)))


def _carry_out(context: Context, draft: Draft, wanted: ImportWish, wish: Wish) -> bool:
    said = message("import the contributions of {source}", source=wanted.source)
    if wish.dry_run:  # the texts themselves would fill the screen, and the key is nobody's business
        n = sum(not change.path.startswith(".") for change in draft.changes())
        if not wanted.json:
            context.tell(messages("{n} file would be written", "{n} files would be written", n))
        return False
    return carry_out(context, draft, wish, said, quiet=wanted.json)
