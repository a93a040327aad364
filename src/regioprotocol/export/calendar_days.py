"""The days off of the Algemene termijnenwet, art. 3, for the years of the set."""

from __future__ import annotations

from functools import cache

from regioprotocol.model.woordenboek import Woordenboek
from regioprotocol.parameterset import records as r


def vrije_dagen(woordenboek: Woordenboek) -> r.Kalender:
    """Give the days off: the holidays of the law, and the days that a decree made equal to them."""
    dagen = _feestdagen(woordenboek.eerste_jaar, woordenboek.laatste_jaar)
    dagen |= {dag.isoformat(): naam for dag, naam in woordenboek.besluitdagen}
    return r.Kalender(
        eerste_jaar=woordenboek.eerste_jaar,
        laatste_jaar=woordenboek.laatste_jaar,
        vrije_dagen=tuple(r.VrijeDag(datum=dag, naam=naam) for dag, naam in sorted(dagen.items())),
    )


def _feestdagen(eerste: int, laatste: int) -> dict[str, str]:
    return dict(_berekend(eerste, laatste))


@cache
def _berekend(eerste: int, laatste: int) -> tuple[tuple[str, str], ...]:
    import holidays  # noqa: PLC0415 - only making a set needs it, and it takes long to load

    # 'public' alone misses 5 May in most years; Good Friday is a day off by equation: both are 'optional'.
    nederland = holidays.country_holidays(
        "NL", years=range(eerste, laatste + 1), categories=("public", "optional"), language="nl"
    )
    return tuple((dag.isoformat(), naam) for dag, naam in sorted(nederland.items()))
