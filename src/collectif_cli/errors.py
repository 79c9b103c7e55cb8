"""What stops the tool, each with the exit code that the shell sees."""

from collectif_cli.model.message import Message


class CollectifError(Exception):
    """The tool cannot go on; ``sentence`` says why and ``hint`` what to do, in no language yet."""

    exit_code = 3

    def __init__(self, sentence: Message, hint: Message | None = None) -> None:
        """Keep the sentence apart from its language."""
        super().__init__(sentence.text)
        self.sentence = sentence
        self.hint = hint


class UsageError(CollectifError):
    """The command was called in a way that makes no sense: exit code 2."""

    exit_code = 2


class Refused(CollectifError):
    """The command was understood and the texts do not allow it: exit code 1, nothing was written."""

    exit_code = 1


class RepositoryError(CollectifError):
    """There is no programme repository here, or it cannot be read or written: exit code 4."""

    exit_code = 4
