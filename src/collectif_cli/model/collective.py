"""The collective: its territory, who exercises what, its calendar and the rules it gave itself."""

from datetime import date

from collectif_cli.model.noun import Noun
from collectif_cli.model.phase import Phase
from collectif_cli.model.source import Located, Span
from collectif_cli.model.threshold import Threshold
from collectif_cli.model.vote import DecisionRule


class Municipality(Noun):
    """The commune: inhabitants and seats of its council."""

    name: Located[str]
    population: Located[int] | None = None
    seats: Located[int] | None = None


class Intercommunality(Noun):
    """The group of communes, and the seats the commune holds in its council."""

    name: Located[str]
    kind: Located[str] | None = None
    seats: Located[int] | None = None


class Competence(Noun):
    """A public competence and the level that exercises it."""

    id: Located[str]
    title: Located[str]
    exercised_by: Located[str]


class Territory(Noun):
    """Where the programme applies, and who may do what there."""

    municipality: Municipality | None = None
    intercommunality: Intercommunality | None = None
    competences: tuple[Competence, ...] = ()


class ProposalForm(Noun):
    """What a proposal must look like: its headings in order, and its longest length in words."""

    sections: tuple[Located[str], ...] = ()
    max_words: Located[int] | None = None


class ListRules(Noun):
    """What the collective asks of its list, beside the law; the shares are of all candidates."""

    seats: Located[int] | None = None
    substitutes: Located[int] | None = None
    renewed: Located[Threshold] | None = None
    party_members: Located[Threshold] | None = None
    guaranteed_from: tuple[Located[str], ...] = ()


class Privacy(Noun):
    """The least number of people a published figure may be about."""

    minimum_cell: Located[int] | None = None


class Representativity(Noun):
    """The shares of its people that the collective aims at, of those whose composition is declared."""

    women: Located[Threshold] | None = None
    men: Located[Threshold] | None = None
    first_engagement: Located[Threshold] | None = None
    under_30: Located[Threshold] | None = None


class Ignored(Noun):
    """A rule that the collective sets aside, for a reason and until a day, on all files or on some."""

    rule: Located[str]
    reason: Located[str]
    until: Located[date]
    path: Located[str] | None = None


class Checks(Noun):
    """What the collective says of the checks themselves."""

    ignore: tuple[Ignored, ...] = ()


class Collective(Noun):
    """Everything ``collectif.yaml`` says."""

    span: Span
    schema: Located[int]
    name: Located[str]
    language: Located[str]
    territory: Territory | None = None
    levels: tuple[Located[str], ...] = ()
    phases: tuple[Phase, ...] = ()
    proposal: ProposalForm | None = None
    decision_rules: tuple[DecisionRule, ...] = ()
    list_rules: ListRules | None = None
    freeze_before_plenary: Located[int] | None = None
    privacy: Privacy | None = None
    representativity: Representativity | None = None
    checks: Checks | None = None

    @property
    def competences(self) -> tuple[Competence, ...]:
        """The competences of the territory, in the order of the file."""
        return self.territory.competences if self.territory else ()

    @property
    def own_levels(self) -> frozenset[str]:
        """The levels the future elected can act on: the first two (commune, intercommunality)."""
        return frozenset(level.value for level in self.levels[:2])
