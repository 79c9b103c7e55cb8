"""The documents that people hold in their hands, each made from a template that a collective may replace."""
