"""A vote: what was asked, of whom, and what came of it; the ballots themselves are not shown."""

from collectif_cli.consolidation.acts import Acts
from collectif_cli.model.message import message
from collectif_cli.model.programme import Programme
from collectif_cli.render.documents.acts import counts
from collectif_cli.render.language import Language
from collectif_cli.render.things.thing import About, Event, Fact, Passage, Thing
from collectif_cli.voting.explain import titles_of
from collectif_cli.voting.tally import questions_of
from collectif_cli.voting.words import outcome

_BALLOTS = {
    "named": message("signed ballots"),
    "anonymous": message("anonymous ballots"),
    "counts": message("hands that were counted"),
    "sealed": message("sealed ballots"),
    "none": message("no ballots: lots are drawn"),
}
_RECORDS = {
    "undisclosed": message("the count was not published"),
    "missing": message("the count was not kept"),
    "disputed": message("the result is disputed"),
    "sealed": message("the ballots are sealed"),
}


def ids(programme: Programme) -> dict[str, str]:
    """Give the ids of the votes."""
    return {id: id for id in programme.votes}


def make(id: str, about: About, language: Language) -> Thing:
    """Give the vote of that id."""
    vote = about.programme.votes[id]
    (act,) = [one for one in Acts(about.programme, about.faults).on("", [id]) if one.id == id]
    facts = []
    if vote.plenary is not None:
        facts.append(Fact("plenary", message("plenary"), vote.plenary.value))
    if vote.rule_name is not None:
        facts.append(Fact("rule", message("rule"), vote.rule_name.value))
    facts.append(Fact("ballots", message("ballots"), _BALLOTS[vote.ballots.value], vote.ballots.value))
    if act.known.record != "recorded":
        facts.append(Fact("record", message("record"), _RECORDS[act.known.record], act.known.record))
    passages = [
        Passage(question.title.value, "\n".join(f"- {option.title.value}" for option in question.options))
        for question in questions_of(vote)
    ]
    story = []
    if vote.cancelled is not None:
        said = message("called off: {reason}", reason=vote.cancelled.reason.value)
        story.append(Event(vote.cancelled.date.value, said))
    for counted in () if vote.cancelled else act.known.counted:
        came = outcome(counted.result.outcome, titles_of(counted.question))
        story.append(Event(act.day, came))
        story += [Event(None, one) for one in counts(counted)]
    return Thing(
        kind="vote",
        id=id,
        title=vote.title.value,
        span=vote.span,
        state=message("vote"),
        facts=tuple(facts),
        story=tuple(story),
        passages=tuple(passages),
    )
