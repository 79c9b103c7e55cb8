"""Every sentence on the margin, read whole in both languages."""

import pytest

from collectif_cli.render.language import language
from collectif_cli.render.typography import FIXED, NARROW
from collectif_cli.voting.closeness import how_close
from collectif_cli.voting.outcome import Margin, Outcome, Verdict

PINE = Outcome(Verdict.ELECTED, ("pin",))
NOW = Outcome(Verdict.ELECTED, ("orme",))
BOTH = Outcome(Verdict.ELECTED, ("pin", "orme"))
MANY = Outcome(Verdict.ELECTED, ("pin", "orme", "pin", "orme", "pin"))

SAID = [
    (
        Margin(1, PINE),
        "had 1 person voted otherwise, “Pin” would have been chosen.",
        "si 1 personne avait voté autrement, « Pin » l'aurait emporté.",
    ),
    (
        Margin(3, BOTH),
        "had 3 people voted otherwise, “Pin” and “Orme” would have been chosen.",
        "si 3 personnes avaient voté autrement, on aurait choisi « Pin » et « Orme ».",
    ),
    (
        Margin(3, MANY),
        "had 3 people voted otherwise, others would have been chosen.",
        "si 3 personnes avaient voté autrement, d'autres auraient été choisis.",
    ),
    (
        Margin(2, Outcome(Verdict.TIE, ("pin", "orme"))),
        "had 2 people voted otherwise, there would have been a tie.",
        "si 2 personnes avaient voté autrement, il y aurait eu égalité.",
    ),
    (
        Margin(2, Outcome(Verdict.ADOPTED)),
        "had 2 people voted otherwise, it would have been adopted.",
        "si 2 personnes avaient voté autrement, le texte aurait été adopté.",
    ),
    (
        Margin(2, Outcome(Verdict.REJECTED)),
        "had 2 people voted otherwise, it would have been rejected.",
        "si 2 personnes avaient voté autrement, le texte aurait été rejeté.",
    ),
    (
        Margin(2, Outcome(Verdict.UNDECIDED)),
        "had 2 people voted otherwise, nothing would have been decided.",
        "si 2 personnes avaient voté autrement, rien n'aurait été décidé.",
    ),
    (
        Margin(2, PINE, at_least=1),
        "2 people voting otherwise would have been enough to change the outcome; "
        "perhaps fewer would have been.",
        "il aurait suffi que 2 personnes votent autrement pour que le résultat change ; peut-être moins.",
    ),
    (
        Margin(5, PINE, at_least=3),
        "5 people voting otherwise would have been enough to change the outcome; "
        "fewer than 3 would not have been.",
        "il aurait suffi que 5 personnes votent autrement pour que le résultat change ; "
        "moins de 3 n'auraient pas suffi.",
    ),
    (
        Margin(because="not-found", at_least=2),
        "1 person alone could not have altered this by voting otherwise.",
        "à elle seule, 1 personne n'aurait rien pu y changer en votant autrement.",
    ),
    (
        Margin(because="sums", at_least=5),
        "even 4 people could not have altered this by voting otherwise.",
        "même 4 personnes n'auraient rien pu y changer en votant autrement.",
    ),
    (
        Margin(because="quorum", missing=1),
        "the quorum was missed by 1 person.",
        "il a manqué 1 personne pour le quorum.",
    ),
    (
        Margin(because="sums"),
        "sums alone do not say how many ballots would have been enough to alter this.",
        "les sommes ne disent pas, à elles seules, combien de bulletins auraient suffi à changer "
        "ce résultat.",
    ),
    (
        Margin(because="not-found", at_least=1),
        "no small number of ballots was found that would have altered this.",
        "on n'a trouvé aucun petit nombre de bulletins qui aurait suffi à changer ce résultat.",
    ),
    (
        Margin(because="unknown"),
        "nobody can tell, since how many voted is not recorded.",
        "impossible à dire, car le nombre de votants n'a pas été noté.",
    ),
    (
        Margin(because="never"),
        "nobody could have altered this outcome by voting otherwise.",
        "personne n'aurait pu changer ce résultat en votant autrement.",
    ),
]


@pytest.mark.parametrize(("margin", "english", "french"), SAID)
def test_margin_is_a_whole_sentence(margin: Margin, english: str, french: str) -> None:
    said = how_close(margin, NOW, {"pin": "Pin", "orme": "Orme"})
    assert language("en").say(said) == f"How close: {english}"
    printed = language("fr").say(said).replace(FIXED, " ").replace(NARROW, " ").replace("’", "'")
    assert printed == f"Écart : {french}"


def test_another_tie_is_named() -> None:
    now, other = Outcome(Verdict.TIE, ("pin", "orme")), Outcome(Verdict.TIE, ("pin", "if"))
    said = how_close(Margin(1, other), now, {"pin": "Pin", "orme": "Orme", "if": "If"})
    assert language("en").say(said) == (
        "How close: had 1 person voted otherwise, the tie would have been between “Pin” and “If”."
    )
