"""The page of the rules: every finding there may be, by family, with the first sentence of its page."""

from pathlib import Path

from collectif_cli.checks.all_checks import CHECKS
from collectif_cli.store.faults import FAULTS
from docs.reference.texts import SUFFIXES, text_of

PAGES = Path(__file__).parents[1] / "checks"
# Family -> what it is about, in each language; in the order of reading: bytes, shape, then meaning.
FAMILIES = {
    "text": ("The characters of a file", "Les caractères d'un fichier"),
    "tree": ("Files and folders", "Les fichiers et les dossiers"),
    "yaml": ("YAML and front matter", "Le YAML et les en-têtes"),
    "schema": ("Keys and values", "Les clés et les valeurs"),
    "reference": ("Ids that lead somewhere", "Les identifiants qui mènent quelque part"),
    "collective": ("The collective and its territory", "Le collectif et son territoire"),
    "calendar": ("The calendar", "L'échéancier"),
    "group": ("Groups", "Les groupes"),
    "person": ("People", "Les personnes"),
    "proposal": ("Proposals", "Les propositions"),
    "outline": ("The outline", "Le plan"),
    "markdown": ("Any text in Markdown", "Tout texte en Markdown"),
    "contribution": ("Contributions", "Les contributions"),
    "plenary": ("Plenaries", "Les plénières"),
    "vote": ("Votes", "Les votes"),
    "organisation": ("Organisations", "Les organisations"),
    "candidates": ("The list", "La liste"),
    "glossary": ("The glossary", "Le glossaire"),
    "privacy": ("What leads to a person", "Ce qui mène à une personne"),
}


def rules_page(code: str) -> str:
    """Give the whole page in a language."""
    parts = [text_of("checks", code).format(rules=len({*CHECKS, *FAULTS}), families=len(FAMILIES))]
    for family, titles in FAMILIES.items():
        title = titles[code == "fr"]
        parts.append(f"## {family}\n\n{title}.\n\n{_table(family, code)}")
    return "\n".join(parts)


def slugs_of(family: str) -> list[str]:
    """Give the rules of a family, what reading finds first."""
    return [slug for slug in [*FAULTS, *CHECKS] if slug.partition("-")[0] == family]


def _table(family: str, code: str) -> str:
    titles = {"en": "| rule | what it asks | severity |", "fr": "| règle | ce qu'elle demande | gravité |"}
    rows = [_row(slug, code) for slug in slugs_of(family)]
    return "\n".join([titles[code], "|---|---|---|", *rows]) + "\n"


def _row(slug: str, code: str) -> str:
    name = f"{slug}{SUFFIXES[code]}"
    _title, rule, gravity, *_ = (PAGES / name).read_text(encoding="utf-8").split("\n\n")
    said = gravity.partition(": " if code == "en" else " : ")[2].strip().rstrip(".")
    return f"| [{slug}](checks/{name}) | {_cell(rule)} | {_cell(said)} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
