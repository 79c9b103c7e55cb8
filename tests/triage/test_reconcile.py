"""What an import changes: laws on what is new, edited, gone; people's decisions are never written over."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.model.identifiers import is_id
from collectif_cli.model.programme import Programme
from collectif_cli.model.sent import Sent, Tally
from collectif_cli.model.source import Located, Span
from collectif_cli.store.contribution_text import contribution_text
from collectif_cli.store.load import load
from collectif_cli.triage.digest import digest_of
from collectif_cli.triage.naming import id_of
from collectif_cli.triage.reconcile import reconcile
from tests.store.memory_tree import MemoryTree

HEAD = b"schema: 1\nname: Essai\nlanguage: fr\n"
KEYS = st.lists(st.sampled_from("123456789"), unique=True, max_size=6)


def sent(key: str, body: str = "Un banc", title: str = "", tally: Tally | None = None) -> Sent:
    span = Span("x.csv")
    return Sent(key, span, Located(title, span), Located(body, span), date(2019, 2, 3), tally=tally)


def kept(*contributions: Sent, more: dict[str, str] | None = None, **changes: str) -> Programme:
    """Give the programme that an import of those would make; ``changes`` are lines added by key."""
    files: dict[str, bytes | None] = {"collectif.yaml": HEAD}
    for one in contributions:
        text = contribution_text(one, "", digest_of(one.title.value, one.body.value))
        added = changes.get(f"of_{one.key}", "")
        text = text.replace("fate: new\n", added or "fate: new\n")
        files[f"programme/contributions/s/{id_of(one)}.md"] = text.encode()
    files.update({path: text.encode() for path, text in (more or {}).items()})
    return load(MemoryTree(files))[0]


@given(KEYS, KEYS)
def test_what_is_new_and_what_is_gone(before: list[str], after: list[str]) -> None:
    found = reconcile("s", [sent(key) for key in after], kept(*map(sent, before)))
    assert set(found.new) == {f"s/{key}" for key in set(after) - set(before)}
    assert {one.id for one in found.gone} == {f"s/{key}" for key in set(before) - set(after)}
    assert {met.here.id for met in found.met} == {f"s/{key}" for key in set(after) & set(before)}
    assert not any(met.changes for met in found.met)
    assert not found.faults


@given(KEYS)
def test_a_part_of_the_platform_tells_nothing_of_the_rest(before: list[str]) -> None:
    assert not reconcile("s", [], kept(*map(sent, before)), whole=False).gone


def test_an_edit_is_taken_while_nobody_did_anything() -> None:
    (met,) = reconcile("s", [sent("1", "Deux bancs")], kept(sent("1"))).met
    assert met.text == "taken"


def test_an_edit_is_left_once_somebody_did_something() -> None:
    group = {"groups/eau/group.yaml": "title: Eau\nkind: thematic\n"}
    for added in (
        "fate: assigned\ngroup: eau\n",
        "fate: new\ngroup: eau\n",
        "fate: declined\nanswer: Non\n",
        "fate: new\nanswer: Merci\n",
    ):
        programme = kept(sent("1"), more=group, of_1=added)
        (met,) = reconcile("s", [sent("1", "Deux bancs")], programme).met
        assert met.text == "left", added
        (met,) = reconcile("s", [sent("1", "Deux bancs")], programme, ["s/1"]).met
        assert met.text == "taken"


def test_an_edit_is_left_once_the_text_was_changed_here() -> None:
    programme = kept(sent("1"))
    path = "programme/contributions/s/1.md"
    text = next(one.text for one in programme.documents if one.path == path)
    changed = load(MemoryTree({"collectif.yaml": HEAD, path: f"{text}et une table\n".encode()}))[0]
    (met,) = reconcile("s", [sent("1")], changed).met
    assert met.text == "same"
    (met,) = reconcile("s", [sent("1", "Deux bancs")], changed).met
    assert met.text == "left"


def test_an_edit_is_left_once_another_text_rests_on_it() -> None:
    proposal = "---\ntitle: Un banc\ngroup: eau\nstatus: draft\norigin: {contributions: [s/1]}\n---\n"
    cited = kept(sent("1"), more={"programme/proposals/banc.md": proposal})
    merged = kept(sent("1"), sent("2"), of_2="fate: merged\nmerged_into: s/1\n")
    for programme in (cited, merged):
        met = reconcile("s", [sent("1", "Deux bancs"), sent("2")], programme).met
        assert met[0].text == "left"


def test_counts_and_returns() -> None:
    programme = kept(
        sent("1", tally=Tally(3)), sent("2", tally=Tally(1)), of_2="removed: 2019-03-01\nfate: new\n"
    )
    found = reconcile("s", [sent("1", tally=Tally(4)), sent("2", tally=Tally(1))], programme)
    assert [(met.recounted, met.back) for met in found.met] == [(True, False), (False, True)]


def test_names_that_come_twice() -> None:
    found = reconcile("s", [sent("1"), sent("1", "Autre")], kept())
    assert list(found.new) == ["s/1"]
    assert [one.message.text for one in found.faults] == [
        "“{key}” is already the name of another row: this one was left aside"
    ]
    found = reconcile("s", [sent(""), sent(""), sent("", "Autre")], kept())
    first, second, third = found.new
    assert second == f"{first}-2"
    assert third not in (first, second)
    assert not found.faults


def test_what_was_typed_by_hand_stays() -> None:
    more = {
        "programme/contributions/s/1.md": "---\nfate: new\n---\nÀ la main\n",
        "programme/contributions/s/2.md": "---\nfate: [\n",
    }
    found = reconcile("s", [sent("1"), sent("2"), sent("3")], kept(more=more))
    assert list(found.new) == ["s/3"]
    assert len(found.faults) == 2


@given(st.text(max_size=80))
def test_every_name_gives_the_same_id(key: str) -> None:
    assert is_id(id_of(sent(key)))
    assert id_of(sent(key)) == id_of(sent(key))
