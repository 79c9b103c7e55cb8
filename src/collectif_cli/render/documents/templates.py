"""Fills a template in Jinja's sandbox; a bad template is a sentence with a place, never a traceback."""

import traceback
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.loaders import FunctionLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

from collectif_cli.errors import Refused
from collectif_cli.model.message import Message, message
from collectif_cli.render.language import Language

# Name of a template -> the path that is told when it is bad, and its text.
Texts = Mapping[str, tuple[str, str]]


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which the fields of our own values are read without being judged each time."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give an attribute, or what stands for one that a template may not read."""
        if attribute in getattr(type(obj), "_fields", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


class Templates:
    """The templates that a document may use, by name, and nothing else: no file is read from here."""

    def __init__(self, texts: Texts, language: Language) -> None:
        """Take the templates; ``_`` in them says a fixed sentence in the language."""
        self._texts = texts
        # Markdown is made safe by its writer, everything else by Jinja's own escaping.
        self._environment = _Sandbox(
            loader=FunctionLoader(self._source),
            autoescape=lambda name: name is None or not name.endswith(".md.jinja"),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.globals["_"] = language.words

    def fill(self, name: str, view: Mapping[str, Any]) -> str:
        """Give the document; raise Refused, with the file and the line, when a template is bad."""
        try:
            return self._environment.get_template(name).render(view)
        except Exception as error:  # a template is a program of its own: it may fail in any way
            raise self._refused(name, error) from error

    def _source(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        if name not in self._texts:
            return None
        path, text = self._texts[name]
        return text, path, lambda: True

    def _refused(self, name: str, error: Exception) -> Refused:
        place, line = self._place(name, error)
        return refusal(place, line, _reason(error))

    def _place(self, name: str, error: Exception) -> tuple[str, int]:
        """Give the template and the line where it went wrong: the deepest that the trace names."""
        if isinstance(error, TemplateSyntaxError):
            return error.filename or error.name or name, error.lineno
        paths = {path for path, _ in self._texts.values()}
        trace = traceback.extract_tb(error.__traceback__)
        for frame in reversed(trace):
            if frame.filename in paths:
                return frame.filename, frame.lineno or 1
        return self._texts.get(name, (name, ""))[0], 1


def refusal(place: str, line: int, reason: Message) -> Refused:
    """Give what stops at a bad template: its path, the line, and why."""
    said = message(
        "{place}:{line}: this template cannot be used: {reason}", place=place, line=str(line), reason=reason
    )
    return Refused(said, message("correct it, or take it away: the built-in one serves then"))


def _reason(error: Exception) -> Message:
    if isinstance(error, TemplateNotFound):
        return message("there is no template “{name}”", name=str(error.name))
    if isinstance(error, SecurityError):
        return message("it asks for what a template may not do ({reason})", reason=str(error))
    if isinstance(error, TemplateError):
        return message("{reason}", reason=error.message or type(error).__name__)
    return message("{reason}", reason=f"{type(error).__name__}: {error}")
