"""What an import changes: what is new, what was edited or removed on the platform, what stays as it is.

What people decided here is never written over: a text is taken again only while nobody has changed it or
done anything with it; else the edit is told, and the day of it written beside the text.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from collectif_cli.model.contribution import Contribution, Support
from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.programme import Programme
from collectif_cli.model.sent import Sent, Tally
from collectif_cli.triage.digest import digest_here, digest_of
from collectif_cli.triage.naming import id_of


class Met(NamedTuple):
    """A contribution that is here and on the platform.

    ``text`` is ``same``; or ``taken`` when the words of the platform replace those here, ``left`` when they
    do not although they changed.
    """

    here: Contribution
    sent: Sent
    text: str
    recounted: bool
    back: bool

    @property
    def changes(self) -> bool:
        """Tell whether anything is to be written."""
        return self.text != "same" or self.recounted or self.back


class Reconciled(NamedTuple):
    """What an import changes; ``new`` by the id each will have, ``gone`` those that it no longer finds."""

    new: Mapping[str, Sent]
    met: tuple[Met, ...]
    gone: tuple[Contribution, ...]
    faults: tuple[Finding, ...]

    def texts(self, state: str) -> tuple[Contribution, ...]:
        """Give those whose text is in a state."""
        return tuple(one.here for one in self.met if one.text == state)


def reconcile(
    source: str, sent: Sequence[Sent], programme: Programme, take: Collection[str] = (), *, whole: bool = True
) -> Reconciled:
    """Compare what was sent with what is kept; ``take`` names those whose new text is wanted all the same.

    When ``sent`` is not the ``whole`` of what is on the platform, nothing is said to be gone.
    """
    here_now = programme.contributions.values()
    kept: dict[str, Contribution] = {one.id: one for one in here_now if one.source == source}
    unreadable = {one.id for one in programme.documents if one.kind == "contribution" and one.value is None}
    cited = frozenset(cited_in(programme))
    new: dict[str, Sent] = {}
    met: dict[str, Met] = {}
    faults: list[Finding] = []
    for one, id in _named(source, sent, faults):
        here = kept.get(id)
        if id in unreadable:
            hint = message("see what “collectif check” says of it")
            faults.append(Finding(one.span, message("the file of “{id}” cannot be read", id=id), hint))
        elif here is None:
            new[id] = one
        elif here.upstream is None:
            said = message("“{id}” is there already, and was not imported: this row was left aside", id=id)
            faults.append(
                Finding(one.span, said, message("give the source another name, or rename that file"))
            )
        else:
            met[id] = _met(here, one, touched=_is_touched(here, cited), wanted=id in take)
    gone = [
        one
        for id, one in kept.items()
        if whole and one.upstream is not None and one.removed is None and id not in met
    ]
    return Reconciled(new, tuple(met.values()), tuple(gone), tuple(faults))


def cited_in(programme: Programme) -> Iterator[str]:
    """Yield the ids of the contributions that another text names."""
    for proposal in programme.proposals.values():
        if proposal.origin is not None:
            yield from (one.value for one in proposal.origin.contributions)
    for contribution in programme.contributions.values():
        if contribution.merged_into is not None:
            yield contribution.merged_into.value


def _named(source: str, sent: Sequence[Sent], faults: list[Finding]) -> Iterator[tuple[Sent, str]]:
    """Yield what was sent with its id; a name that comes twice is a fault, words that come twice are not."""
    first: dict[str, Sent] = {}
    times: dict[str, int] = {}
    for one in sent:
        id = f"{source}/{id_of(one)}"
        if id in first and not one.key:
            times[id] = times.get(id, 1) + 1
            id = f"{id}-{times[id]}"
        elif id in first:
            said = message("“{key}” is already the name of another row: this one was left aside", key=one.key)
            faults.append(Finding(one.span, said, message("give each row a name of its own")))
            continue
        first[id] = one
        yield one, id


def _met(here: Contribution, sent: Sent, *, touched: bool, wanted: bool) -> Met:
    there = digest_of(sent.title.value, sent.body.value)
    known = here.upstream.value if here.upstream else ""
    if wanted and there != digest_here(here):
        text = "taken"
    elif there == known:
        text = "same"
    else:
        text = "left" if touched else "taken"
    recounted = sent.tally is not None and sent.tally != tally_of(here.support)
    return Met(here, sent, text, recounted, here.removed is not None)


def _is_touched(here: Contribution, cited: Collection[str]) -> bool:
    """Tell whether somebody changed the text, did something with it, or rests on it."""
    return (
        here.id in cited
        or here.fate.value != "new"
        or any((here.group, here.proposals, here.answer, here.merged_into))
        or (here.upstream is not None and here.upstream.value != digest_here(here))
    )


def tally_of(support: Support | None) -> Tally | None:
    """Give the counts that a file holds."""
    if support is None or support.agree is None:
        return None
    disagree, passed = (None if one is None else one.value for one in (support.disagree, support.passed))
    return Tally(support.agree.value, disagree, passed)
