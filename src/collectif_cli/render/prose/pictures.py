"""The pictures of the repository that texts show, carried inside a page: nothing is fetched to read it."""

from base64 import b64encode
from collections.abc import Iterable, Mapping

from collectif_cli.model.marks import links_of
from collectif_cli.model.programme import Programme
from collectif_cli.render.prose.links import local_path

_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "gif": "image/gif",
    "svg": "image/svg+xml",
}
LARGEST = 2_000_000  # bytes; a larger picture makes the page too heavy to send


def pictured(programme: Programme) -> tuple[str, ...]:
    """Give the paths of the pictures that proposals show and the repository has."""
    if not programme.beside:
        return ()
    found: dict[str, None] = {}
    for proposal in programme.proposals.values():
        for mark in links_of(proposal.body.text):
            path = local_path(mark.destination, proposal.span.path) if mark.picture else None
            if path in programme.beside and _type_of(path):
                found[path] = None
    return tuple(found)


def light(pictures: Iterable[tuple[str, bytes | None]]) -> Mapping[str, bytes]:
    """Give each picture by its path; those too large are left out."""
    return {path: raw for path, raw in pictures if raw is not None and len(raw) <= LARGEST}


def addresses(pictures: Mapping[str, bytes]) -> Mapping[str, str]:
    """Give, by its path, the address that holds each picture whole."""
    return {
        path: f"data:{_type_of(path)};base64,{b64encode(raw).decode('ascii')}"
        for path, raw in pictures.items()
    }


def _type_of(path: str) -> str:
    return _TYPES.get(path.rpartition(".")[2].lower(), "")
