"""The people of the collective, as little as possible: a handle, a public name, two dates."""

from datetime import date

from collectif_cli.model.identifiers import PersonId
from collectif_cli.model.noun import Noun
from collectif_cli.model.source import Located, Span


class Person(Noun):
    """A member, under a public name or a pseudonym; an invisible one is counted and never named."""

    id: PersonId
    span: Span
    name: Located[str] | None = None
    visible: Located[bool] | None = None
    joined: Located[date] | None = None
    left: Located[date] | None = None
    account: Located[str] | None = None

    @property
    def is_visible(self) -> bool:
        """Tell whether the person may be named."""
        return self.visible is None or self.visible.value


class People(Noun):
    """Everyone of ``groups/people.yaml``, in the order of the file."""

    span: Span
    people: tuple[Person, ...] = ()
