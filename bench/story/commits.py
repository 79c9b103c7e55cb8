"""From what was written in each file to commits: one for each event, through the hours of its day."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta, timezone
from itertools import groupby
from pathlib import Path

from bench.story.authors import author_of
from bench.story.days import paris_offset
from bench.story.events import Event
from bench.story.fast_import import Commit, write_repository
from bench.story.story import Story
from bench.story.telling import Writing
from bench.story.texts import Texts

# Between those hours people write; the last commit of a day is that of the evening.
_MORNING = time(8, 30)
_HOURS = timedelta(hours=14, minutes=30)


def build_story(programme: Path, folder: Path) -> str:
    """Write the story of a programme into an empty folder; give the id of its last commit."""
    story = Story(Texts(programme))
    return write_repository(folder, commits_of(story))


def commits_of(story: Story) -> Iterator[Commit]:
    """Yield the commits of a story, the first one first."""
    by_event: dict[Event, dict[str, bytes | None]] = {}
    for writing in story.writings():
        _keep(by_event.setdefault(writing.event, {}), writing)
    for day, events in groupby(sorted(by_event), key=lambda event: event.day):
        of_the_day = list(events)
        for event, when in zip(of_the_day, _hours(day, len(of_the_day)), strict=True):
            yield Commit(when, author_of(story, event), event.sentence, by_event[event])


def _keep(files: dict[str, bytes | None], writing: Writing) -> None:
    if writing.content is not None or writing.path not in files:
        files[writing.path] = writing.content


def _hours(day: date, number: int) -> Iterable[datetime]:
    """Give that many moments of a day on the clock of Paris; the last one is in the evening."""
    first = datetime.combine(day, _MORNING, timezone(paris_offset(day)))
    early = _HOURS.seconds // number * (day.toordinal() * 7 % 10) // 100
    return [first + _HOURS * (place + 1) // number - timedelta(seconds=early) for place in range(number)]
