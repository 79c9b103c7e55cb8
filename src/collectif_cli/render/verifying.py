"""What a verification found, for people and for programs."""

from collections import Counter
from collections.abc import Iterator

from collectif_cli.model.message import Message, message, messages
from collectif_cli.render.box_growth import growth_record, growth_text
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.language import Language
from collectif_cli.render.terminal import Screen, flat, safe
from collectif_cli.voting.binding import Likeness
from collectif_cli.voting.verifying.report import Report, Trouble, VoteState

_COLOURS = {"+": "green", "-": "red", "~": "yellow"}


def report_text(report: Report, language: Language, screen: Screen) -> str:
    """Give what does not hold, each with its remedy; or in a few lines that everything does."""
    lines = [line for trouble in report.troubles for line in _trouble(trouble, language, screen)]
    lines += [flat(language.say(said)) for said in _summary(report)]
    return "".join(f"{line}\n" for line in lines)


def report_json(report: Report, language: Language) -> str:
    """Give the same for programs; the sentences are in the language of the reader."""
    given = {
        "version": 1,
        "holds": report.holds,
        "votes": [
            {
                "vote": one.vote,
                "opened": one.opened,
                "state": one.state,
                "identical": one.recounted,
                "code": one.code or None,
                "erased": one.erased,
            }
            for one in report.votes
        ],
        "texts": [
            {"text": one.text, "path": one.path, "vote": one.vote, "state": one.likeness.value}
            for one in report.texts
        ],
        "troubles": [
            {
                "vote": one.vote,
                "code": one.code,
                "message": language.say(one.said),
                "hints": [language.say(hint) for hint in (one.hint, one.also) if hint is not None],
                "lines": list(one.lines),
            }
            for one in report.troubles
        ],
        "between": None if report.between is None else growth_record(report.between),
    }
    return for_programs(given)


def _trouble(trouble: Trouble, language: Language, screen: Screen) -> Iterator[str]:
    yield f"{screen.paint('✗', 'red')} {flat(language.say(trouble.said))}"
    for line in trouble.lines:
        shown = safe(f"     {line[:1]} {line[1:].strip()}").replace("\n", " ")
        yield screen.paint(shown, _COLOURS[line[0]]) if line[:1] in _COLOURS else shown
    for hint in (trouble.hint, trouble.also):
        if hint is not None:
            yield f"   {flat(language.say(hint))}"


def _summary(report: Report) -> Iterator[Message]:
    if report.between is not None:
        yield from growth_text(report.between)
    recounted = [one for one in report.votes if one.recounted is not None]
    same = sum(one.recounted is True for one in recounted)
    if report.votes:
        yield message(
            "{recounted}, {same}",
            recounted=messages("{n} vote recounted", "{n} votes recounted", len(recounted)),
            same=messages("{n} identical to the byte", "{n} identical to the byte", same),
        )
    yield from _apart(report)
    found = Counter(one.likeness for one in report.texts)
    if report.texts:
        yield message(
            "{texts}: {identical}, {typographic}, {changed}",
            texts=messages("{n} adopted text", "{n} adopted texts", len(report.texts)),
            identical=messages("{n} identical", "{n} identical", found[Likeness.IDENTICAL]),
            typographic=messages(
                "{n} typographic correction", "{n} typographic corrections", found[Likeness.TYPOGRAPHIC]
            ),
            changed=messages(
                "{n} changed since its vote",
                "{n} changed since their vote",
                found[Likeness.CHANGED] + found[Likeness.GONE],
            ),
        )
    elif report.votes:
        yield message("no vote has adopted a text that it bound when it opened")
    if report.checkpoint:
        yield message("checkpoint {code}: this history still holds that state", code=report.checkpoint)


def _apart(report: Report) -> Iterator[Message]:
    """Yield the votes about which less can be said, and why."""
    loose = sum(not one.opened and one.state == "counted" for one in report.votes)
    if loose:
        yield messages(
            "{n} vote was never opened: nothing shows that its rule and its texts were there before",
            "{n} votes were never opened: nothing shows that their rules and their texts were there before",
            loose,
        )
    waiting, sealed = _states(report.votes, "waiting"), _states(report.votes, "sealed")
    if waiting:
        yield messages("{n} vote has no result yet", "{n} votes have no result yet", waiting)
    if sealed:
        yield messages(
            "{n} vote is sealed: only its outcome is told, and its ballots are not here",
            "{n} votes are sealed: only their outcome is told, and their ballots are not here",
            sealed,
        )
    erased = sum(one.erased for one in report.votes)
    if erased:
        yield messages(
            "{n} entry was taken away from a roll since; the vote still counts it",
            "{n} entries were taken away from rolls since; the votes still count them",
            erased,
        )


def _states(votes: tuple[VoteState, ...], state: str) -> int:
    return sum(one.state == state for one in votes)
