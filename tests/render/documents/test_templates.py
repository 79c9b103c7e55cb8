"""Templates in the sandbox: what they may do, and what is said when they are bad."""

import pytest

from collectif_cli.errors import Refused
from collectif_cli.render.documents.templates import Templates
from collectif_cli.render.language import language


def filled(**texts: str) -> str:
    """Fill the template ``a.html.jinja`` among those given."""
    named = {
        name.replace("_", "."): (f"templates/{name.replace('_', '.')}", text) for name, text in texts.items()
    }
    return Templates(named, language("en")).fill("a.html.jinja", {"title": "<b>", "items": ("x",)})


def refusal(text: str, **texts: str) -> str:
    """Give the sentence said of a bad template."""
    with pytest.raises(Refused) as caught:
        filled(a_html_jinja=text, **texts)
    return language("en").say(caught.value.sentence)


def test_text_is_escaped() -> None:
    """A title that is HTML."""
    assert filled(a_html_jinja="{{ title }}") == "&lt;b&gt;"


def test_syntax_error_has_its_line() -> None:
    """An end that is missing, on the third line."""
    assert refusal("a\nb\n{% if %}").startswith("templates/a.html.jinja:3: this template cannot be used: ")


def test_unknown_name_has_its_line() -> None:
    """A name that documents do not give."""
    assert refusal("a\n{{ titel }}") == (
        "templates/a.html.jinja:2: this template cannot be used: 'titel' is undefined"
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{ title.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ _.__globals__ }}",
        "{{ items.append('y') }}",
        "{{ range(10 ** 9) | list }}",
        "{{ 1 / 0 }}",
        '{% include "../../etc/passwd" %}',
    ],
)
def test_what_a_template_may_not_do_is_refused_with_its_line(text: str) -> None:
    """Ways out of the sandbox, and mistakes."""
    assert refusal(f"a\n\n{text}").startswith("templates/a.html.jinja:3: this template cannot be used: ")


def test_fault_in_a_part_is_told_where_it_is() -> None:
    """A layout that is good, and a part that is not."""
    said = refusal('{% include "b.html.jinja" %}', b_html_jinja="ok\n{{ nothing.at.all }}")
    assert said.startswith("templates/b.html.jinja:2: ")
