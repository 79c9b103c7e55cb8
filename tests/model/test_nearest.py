"""The word that was meant, among few and among ten thousand."""

from collectif_cli.model.nearest import FEW, nearest


def test_a_slip_is_found() -> None:
    assert nearest("tilleuil", ["cedre", "tilleul"]) == "tilleul"
    assert nearest("zzz", ["cedre", "tilleul"]) is None
    assert nearest("cedre", []) is None


def test_a_slip_is_found_among_many() -> None:
    known = [f"proposition-{number:05}" for number in range(10 * FEW)] + ["bus-du-soir"]
    assert nearest("bus-du-soire", known) == "bus-du-soir"
    assert nearest("bis-du-soir", known) == "bus-du-soir"
    assert nearest("propositon-00042", known) is not None
