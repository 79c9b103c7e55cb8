"""Voices carried by somebody else, as the statutes of an association allow it.

Where the statutes know classes of members, a voice is carried by somebody of the same class or of a higher
one. A voice that was given is not passed on, and is given once. ``most_proxies`` is the most that one
person carries.
"""

from collections import Counter
from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message, messages
from collectif_cli.model.source import Located, repeated
from collectif_cli.model.vote import Electorate, Proxy


def proxy_faults(electorate: Electorate) -> Iterator[Finding]:
    """Yield what forbids counting the proxies."""
    ranks = {one.value: rank for rank, one in enumerate(electorate.classes)}
    givers = {one.giver.value for one in electorate.proxies}
    for again, _ in repeated(one.giver for one in electorate.proxies):
        hint = message("a voice is given once: keep one of the two")
        yield Finding(again.span, message("“{who}” gives a proxy twice", who=again.value), hint)
    for proxy in electorate.proxies:
        if proxy.carrier.value in givers:
            said = message("“{who}” gave a proxy, and is given one", who=proxy.carrier.value)
            yield Finding(proxy.carrier.span, said, message("a voice that was given is not passed on"))
        yield from _classes(proxy, ranks)
    yield from _too_many(electorate)


def _classes(proxy: Proxy, ranks: dict[str, int]) -> Iterator[Finding]:
    """Yield a class that is missing or unknown, or that carries a voice of a higher one."""
    if not ranks:
        return
    unknown = False
    for who, named in ((proxy.giver, proxy.giver_class), (proxy.carrier, proxy.carrier_class)):
        if named is None or named.value not in ranks:
            unknown = True
            hint = message("choose one of: {words}", words=tuple(ranks))
            said = message("the class of “{who}” is not one of the vote", who=who.value)
            yield Finding(named.span if named else who.span, said, hint)
    if not unknown and ranks[_value(proxy.carrier_class)] < ranks[_value(proxy.giver_class)]:
        said = message(
            "“{carrier}” ({low}) carries the voice of “{giver}” ({high})",
            carrier=proxy.carrier.value,
            low=_value(proxy.carrier_class),
            giver=proxy.giver.value,
            high=_value(proxy.giver_class),
        )
        hint = message("a voice is carried by somebody of the same class, or of a higher one")
        yield Finding(proxy.carrier.span, said, hint)


def _too_many(electorate: Electorate) -> Iterator[Finding]:
    if electorate.most_proxies is None:
        return
    carried: Counter[str] = Counter()
    for proxy in electorate.proxies:
        carried[proxy.carrier.value] += 1
        if carried[proxy.carrier.value] == electorate.most_proxies.value + 1:
            said = messages(
                "“{who}” carries more than {n} proxy",
                "“{who}” carries more than {n} proxies",
                electorate.most_proxies.value,
                who=proxy.carrier.value,
            )
            yield Finding(proxy.carrier.span, said, message("give the last ones to somebody else"))


def _value(located: Located[str] | None) -> str:
    return located.value if located else ""
