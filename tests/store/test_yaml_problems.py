"""Each problem of the YAML parser is said in plain words, at the place where somebody can mend it."""

import sys

import pytest

from collectif_cli.store.yaml_nodes import YamlFault, parse

# A text that provokes the problem, the place told, and how the sentence goes.
BROKEN = [
    ("a: b: c", (1, 5), "a “:” stands inside a value"),
    ("a: 1\n  b: 2", (2, 4), "this line is read as the rest of the value above"),
    ("a\nb: c", (2, 2), "this line is read as the rest of the value above"),
    ("a: b\nc\nd: e", (2, 1), "a “:” is missing after the key"),
    ("a: b\nc", (2, 1), "a “:” is missing after the key"),
    ("a:\n  - 1\n 2", (3, 2), "this line does not fit with those above"),
    ("a: 1\n- b", (2, 1), "this line does not fit with those above"),
    ("- a\nb: 1", (2, 1), "this line does not fit with those above"),
    ('a: "x" y', (1, 8), "there is text after the end of the value"),
    ("a: [1] x", (1, 8), "there is text after the end of the value"),
    ("{a: 1\nb: 2}", (2, 2), "a “,” or a “}}” is missing"),
    ("{a: 1", (1, 1), "a “,” or a “}}” is missing"),
    ("[a\nb: c]", (2, 2), "a “,” or a “]” is missing"),
    ("a: [b, c", (1, 4), "a “,” or a “]” is missing"),
    ("a: ]", (1, 4), "a value is missing here"),
    ("a: ,", (1, 4), "a value is missing here"),
    ('a: "x\nb: c', (1, 4), "a quote was opened and never closed"),
    ("a: 'x", (1, 4), "a quote was opened and never closed"),
    ('a: "x\n---\n', (1, 4), "a quote was opened and never closed"),
    ("a: @x", (1, 4), "a value cannot start with this character"),
    ("a: `x`", (1, 4), "a value cannot start with this character"),
    ("a: %x", (1, 4), "a value cannot start with this character"),
    ("a:\n\t- b", (2, 1), "a tab stands where spaces are expected"),
    ("\ta: 1", (1, 1), "a tab stands where spaces are expected"),
    ("a: - b", (1, 4), "a “-” is not allowed here"),
    ("a: ? b", (1, 4), "a “?” followed by a space stands at the start of a value"),
    ('a: "\\q"', (1, 5), "an unknown “\\” stands between double quotes"),
    ('a: "\\xzz"', (1, 7), "an unknown “\\” stands between double quotes"),
    ("a: *", (1, 4), "“*” or “&” starts this value"),
    ("a: &", (1, 4), "“*” or “&” starts this value"),
    ("a: !e!x y", (1, 4), "“!” starts this value"),
    ("a: !<foo\n", (1, 4), "“!” starts this value"),
    ("a: |3x\n b", (1, 6), "text follows “|” or “>” on the same line"),
    ("a: |0\n b", (1, 5), "text follows “|” or “>” on the same line"),
    ("%YAML 1.1\n%YAML 1.1\n--- a", (2, 1), "a line that starts with “%” has no place here"),
]
# What only libyaml refuses, or says more precisely than the parser in Python.
LIBYAML = [
    ("a: {b: https://exemple.example}", (1, 13), "a “:” stands inside a value"),
    ("a: {b: Laquelle ?, c: d}", (1, 17), "a “?” stands inside a value between brackets or braces"),
    ("a: 1\n...\nb", (3, 1), "there is text after the end of the values"),
    ("%FOO\n---\na: 1", (1, 5), "a line that starts with “%” has no place here"),
    ('a: "\\ud800"', (1, 7), "an unknown “\\” stands between double quotes"),
    ("a: 1\n\tb: 2", (2, 1), "a tab stands where spaces are expected"),
    ("a: >\n\t b", (2, 1), "a tab stands where spaces are expected"),
    ("%YAML\n---\na", (1, 6), "a line that starts with “%” has no place here"),
    ("a: !%zz b", (1, 5), "“!” starts this value"),
]


def the_fault(text: str) -> YamlFault:
    root, faults = parse(text)
    assert root is None
    assert [fault.code for fault in faults if fault.code == "yaml-syntax"]
    return faults[-1]


@pytest.mark.parametrize(("text", "place", "sentence"), BROKEN + LIBYAML)
def test_libyaml_says_it(text: str, place: tuple[int, int], sentence: str) -> None:
    pytest.importorskip("_ruamel_yaml", reason="there is no libyaml for this interpreter")
    fault = the_fault(text)
    assert fault.message.text == sentence
    assert (fault.line, fault.column) == place
    assert fault.hint is not None


@pytest.mark.parametrize(("text", "place", "sentence"), BROKEN)
def test_python_parser_says_it_too(
    text: str, place: tuple[int, int], sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    fault = the_fault(text)
    assert fault.hint is not None, fault.message
