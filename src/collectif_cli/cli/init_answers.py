"""The questions of ``collectif init``: how each is asked, what stands when nobody says, how it is read."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple
from unicodedata import normalize

from collectif_cli.errors import UsageError
from collectif_cli.model.beginning import SHORTEST, Beginning, filing_day
from collectif_cli.model.council import seats_for
from collectif_cli.model.message import Message, message, messages
from collectif_cli.store.calendar_text import day_of
from collectif_cli.store.scalars import parse_integer

LANGUAGES = ("fr", "en")
FORGES = ("github", "gitlab", "forgejo", "none")
_LONGEST_NAME = 100
_MOST_PEOPLE = 100_000_000
_FEWEST_SEATS, _MOST_SEATS = 7, 200
_EARLIEST = date(1990, 1, 1)
_YEARS_AHEAD = 20  # what the rule calendar-far-away accepts
_JOINER = "\u200d"  # joins two emoji into one

# What was answered so far, by the key of the question, as text.
Said = Mapping[str, str]


class Question(NamedTuple):
    """A question, the option that answers it, and how its answer is read and written back."""

    key: str
    asked: Message
    read: Callable[[str, Said], str]

    @property
    def option(self) -> str:
        """The option that answers the question on the command line."""
        return f"--{self.key.replace('_', '-')}"


def _name(text: str, said: Said) -> str:
    """Give a name in one line; raise UsageError when it cannot be one."""
    name = normalize("NFC", text.strip())
    if not name:
        raise UsageError(message("a name is needed here"))
    if len(name) > _LONGEST_NAME:
        raise UsageError(message("this name has more than {most} characters", most=_LONGEST_NAME))
    if not name.replace(_JOINER, "").isprintable():
        raise UsageError(message("this name holds a character that cannot be seen"))
    return name


def _name_or_nothing(text: str, said: Said) -> str:
    return _name(text, said) if text.strip() else ""


def _language(text: str, said: Said) -> str:
    return _choice(text, LANGUAGES)


def _forge(text: str, said: Said) -> str:
    return _choice(text, FORGES)


def _choice(text: str, words: tuple[str, ...]) -> str:
    word = text.strip().lower()
    if word not in words:
        said = message("“{word}” is not one of the words expected here", word=text.strip())
        raise UsageError(said, message("choose one of: {words}", words=words))
    return word


def _population(text: str, said: Said) -> str:
    number = parse_integer(text.strip())
    if number is None or number > _MOST_PEOPLE:
        raise UsageError(
            message("“{text}” is not a number of inhabitants", text=text.strip()),
            message("write digits only, such as 3200"),
        )
    return str(number)


def _seats(text: str, said: Said) -> str:
    number = parse_integer(text.strip())
    if number is None or not _FEWEST_SEATS <= number <= _MOST_SEATS:
        raise UsageError(
            message("“{text}” is not a number of seats", text=text.strip()),
            message("a municipal council has 7 seats or more"),
        )
    return str(number)


def _starts(text: str, said: Said) -> str:
    day = _day(text)
    if day < _EARLIEST:
        raise UsageError(message("this date is too far away to be right"), message("correct the year"))
    return day.isoformat()


def _vote_day(text: str, said: Said) -> str:
    """Give the day of the vote; raise UsageError when the calendar would not fit before it."""
    day, starts = _day(text), date.fromisoformat(said["starts"])
    if day.year > date.fromisoformat(said["today"]).year + _YEARS_AHEAD:
        raise UsageError(message("this date is too far away to be right"), message("correct the year"))
    filing = filing_day(day)
    if (filing - starts).days < SHORTEST:
        raise UsageError(
            message(
                "the list is filed on {filing}: that leaves too little time from {starts} on",
                filing=filing,
                starts=starts,
            ),
            message("leave at least {days} days between the first day and the filing", days=SHORTEST),
        )
    return day.isoformat()


def _day(text: str) -> date:
    day = day_of(text.strip())
    if day is None:
        raise UsageError(
            message("“{text}” is not a date", text=text.strip()),
            message("write year-month-day, such as 2019-09-24"),
        )
    return day


QUESTIONS = (
    Question("language", message("Language of the texts (fr or en)"), _language),
    Question("name", message("Name of the collective"), _name),
    Question("municipality", message("Municipality"), _name),
    Question("population", message("Number of inhabitants"), _population),
    Question("seats", message("Seats of the municipal council"), _seats),
    Question(
        "intercommunality", message("Intercommunality (Enter if you do not know yet)"), _name_or_nothing
    ),
    Question("starts", message("First day of the process (year-month-day)"), _starts),
    Question("vote_day", message("Day of the vote (year-month-day)"), _vote_day),
    Question("forge", message("Where the texts will be kept (github, gitlab, forgejo or none)"), _forge),
)


def proposed(key: str, said: Said) -> str | None:
    """Give the answer that stands when nobody gives one; None for a question that needs one."""
    if key == "seats":
        return str(seats_for(int(said["population"]))) if "population" in said else None
    if key == "starts":
        return said["today"]
    return {"language": said["spoken"], "intercommunality": "", "forge": "none"}.get(key)


def beginning_from(said: Said) -> Beginning:
    """Give the answers as values, once every question has one."""
    return Beginning(
        language=said["language"],
        name=said["name"],
        municipality=said["municipality"],
        population=int(said["population"]),
        seats=int(said["seats"]),
        intercommunality=said["intercommunality"],
        starts=date.fromisoformat(said["starts"]),
        vote_day=date.fromisoformat(said["vote_day"]),
        forge=said["forge"],
    )


def answered(options: Said) -> Beginning:
    """Give the beginning that the options describe; raise UsageError that names every option still needed."""
    missing = tuple(
        one.option for one in QUESTIONS if one.key not in options and _is_needed(one.key, options)
    )
    if missing:
        raise UsageError(
            messages(
                "this option is missing: {options}",
                "these options are missing: {options}",
                len(missing),
                options=missing,
            ),
            messages(
                "give it, or run the command on a terminal, which asks",
                "give them, or run the command on a terminal, which asks",
                len(missing),
            ),
        )
    said = dict(options)
    for one in QUESTIONS:
        said[one.key] = read_option(one, options, said)
    return beginning_from(said)


def read_option(question: Question, options: Said, said: Said) -> str:
    """Give the answer of an option, or what stands without it; raise UsageError, with the option's name."""
    given = options.get(question.key)
    try:
        return question.read(given if given is not None else proposed(question.key, said) or "", said)
    except UsageError as error:
        named = message("{option}: {said}", option=question.option, said=error.sentence)
        raise UsageError(named, error.hint) from error


def _is_needed(key: str, options: Said) -> bool:
    return key != "seats" and proposed(key, options) is None
