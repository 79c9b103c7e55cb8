"""The nouns of a collective: frozen values, standard library only."""
