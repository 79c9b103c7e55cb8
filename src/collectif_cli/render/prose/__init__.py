"""The Markdown of the collective, read once and written as HTML or as Markdown again, safely."""
