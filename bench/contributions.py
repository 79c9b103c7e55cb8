"""An export of a platform as large as a town's, and a programme to take it into."""

import csv
import random
from pathlib import Path

from bench.generate import generate

_TITLES = (
    "contribution_type", "proposal_id", "proposal_reference", "proposal_title", "proposal_votes_digitalCount",
    "proposal_publishedAt", "proposal_publicationStatus", "proposal_link", "proposal_author_id",
    "proposal_author_email", "proposal_theme_title", "proposal_description",
)  # fmt: skip
_THEMES = ("Mobilités", "Eau", "Santé", "Éducation", "Culture")
_WORDS = (
    "la", "ville", "le", "bus", "un", "banc", "des", "écoles", "il", "faudrait", "plus", "moins",
    "place", "quartier", "marché", "vélo", "piste", "arbre", "ombre", "cantine", "bio", "enfants",
    "personnes", "âgées", "soir", "dimanche", "nuit", "eau", "fontaine", "jardin", "partagé", "rue",
    "sécurité", "bruit", "lumière", "associations", "salle", "gratuit", "tarif", "horaires", "ligne",
    "gare", "parc", "rivière", "déchets", "compost", "énergie", "toits", "logement", "loyer", "santé",
    "médecin", "culture", "bibliothèque", "sport", "piscine", "accès", "handicap", "budget",
    "participatif", "habitants"
)  # fmt: skip


def generate_export(path: Path, size: int, seed: int = 1) -> Path:
    """Write an export of Cap Collectif: ``size`` proposals of a hundred words, by a third as many people."""
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(_TITLES)
        for number in range(size):
            rare = [f"mot{chance.randrange(size)}" for _ in range(4)]
            words = chance.choices(_WORDS, k=100) + rare
            body = f"<p>{' '.join(words[:50])}</p><p>{' '.join(words[50:])}</p>"
            page = f"https://plateforme.example/{number}"
            who = f"U{chance.randrange(size // 3)}"
            row = ("proposal", f"P{number}", f"1-{number}", " ".join(words[:6]).capitalize(), 0)
            more = ("2019-02-01 10:00:00", "PUBLISHED", page, who, f"{who}@collectif.example")
            table.writerow((*row, *more, chance.choice(_THEMES), body))
    return path


def generate_home(root: Path) -> Path:
    """Write a small programme that will hold the contributions."""
    return generate(root, 10)
