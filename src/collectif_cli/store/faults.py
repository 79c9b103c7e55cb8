"""The index of what reading itself may find: families ``text``, ``tree``, ``yaml``, ``schema``, ``vote``."""

from collectif_cli.model.diagnostic import Severity

FAULTS: dict[str, Severity] = {
    # The bytes.
    "text-not-utf8": Severity.ERROR,
    "text-byte-order-mark": Severity.WARNING,
    "text-bidi": Severity.ERROR,
    "text-invisible": Severity.WARNING,
    "text-control": Severity.ERROR,
    "text-not-nfc": Severity.WARNING,
    "text-lone-return": Severity.WARNING,
    "text-conflict": Severity.ERROR,
    "text-lfs-pointer": Severity.ERROR,
    "text-too-large": Severity.ERROR,
    # The places.
    "tree-unreadable": Severity.ERROR,
    "tree-bad-name": Severity.ERROR,
    "tree-link": Severity.WARNING,
    "tree-unknown-file": Severity.WARNING,
    # The YAML.
    "yaml-syntax": Severity.ERROR,
    "yaml-alias": Severity.ERROR,
    "yaml-anchor": Severity.ERROR,
    "yaml-tag": Severity.ERROR,
    "yaml-several-documents": Severity.ERROR,
    "yaml-duplicate-key": Severity.ERROR,
    "yaml-complex-key": Severity.ERROR,
    "yaml-too-deep": Severity.ERROR,
    "yaml-too-many": Severity.ERROR,
    "yaml-no-front-matter": Severity.ERROR,
    "yaml-front-matter-open": Severity.ERROR,
    # The schema.
    "schema-unknown-key": Severity.ERROR,
    "schema-missing-key": Severity.ERROR,
    "schema-not-mapping": Severity.ERROR,
    "schema-not-list": Severity.ERROR,
    "schema-not-text": Severity.ERROR,
    "schema-empty-text": Severity.ERROR,
    "schema-choice": Severity.ERROR,
    "schema-id": Severity.ERROR,
    "schema-date": Severity.ERROR,
    "schema-integer": Severity.ERROR,
    "schema-truth": Severity.ERROR,
    "schema-amount": Severity.ERROR,
    "schema-share": Severity.ERROR,
    "schema-duration": Severity.ERROR,
    "schema-url": Severity.ERROR,
    # The ballots.
    "vote-ballots-header": Severity.ERROR,
    "vote-ballots-row": Severity.ERROR,
    "vote-roll-row": Severity.ERROR,
}
