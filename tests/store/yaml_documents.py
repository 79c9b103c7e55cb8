"""Random texts in the shapes that people give to the files of a group, with what they say."""

from typing import Any, NamedTuple

from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        "eau",
        "Mobilités",
        "deux fois par mois",
        "2018-11-20",
        "l'été",
        "a : b",
        "no",
        "12",
        "x # y",
        "é, è",
    ]
)
NAMES = st.sampled_from(["cedre", "tilleul", "rouge-gorge", "buse", "2019"])
COMMENTS = st.sampled_from(["", "", "", "  # à confirmer", " # [a, b]", "   # note: {x"])


class Written(NamedTuple):
    """A document and what it says: ``said`` is made of dicts, lists, texts and None."""

    text: str
    said: dict[str, Any]


def quoted(word: str, style: str, *, flow: bool) -> str:
    """Write a word plainly where that is sound, or between the quotes asked for."""
    unsound = word in {"a : b", "x # y"} or (flow and "," in word)
    if style == "'" or (unsound and style != '"'):
        return "'" + word.replace("'", "''") + "'"
    return f'"{word}"' if style == '"' else word


@st.composite
def scalars(draw: Any, *, flow: bool) -> tuple[str, str]:
    """Draw a value as it is written and as it is read."""
    word = draw(WORDS)
    return quoted(word, draw(st.sampled_from(["", "", "'", '"'])), flow=flow), word


@st.composite
def flow_mappings(draw: Any) -> tuple[str, dict[str, Any]]:
    """Draw ``{person: cedre, from: …}`` with more or fewer blanks, and perhaps a key without value."""
    person, (since, said) = draw(NAMES), draw(scalars(flow=True))
    pairs, read = [f"person: {person}", f"from: {since}"], {"person": person, "from": said}
    if draw(st.booleans()):
        pairs.append("to: ")
        read["to"] = None
    blank = draw(st.sampled_from(["", " "]))
    comma = draw(st.sampled_from(["", "", ","])) if not pairs[-1].startswith("to") else ""
    return "{" + blank + draw(st.sampled_from([", ", ",  "])).join(pairs) + comma + blank + "}", read


@st.composite
def member_lists(draw: Any) -> tuple[list[str], Any]:
    """Draw the lines of ``members:``, in any of the shapes of a list, and what they say; None when absent."""
    shape = draw(st.sampled_from(["absent", "empty", "brackets", "flow", "rows", "blocks", "spread"]))
    if shape == "absent":
        return [], ...
    if shape == "empty":
        return [f"members:{draw(COMMENTS)}"], None
    if shape == "brackets":
        return [f"members: {draw(st.sampled_from(['[]', '[ ]']))}{draw(COMMENTS)}"], []
    items = draw(st.lists(flow_mappings(), min_size=1, max_size=3))
    read = [said for _, said in items]
    if shape == "flow":
        return [f"members: [{', '.join(text for text, _ in items)}]{draw(COMMENTS)}"], read
    if shape == "spread":
        closing = draw(st.sampled_from([("", "]"), (",", "]"), ("", "  ]")]))
        ends = [","] * (len(items) - 1) + [closing[0]]
        rows = [f"  {text}{end}{draw(COMMENTS)}" for (text, _), end in zip(items, ends, strict=True)]
        return ["members: [", *rows, closing[1]], read
    indent, gap = draw(st.sampled_from(["", "  ", "    "])), draw(st.sampled_from([" ", "   "]))
    lines = [f"members:{draw(COMMENTS)}"]
    for text, said in items:
        if shape == "rows":
            lines.append(f"{indent}-{gap}{text}{draw(COMMENTS)}")
        else:
            rows = [f"person: {said['person']}", "from: " + quoted(said["from"], "'", flow=False)]
            rows += ["to:"] if "to" in said else []
            lead = f"{indent}-{gap}"
            lines += [
                f"{lead if n == 0 else ' ' * len(lead)}{row}{draw(COMMENTS)}" for n, row in enumerate(rows)
            ]
        if indent and draw(st.booleans()):
            lines.append(f"{indent}# sur la ligne du dessus")
    return lines, read


@st.composite
def documents(draw: Any) -> Written:
    """Draw a document of six keys with comments, blank lines, LF or CRLF, a last line break or none."""
    title, kind, note = (draw(scalars(flow=False)) for _ in range(3))
    members, read = draw(member_lists())
    levels, last = draw(st.lists(scalars(flow=True), max_size=2)), draw(scalars(flow=True))
    said: dict[str, Any] = {"title": title[1], "kind": kind[1], "formed": None}
    lines = [f"title: {title[0]}{draw(COMMENTS)}", f"kind:   {kind[0]}", f"formed:{draw(COMMENTS)}"]
    said["levels"] = [word for _, word in [*levels, last]]
    lines += [f"levels: [{', '.join(text for text, _ in [*levels, last])}]"]
    if draw(st.booleans()):
        lines.append(draw(st.sampled_from(["", "# les membres", "  # plus à droite"])))
    lines += members
    if read is not ...:
        said["members"] = read
    if draw(st.booleans()):
        lines.append(draw(st.sampled_from(["", "# fin des membres", "#", "\n# deux lignes"])))
    said["methods"] = {"rhythm": note[1], "places": ["salle", "ailleurs"]}
    lines += ["methods:", f"  rhythm: {note[0]}", "  places:", "    - salle", "    - ailleurs  # près"]
    if draw(st.booleans()):
        lines += ["note: |", "  deux", "  lignes", *draw(st.sampled_from([[], [""]]))]
        said["note"] = "deux\nlignes\n"
    if draw(st.booleans()):
        lines = ["# en tête", *lines]
    text = "\n".join(lines) + draw(st.sampled_from(["\n", "\n", "\n\n", ""]))
    if "note" in said and not text.endswith("\n"):
        said["note"] = "deux\nlignes"
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return Written(draw(st.sampled_from(["", "", "\ufeff"])) + text, said)
