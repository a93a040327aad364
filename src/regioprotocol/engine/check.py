"""Check messages against a parameter set. This is the call for Python users.

from datetime import date
from pathlib import Path
from regioprotocol.engine.check import check
from regioprotocol.parameterset import decode

uitslag = check(decode(Path("parameterset.json").read_bytes()), [Path("berichten/")], vandaag=date.today())
for bevinding in uitslag.bevindingen:
    print(bevinding.bestand, bevinding.regelnummer, bevinding.regel, bevinding.retourcode, bevinding.tekst)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from regioprotocol.engine.judge import Opdracht, judge
from regioprotocol.engine.lookup import Naslag
from regioprotocol.engine.moments import GEEN_TIJDEN, Tijden
from regioprotocol.engine.reading import Gelezen, Leesinstelling, read_messages
from regioprotocol.engine.result import Uitslag
from regioprotocol.parameterset import Index, Parameterset


def check(
    parameterset: Parameterset | Index,
    messages: Iterable[Path | Gelezen],
    *,
    vandaag: date,
    gemeente: str = "",
    op: date | None = None,
    toon_waarden: bool = False,
    tijden: Tijden = GEEN_TIJDEN,
) -> Uitslag:
    """Judge messages: files, folders and zips (each a berichtenreeks), or messages that were read before.

    *vandaag* decides whether a date lies in the future. *gemeente* (a CBS code) and *op* judge as if the message were
    of that municipality, on that day. *toon_waarden* lets findings show personal values; never a BSN. *tijden*
    (moments.read_moments) is what happened outside the messages. Structure and national rules are judged for every
    municipality. Bad input is a finding, never an exception.
    """
    index = parameterset if isinstance(parameterset, Index) else Index.van(parameterset)
    opdracht = Opdracht(Naslag(index), vandaag, gemeente, op, toon_waarden, tijden=tijden)
    instelling = Leesinstelling(index.parameterset.codelijsten, toon_waarden=toon_waarden)
    return check_with(opdracht, messages, instelling)


def check_with(opdracht: Opdracht, messages: Iterable[Path | Gelezen], instelling: Leesinstelling) -> Uitslag:
    """Judge like `check`, with every setting in hand: official schemas, or facts that the user adds."""
    return judge(opdracht, _reeksen(messages, instelling))


def _reeksen(messages: Iterable[Path | Gelezen], instelling: Leesinstelling) -> Iterator[Iterable[Gelezen]]:
    """Give the series: one for each folder, zip or file; what was read before is one series together."""
    los: list[Gelezen] = []
    for message in messages:
        if isinstance(message, Gelezen):
            los.append(message)
        else:
            for reeks in read_messages([message], instelling):
                yield reeks.gelezen
    if los:
        yield los
