"""What stands among French sentences and is not French: addresses, files, options, code, words of the tool.

It is replaced by a mark that no rule looks at, sign for sign, so that lines and places stay what they are.
"""

import re
from pathlib import Path

from collectif_cli.checks.all_checks import CHECKS
from collectif_cli.cli.completion_words import WORDS
from collectif_cli.cli.verbs import VERBS
from collectif_cli.store.faults import FAULTS

ROOT = Path(__file__).parent.parent.parent
MARK = "\0"
_CODE = re.compile(r"^( *)(```+|~~~+)[^\n]*\n.*?^\1\2[^\n]*$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"(`+)[^`].*?\1", re.DOTALL)
_ANYWHERE = re.compile(
    r"\]\([^)\s]*\)"  # where a link leads
    r"|https?://\S+|\b[\w-]+\.(?:com|fr|net|org)\b"
    r"|</?[a-z][^<>]*>|<!-- /?\w+ -->|<!--|-->"  # tags, and the signs of a comment: what it says is prose
    r"|(?:^[a-z-]+: *)?\{[^{}\n]*\}|\$\w+"  # what is filled in, an entry put aside in a comment
    r"|(?<![\w-])--?[a-z][\w-]*(?:=\S+)?"  # options
    r"|[\w.-]*/[\w./*<>-]*(?<!\.)|\b[\w-]+\.(?:csv|html|json|lock|md|po|py|svg|toml|txt|ya?ml)\b"  # files
    r"|\b[a-z]+(?:_[a-z]+)+\b"  # keys
    r"|«[ \u00a0\u202f]*(?:[a-z_]+: ?[a-z]+|collectif (?:check|build|status))[ \u00a0\u202f]*»",
    re.MULTILINE,
)
_UNDER = sorted({word for called in WORDS for word in called.split()[1:]})
_RULES = sorted({*CHECKS, *FAULTS}, key=len, reverse=True)
_KEY = re.compile(r"^    \"?(?:[\w.]|\[\])*?(\w+)\"?: \[", re.MULTILINE)
_KEYS = sorted(set(_KEY.findall((ROOT / "docs/reference/keys.yaml").read_text(encoding="utf-8"))))
_IN_QUOTES = r"(?:[a-z0-9][a-zA-Z0-9_./-]*(?::[^»\n]*)?|(?:collectif|git|make) [^»\n]*|clé: [^»\n]*|\.\.\.)"
# In what is written about the tool, and not by a collective.
_OF_THE_TOOL = re.compile(
    rf"\bcollectif(?: -C \S+)? (?:{'|'.join(VERBS)})\b(?: (?:{'|'.join(_UNDER)})\b)?"  # its commands
    r"|\bgit (?:add|commit|config)\b"
    rf"|(?<![\w-])(?:{'|'.join(map(re.escape, _RULES))})(?![\w-])"  # its rules
    rf"|«[ \u00a0\u202f]*{_IN_QUOTES}[ \u00a0\u202f]*»"  # what is to be typed
    r"|^#+ [a-z -]+$"  # the headings of its verbs, families of rules and files
    rf"|\b(?:{'|'.join(_KEYS)}):(?:$| (?:[a-z-]+(?=[\s,.;)]|$))?)|\b[a-z]+:[a-z0-9-]+"  # key: value, kind:id
    r"|\[[a-z-]+(?=[],\0])|^(?:[a-z-]+, )+[a-z-]+ ou [a-z-]+\.$"  # links and lists of words to type
    r"|(?<![\w-])[a-z-]+(?= \([a-zà-ÿ])"  # a word to type, before its translation
    r"|(?<=ces valeurs : )[^.\n]*"
    r"|\((?:[A-Z-]+ )+[A-Z-]+\)"  # the name of a character
    r'|^Copyright [^\n]*|"…"| {3,}',  # its notice, a text to type, the columns of a list
    re.MULTILINE,
)


def masked(text: str, *, of_the_tool: bool) -> str:
    """Give the sentences of a text, all the rest being marked."""
    bare = _ANYWHERE.sub(_marked, text)
    return _OF_THE_TOOL.sub(_marked, bare) if of_the_tool else bare


def without_code(text: str) -> str:
    """Give a Markdown text with its blocks of code and its pieces of code marked."""
    return _INLINE.sub(_marked, _CODE.sub(_marked, text))


def _marked(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", MARK, found[0])
