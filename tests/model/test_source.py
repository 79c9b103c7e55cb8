"""Values and their places."""

from collectif_cli.model.source import Located, Span, repeated


def test_what_is_repeated_comes_with_its_first_place() -> None:
    one, two, three, other = (
        Located(value, Span("a.yaml", line)) for line, value in enumerate(("a", "a", "a", "b"), start=1)
    )
    assert list(repeated([one, other, two, three])) == [(two, one), (three, one)]
    assert list(repeated([one, other])) == []
