"""How grave a finding is here and now: by the status of its text, by the phase of the process."""

from collections.abc import Callable

from collectif_cli.model.diagnostic import Severity
from collectif_cli.model.register import Register

# From the status of the proposal the finding is in ("" elsewhere) and the register to a severity.
Gravity = Callable[[str, Register], Severity]


def error(status: str, register: Register) -> Severity:
    """An error, whatever the moment."""
    return Severity.ERROR


def warning(status: str, register: Register) -> Severity:
    """A warning, whatever the moment."""
    return Severity.WARNING


def note(status: str, register: Register) -> Severity:
    """A note, whatever the moment."""
    return Severity.NOTE


def error_once_submitted(status: str, register: Register) -> Severity:
    """A warning while the text is a draft or was sent back, an error from its submission on."""
    return Severity.WARNING if status in {"draft", "referred"} else Severity.ERROR


def warning_once_submitted(status: str, register: Register) -> Severity:
    """A note while the text is a draft or was sent back, a warning from its submission on."""
    return Severity.NOTE if status in {"draft", "referred"} else Severity.WARNING


def error_in_the_last_phase(status: str, register: Register) -> Severity:
    """A warning until the last phase begins, an error from then on."""
    phases = register.collective.phases
    last = max(phases, key=lambda phase: phase.ends.value, default=None)
    return Severity.ERROR if last and register.today >= last.starts.value else Severity.WARNING


def error_at_the_end(status: str, register: Register) -> Severity:
    """A note until the last phase begins, a warning during it, an error once it is over."""
    phases = register.collective.phases
    if not phases:
        return Severity.WARNING
    last = max(phases, key=lambda phase: phase.ends.value)
    if register.today < last.starts.value:
        return Severity.NOTE
    return Severity.WARNING if register.today <= last.ends.value else Severity.ERROR
