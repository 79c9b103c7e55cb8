"""What the YAML parser found, said so that a volunteer can mend it."""

from typing import NamedTuple

from collectif_cli.model.message import Message, message


class _Known(NamedTuple):
    """How a problem starts in the words of libyaml, or of ruamel's own parser, and what it means."""

    starts: tuple[str, ...]
    sentence: Message
    hint: Message


_QUOTE = message("put the whole value between quotes")
_ALIGN = message("align it with the lines above; use spaces, never tabs")
_CLOSE = message("close what was opened, or put quotes around the text")
_NO_DIRECTIVE = message("remove the line that starts with “%”")
_ESCAPE = message("use single quotes")

_TAB = (message("a tab stands where spaces are expected"), message("use spaces, never tabs"))
_ASKING = (message("a “?” stands inside a value between brackets or braces"), _QUOTE)
_CONTINUED = (message("this line is read as the rest of the value above"), _ALIGN)
_AFTER = (message("there is text after the end of the value"), _QUOTE)

_KNOWN: tuple[_Known, ...] = (
    _Known(
        ("mapping values are not allowed", "found unexpected ':'"),
        message("a “:” stands inside a value"),
        _QUOTE,
    ),
    _Known(
        ("could not find expected ':'",),
        message("a “:” is missing after the key"),
        message("write “key: value”"),
    ),
    _Known(
        ("did not find expected key", "did not find expected '-' indicator", "expected <block end>"),
        message("this line does not fit with those above"),
        _ALIGN,
    ),
    _Known(
        ("did not find expected ',' or '}'", "expected ',' or '}'"),
        message("a “,” or a “}}” is missing"),
        _CLOSE,
    ),
    _Known(
        ("did not find expected ',' or ']'", "expected ',' or ']'"),
        message("a “,” or a “]” is missing"),
        _CLOSE,
    ),
    _Known(
        ("did not find expected node content", "expected the node content"),
        message("a value is missing here"),
        _CLOSE,
    ),
    _Known(
        ("found unexpected end of stream", "found unexpected document"),
        message("a quote was opened and never closed"),
        message("close the quote"),
    ),
    _Known(("found character",), message("a value cannot start with this character"), _QUOTE),
    _Known(
        ("block sequence entries are not allowed", "sequence entries are not allowed"),
        message("a “-” is not allowed here"),
        message("start the list on the next line"),
    ),
    _Known(
        ("mapping keys are not allowed",),
        message("a “?” followed by a space stands at the start of a value"),
        _QUOTE,
    ),
    _Known(
        (
            "found unknown escape character",
            "did not find expected hexdecimal number",
            "found invalid Unicode character escape code",
            "expected escape sequence",
        ),
        message("an unknown “\\” stands between double quotes"),
        _ESCAPE,
    ),
    _Known(
        ("did not find expected <document start>", "expected '<document start>'"),
        message("there is text after the end of the values"),
        message("remove the line “...” or the line that starts with “%”"),
    ),
    _Known(
        ("did not find expected alphabetic or numeric character", "expected alphabetic or numeric character"),
        message("“*” or “&” starts this value"),
        _QUOTE,
    ),
    _Known(
        (
            "found undefined tag handle",
            "did not find expected tag URI",
            "did not find the expected '>'",
            "did not find URI escaped octet",
            "expected URI",
            "expected '>'",
            "expected ' ', but found",
        ),
        message("“!” starts this value"),
        _QUOTE,
    ),
    _Known(
        (
            "did not find expected comment or line break",
            "found an indentation indicator equal to 0",
            "expected a comment or a line break",
            "expected indentation indicator",
            "expected chomping",
        ),
        message("text follows “|” or “>” on the same line"),
        message("start the text on the next line"),
    ),
    _Known(("found a tab character",), *_TAB),
    _Known(
        (
            "found unknown directive name",
            "found incompatible YAML document",
            "found duplicate",
            "did not find expected version number",
            "found extremely long version number",
            "did not find expected digit or '.' character",
            "did not find expected '!'",
            "could not find expected directive name",
            "found unexpected non-alphabetical character",
            "did not find expected whitespace",
        ),
        message("a line that starts with “%” has no place here"),
        _NO_DIRECTIVE,
    ),
)


def explain_problem(problem: str, before: str = "", character: str = "") -> tuple[Message, Message | None]:
    """Give the sentence and the remedy for a problem; its own words when it is not a known one.

    ``before`` is what its line holds before the place of the problem, ``character`` what stands there.
    """
    known = next((known for known in _KNOWN if problem.startswith(known.starts)), None)
    if known is None:
        return message("this is not valid YAML ({problem})", problem=problem), None
    if character == "\t" and problem.startswith("found character"):
        return _TAB
    if problem.startswith("mapping values") and ": " not in before:
        return _CONTINUED
    if character == "?" and problem.startswith(("did not find expected ','", "expected ','")):
        return _ASKING
    if problem.startswith("did not find expected key") and before.strip():
        return _AFTER
    return known.sentence, known.hint
