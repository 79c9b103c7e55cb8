"""Every sentence in the code is one that the extractor of the catalogues can see."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCES = sorted((Path(__file__).parent.parent / "src").rglob("*.py"))
KEYWORDS = {"message", "messages", "_"}


def hidden(tree: ast.AST) -> Iterator[int]:
    """Yield the lines of sentences inside f-strings, and of those that are not written out in place."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Call) and getattr(inner.func, "id", "") in KEYWORDS:
                    yield inner.lineno
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in KEYWORDS:
            first = node.args[0] if node.args else None
            if not (isinstance(first, ast.Constant) and isinstance(first.value, str)):
                yield node.lineno


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_no_sentence_is_hidden_from_translators(source: Path) -> None:
    assert list(hidden(ast.parse(source.read_text(encoding="utf-8")))) == []
