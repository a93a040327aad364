"""RP3: afspraken against each other, against the standard, and against time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise

from regioprotocol.checks.context import Context, meld
from regioprotocol.diagnostics import Melding, Verwant
from regioprotocol.model.periode import Periode
from regioprotocol.model.regel import Bedrag, Getal, Lijst, Regel, Stand, Termijn, als_tekst
from regioprotocol.resolve import Geval, Gevolgen, Snapshot, bindend_tegen


def botsingen(context: Context) -> Iterator[Melding]:
    """Find two cases of equal rank that can both hold and disagree, with no case that decides (RP301)."""
    for snapshot in context.snapshots.values():
        for gevallen in snapshot.gevallen.values():
            # Cases of the standard among themselves are looked at once, in the set of the standard.
            eigen = gevallen if snapshot.regio is None else [g for g in gevallen if g.regionaal]
            for a, b in combinations(eigen, 2):
                if _botst(a, b, snapshot.gevolgen) and not _beslist(a, b, gevallen, snapshot.gevolgen):
                    yield _botsing(a, b)


def _botst(a: Geval, b: Geval, gevolgen: Gevolgen) -> bool:
    if a.rang != b.rang or a.afspraak.inhoud == b.afspraak.inhoud:
        return False
    if a.afspraak.telt_op or b.afspraak.telt_op or not a.periode.doorsnede(b.periode):
        return False
    # One that is strictly more specific wins by order; equal conditions or a mere overlap do not.
    heen, terug = gevolgen.impliceert(a.als, b.als), gevolgen.impliceert(b.als, a.als)
    return heen == terug and gevolgen.samen(a.als, b.als)


def _beslist(a: Geval, b: Geval, gevallen: tuple[Geval, ...], gevolgen: Gevolgen) -> bool:
    """Tell whether a more specific case covers the meeting of the two, on every day of it."""
    samen = a.periode.doorsnede(b.periode)
    return samen is not None and any(
        c.rang == a.rang
        and gevolgen.strikter(c.als, a.als)
        and gevolgen.strikter(c.als, b.als)
        and gevolgen.impliceert((*a.als, *b.als), c.als)
        and c.periode.omvat(samen)
        for c in gevallen
    )


def _botsing(a: Geval, b: Geval) -> Melding:
    eerst, tweede = sorted((a, b), key=lambda g: g.afspraak.plaatsen.van())
    waarden = [als_tekst(g.afspraak.inhoud) for g in (tweede, eerst) if g.afspraak.inhoud]
    plaats = eerst.afspraak.plaatsen.van("regel", "als")
    tekst = (
        f"Twee afspraken over '{a.afspraak.regel}' kunnen niet samen: "
        f"hier staat '{waarden[0]}', in {plaats} staat '{waarden[1]}'."
    )
    verwant = Verwant(plaats, f"Hier staat '{waarden[1]}'.")
    return meld("RP301", tweede.afspraak.plaatsen.van("regel", "als"), tekst, "", verwant)


def _regionaal(snapshot: Snapshot) -> Iterator[tuple[Regel, tuple[Geval, ...], int, Geval]]:
    """Give the cases of the region and its municipalities, with their place in the order."""
    for naam, gevallen in snapshot.gevallen.items():
        for plek, geval in enumerate(gevallen):
            if geval.regionaal:
                yield snapshot.regels[naam], gevallen, plek, geval


def zegt_niets(context: Context) -> Iterator[Melding]:
    """Find afspraken whose removal changes no answer (RP302)."""
    for snapshot in context.snapshots.values():
        for _, gevallen, plek, geval in _regionaal(snapshot):
            boven = next((g for g in gevallen[:plek] if _beslist_al(g, geval, snapshot.gevolgen)), None)
            lager = [g for g in gevallen[plek + 1 :] if _kan_hier(g, snapshot)]
            onder = boven or _wat_anders_geldt(lager, geval, snapshot.gevolgen)
            if onder and _zelfde(geval, onder):
                wat = als_tekst(onder.afspraak.inhoud) if onder.afspraak.inhoud else ""
                tekst = f"Deze afspraak zegt niets nieuws: zonder haar geldt ook '{wat}' ({onder.afspraak.laag})."
                verwant = Verwant(onder.afspraak.plaatsen.van("regel"), "Hier staat hetzelfde.")
                yield meld("RP302", geval.afspraak.plaatsen.van("regel"), tekst, "", verwant)


def _beslist_al(bindend: Geval, geval: Geval, gevolgen: Gevolgen) -> bool:
    """A binding national case answers everything that this one would."""
    dekt = gevolgen.impliceert(geval.als, bindend.als) and bindend.periode.omvat(geval.periode)
    return not bindend.rang[0] and dekt and not bindend.afspraak.telt_op


def _kan_hier(geval: Geval, snapshot: Snapshot) -> bool:
    """Tell whether a case can hold in this region at all: not that of a variant that it does not have."""
    return snapshot.gevolgen.samen(geval.als, snapshot.regio.standaardfeiten if snapshot.regio else ())


def _wat_anders_geldt(lager: list[Geval], geval: Geval, gevolgen: Gevolgen) -> Geval | None:
    """Give the case that answers everything that *geval* answers once that is gone; None when it depends."""
    for ander in lager:
        if not geval.periode.doorsnede(ander.periode) or not gevolgen.samen(geval.als, ander.als):
            continue
        dekt = gevolgen.impliceert(geval.als, ander.als) and ander.periode.omvat(geval.periode)
        if dekt:
            return ander
        if not _zelfde(geval, ander) and not geval.afspraak.telt_op:
            return None
    return None


def _zelfde(geval: Geval, onder: Geval) -> bool:
    a, b = geval.afspraak.inhoud, onder.afspraak.inhoud
    if geval.afspraak.telt_op and isinstance(a, Lijst) and isinstance(b, Lijst):
        return set(a.items) <= set(b.items)
    # An afspraak with the same value still says something when it adds words for the reader.
    return a == b and not geval.afspraak.toelichting


def overschaduwd(context: Context) -> Iterator[Melding]:
    """Find regional cases wider than an exception of a lower layer, which then never holds (RP303)."""
    for snapshot in context.snapshots.values():
        for _, gevallen, plek, geval in _regionaal(snapshot):
            for lager in gevallen[plek + 1 :]:
                if _bedekt(geval, lager, snapshot) and not _eerder_beslist(gevallen[:plek], lager, snapshot.gevolgen):
                    yield _schaduw(geval, lager)


def _schaduw(geval: Geval, lager: Geval) -> Melding:
    wat = als_tekst(lager.afspraak.inhoud) if lager.afspraak.inhoud else ""
    wie = " en ".join(f"{v.sleutel} is {' of '.join(v.waarden)}" for v in lager.als)
    tekst = f"Deze afspraak bedekt een uitzondering ({lager.afspraak.laag}): '{wat}' (als {wie}) geldt nu niet meer."
    verwant = Verwant(lager.afspraak.plaatsen.van("regel", "als"), "Hier staat de uitzondering.")
    return meld("RP303", geval.afspraak.plaatsen.van("regel"), tekst, "", verwant)


def _bedekt(geval: Geval, lager: Geval, snapshot: Snapshot) -> bool:
    if geval.afspraak.telt_op or geval.afspraak.laag == lager.afspraak.laag or not lager.als:
        return False
    if geval.afspraak.inhoud == lager.afspraak.inhoud or not geval.periode.doorsnede(lager.periode):
        return False
    if not _kan_hier(lager, snapshot) or not snapshot.gevolgen.samen(lager.als, geval.als):
        return False
    # Inside the municipality that speaks, the exception of the region is about the same people.
    daar = tuple(v for v in geval.als if v.sleutel == "gemeente" and geval.afspraak.laag == "gemeente")
    return snapshot.gevolgen.strikter((*lager.als, *daar), geval.als)


def _eerder_beslist(eerder: tuple[Geval, ...], lager: Geval, gevolgen: Gevolgen) -> bool:
    """The exception already has a regional answer of its own."""
    return any(gevolgen.impliceert(lager.als, g.als) and g.periode.omvat(lager.periode) for g in eerder) or any(
        gevolgen.impliceert(lager.als, g.als) and g.als and g.periode.doorsnede(lager.periode) for g in eerder
    )


def gaten(context: Context) -> Iterator[Melding]:
    """Find a pause between two regional afspraken on the same rule for the same people (RP310)."""
    for snapshot in context.snapshots.values():
        reeksen: dict[tuple[object, ...], list[Geval]] = {}
        for regel, _, _, geval in _regionaal(snapshot):
            reeksen.setdefault((regel.naam, geval.afspraak.laag, geval.als), []).append(geval)
        for reeks in reeksen.values():
            op_tijd = sorted(reeks, key=lambda g: g.periode.begin or date.min)
            for eerste, volgende in pairwise(op_tijd):
                einde, begin = eerste.periode.einde, volgende.periode.begin
                if einde and begin and einde < begin and not _gevuld(eerste, Periode(einde, begin), snapshot):
                    dagen = f"Tussen {eerste.periode.laatste_dag} en {begin}"
                    tekst = f"{dagen} staat er over '{volgende.afspraak.regel}' niets."
                    verwant = Verwant(eerste.afspraak.plaatsen.van("geldig", "regel"), "Hier eindigt de vorige.")
                    yield meld("RP310", volgende.afspraak.plaatsen.van("geldig", "regel"), tekst, "", verwant)


def _gevuld(geval: Geval, pauze: Periode, snapshot: Snapshot) -> bool:
    """Another afspraak of the same layer holds for the same people on every day of the pause."""
    return any(
        g.periode.omvat(pauze)
        and g.afspraak.laag == geval.afspraak.laag
        and snapshot.gevolgen.impliceert(geval.als, g.als)
        for g in snapshot.gevallen[geval.afspraak.regel]
    )


def bindend(context: Context) -> Iterator[Melding]:
    """Find regional cases against a binding national one (RP304), or overtaken by a release (RP305)."""
    for snapshot in context.snapshots.values():
        for _, gevallen, plek, geval in _regionaal(snapshot):
            sterker = bindend_tegen(gevallen[:plek], geval, snapshot.gevolgen)
            erkend = geval.afspraak.erkend
            if sterker:
                yield _strijd(context, gevallen, geval, sterker)
                if erkend and erkend.tot < context.vandaag:
                    tekst = f"Deze erkenning liep tot {erkend.tot}. Die dag is voorbij."
                    yield meld("RP306", geval.afspraak.plaatsen.van("erkend"), tekst)
            elif geval.afspraak.erkend:
                tekst = "Deze erkenning is niet meer nodig: er is geen strijd met een landelijke regel."
                yield meld("RP306", geval.afspraak.plaatsen.van("erkend"), tekst)


def _strijd(context: Context, gevallen: tuple[Geval, ...], geval: Geval, sterker: Geval) -> Melding:
    vroeger = [g for g in gevallen if g.afspraak.inhoud == geval.afspraak.inhoud and not g.regionaal]
    bron = ", ".join(sterker.afspraak.bron)
    wat = als_tekst(sterker.afspraak.inhoud) if sterker.afspraak.inhoud else ""
    release = sterker.afspraak.geldig.vanaf_release
    if vroeger and release:
        code = "RP305"
        tekst = f"Deze afspraak is verouderd. Sinds release {release} geldt landelijk: {wat} ({bron})."
    else:
        code = "RP304"
        tekst = f"Dit mag landelijk niet. De landelijke regel is: {wat} ({bron}). Die regel wint."
    erkend = geval.afspraak.erkend
    hint = ""
    if erkend:
        verlopen = erkend.tot < context.vandaag
        tekst += f" {'De erkenning liep tot' if verlopen else 'Erkend tot'} {erkend.tot}: {erkend.reden}"
        hint = "Haal de afspraak weg, of verleng de erkenning." if verlopen else "U hoeft nu niets te doen."
    verwant = Verwant(sterker.afspraak.plaatsen.van("regel", "bron"), "Hier staat de landelijke regel.")
    return meld(code, geval.afspraak.plaatsen.van("regel"), tekst, hint, verwant)


def soort_past(context: Context) -> Iterator[Melding]:
    """Check that an invulling fills what is open, and that an afwijking is allowed (RP308)."""
    for snapshot in context.snapshots.values():
        for regel, gevallen, plek, geval in _regionaal(snapshot):
            afspraak = geval.afspraak
            if regel.afwijkbaar == "aanvullen" and afspraak.soort == "afwijking":
                tekst = f"'{regel.naam}' mag een regio alleen aanvullen."
                yield meld("RP308", afspraak.plaatsen.van("soort"), tekst, "Schrijf 'soort: aanvulling'.")
            lager = [g for g in gevallen[plek + 1 :] if not g.regionaal]
            onder = next((g for g in lager if snapshot.gevolgen.impliceert(geval.als, g.als)), None)
            vast = onder and isinstance(onder.afspraak.inhoud, Termijn | Getal | Bedrag)
            if afspraak.soort == "invulling" and onder and vast and not isinstance(afspraak.inhoud, Stand):
                wat = als_tekst(onder.afspraak.inhoud) if onder.afspraak.inhoud else ""
                tekst = f"Dit is geen invulling: landelijk staat het vast op '{wat}'."
                verwant = Verwant(onder.afspraak.plaatsen.van("regel"), "Hier staat de landelijke afspraak.")
                yield meld("RP308", afspraak.plaatsen.van("soort"), tekst, "Schrijf 'soort: afwijking'.", verwant)
