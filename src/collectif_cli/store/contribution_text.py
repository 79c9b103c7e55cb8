"""The text of a contribution: a new one, and the changes to one that is there."""

from datetime import date

from collectif_cli.errors import Refused
from collectif_cli.model.message import message
from collectif_cli.model.sent import Sent, Tally
from collectif_cli.store.edit import append, in_front, keys, put, remove
from collectif_cli.store.edit_words import Leaf, Pairs, Written, inline, pairs
from collectif_cli.store.markdown_text import split_front
from collectif_cli.store.readers.contribution import CONTRIBUTION
from collectif_cli.store.readers.contribution_source import COLUMNS

_ORDER = tuple(CONTRIBUTION.fields)


def contribution_text(sent: Sent, author: str, upstream: str) -> str:
    """Give the file of what was sent, by whom under a pseudonym, with the digest of what was received."""
    values: tuple[tuple[str, Written | None], ...] = (
        ("title", sent.title.value or None),
        ("date", sent.day),
        ("author", author or None),
        ("url", sent.url or None),
        ("upstream", upstream),
        ("support", _support(sent.tally)),
        ("theme", sent.theme or None),
        ("fate", "new"),
    )
    front = "".join(f"{key}: {inline(value, flow=False)}\n" for key, value in values if value is not None)
    return f"---\n{front}---\n{_body(sent.body.value)}"


def with_text(text: str, sent: Sent, upstream: str) -> str:
    """Give a contribution with the title and the words of the platform in place of its own."""

    def changed(front: str) -> str:
        there = keys(front)
        if sent.title.value:
            front = put(front, ("title",), sent.title.value, _ORDER)
        elif "title" in there:
            front = remove(front, ("title",))
        if "edited" in there:
            front = remove(front, ("edited",))
        return put(front, ("upstream",), upstream, _ORDER)

    made = in_front(text, changed)
    return made[: len(made) - len(split_front(made.removeprefix("\ufeff")).body)] + _body(sent.body.value)


def with_edit_seen(text: str, day: date, upstream: str) -> str:
    """Give a contribution whose words on the platform are others since that day."""
    return in_front(
        text,
        lambda front: put(put(front, ("upstream",), upstream, _ORDER), ("edited",), day, _ORDER),
    )


def with_removed(text: str, day: date | None) -> str:
    """Give a contribution that is no longer on the platform since that day, or is there again."""
    if day is None:
        return in_front(text, lambda front: remove(front, ("removed",)))
    return in_front(text, lambda front: put(front, ("removed",), day, _ORDER))


def with_tally(text: str, tally: Tally) -> str:
    """Give a contribution with other counts."""

    def changed(front: str) -> str:
        if "support" not in keys(front):
            return put(front, ("support",), _support(tally) or Pairs(()), _ORDER)
        for key, count in zip(("agree", "disagree", "pass"), tally, strict=True):
            if count is not None:
                front = put(front, ("support", key), count)
        return front

    return in_front(text, changed)


def with_value(text: str, key: str, value: Leaf | None) -> str:
    """Give a contribution with a value under a key, or without that key."""

    def changed(front: str) -> str:
        if value is not None:
            return put(front, (key,), value, _ORDER)
        return remove(front, (key,)) if key in keys(front) else front

    return in_front(text, changed)


def with_proposal(text: str, proposal: str) -> str:
    """Give a contribution that one more proposal draws on."""
    return in_front(text, lambda front: append(front, ("proposals",), proposal, _ORDER))


def source_text(title: str | None, platform: str, columns: Pairs) -> str:
    """Give the file of a source."""
    values: tuple[tuple[str, Written | None], ...] = (("title", title), ("platform", platform))
    lines = [f"{key}: {inline(value, flow=False)}\n" for key, value in values if value is not None]
    if columns.pairs:
        lines.append("columns:\n")
        lines += [f"  {key}: {inline(value, flow=False)}\n" for key, value in columns.pairs]
    return "".join(lines)


def with_columns(text: str, columns: Pairs) -> str:
    """Give the file of a source with other columns under the keys that are named."""
    for key, value in columns.pairs:
        if key in keys(text, ("columns",)):
            text = remove(text, ("columns", key))
        text = put(text, ("columns", key), value, tuple(COLUMNS.fields))
    return text


def columns_of(typed: tuple[str, ...]) -> Pairs:
    """Give the columns that were typed as ``key=title``; raise Refused when a key is none of ours."""
    found: dict[str, list[str]] = {}
    for word in typed:
        key, sign, title = word.partition("=")
        if not sign or key not in COLUMNS.fields or not title.strip():
            said = message("“{word}” does not say which column holds what", word=word)
            known = tuple(COLUMNS.fields)
            raise Refused(said, message("write it as body=…, with one of: {keys}", keys=known))
        found.setdefault(key, []).append(" ".join(title.split()))
    return pairs(*((key, _column(key, titles)) for key, titles in found.items()))


def _column(key: str, titles: list[str]) -> Written:
    return tuple(titles) if key == "body" and len(titles) > 1 else titles[-1]


def _support(tally: Tally | None) -> Pairs | None:
    if tally is None:
        return None
    return pairs(("agree", tally.agree), ("disagree", tally.disagree), ("pass", tally.passed))


def _body(text: str) -> str:
    return f"{text}\n" if text else ""
