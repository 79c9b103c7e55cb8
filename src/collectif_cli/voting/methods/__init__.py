"""The methods of voting, a module each; none knows of the others."""
