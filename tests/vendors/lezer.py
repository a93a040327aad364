"""Zo zoekt u iets op in een parameterset (Python, zonder bibliotheken). Vrij te gebruiken (CC0)."""

import json
import sys


def zoek(s, regel, feiten, op):
    """Geef (stand, waarden, geval) van een regel voor deze feiten ({sleutel: {waarden}}) op deze dag (JJJJ-MM-DD)."""
    f, vanouds = vul_aan(s, feiten), {"gemeente", "regio"}
    rijen = (r for soort in s.values() if isinstance(soort, list) for r in soort if isinstance(r, dict))
    r = next(r for r in rijen if r.get("regel") == regel)
    p = [
        p for p in s["producten"] if {p["code"]} == f.get("product") and r.get("uit_product", "-") in p and geldt(p, op)
    ]
    if p:
        t = p[0][r["uit_product"]]
        return "waarde", [f"{t['tekst']} {t['richting']} {t['gebeurtenis']}"], f"product:{p[0]['code']}"
    gevallen = [g for g in r["gevallen"] if g["laag"] not in vanouds or doet_mee(s, f, op)]
    eerste, items = None, []
    for g in (
        g for g in gevallen if geldt(g, op) and all(f.get(v["sleutel"], set()) & set(v["waarden"]) for v in g["als"])
    ):
        eerste, items = eerste or g, [w for w in waarden(g) if w not in items] + items
        if not g.get("telt_op"):
            break
    return ("waarde" if items else eerste["stand"], items, eerste["geval"]) if eerste else ("geen antwoord", [], "")


def vul_aan(s, feiten):
    """Voeg toe wat uit de feiten volgt, dan de standaardfeiten, en wat daaruit volgt. Wat u zelf gaf, blijft staan."""
    return volg(s, {v["sleutel"]: set(v["waarden"]) for v in s["standaardfeiten"]} | volg(s, feiten))


def volg(s, feiten):
    """Voeg toe wat uit de feiten volgt, tot er niets meer bij komt."""
    f, nieuw = dict(feiten), True
    while nieuw:
        nieuw = {}
        for g in s["volgt_uit"]:
            for v in g["feiten"] if g["waarde"] in f.get(g["sleutel"], ()) else ():
                if v["sleutel"] not in f:
                    nieuw.setdefault(v["sleutel"], set()).update(v["waarden"])
        f.update(nieuw)
    return f


def doet_mee(s, f, op):
    """Zeg of de gemeente in de feiten op deze dag meedoet in de regio; zonder gemeente: ja."""
    past = lambda d, k: k not in d or d[k] in f.get(k, {d[k]})
    deelname = [d for d in s["deelname"] if all(past(d, k) for k in ("gemeente", "wet", "domein", "perceel"))]
    return "gemeente" not in f or any(geldt(d, op) for d in deelname)


def geldt(g, op):
    """Zeg of de dag in de periode ligt; een grens die er niet is, is open."""
    return g.get("vanaf", op) <= op <= g.get("tot_en_met", op)


def waarden(g):
    """Geef de waarde van een geval als tekst; een lijst heeft er meer."""
    if g["stand"] != "waarde":
        return []
    if "tekst" in g:
        return [" ".join([g["tekst"], *([g["richting"], g["gebeurtenis"]] if "gebeurtenis" in g else [])])]
    return g.get("waarden", [str(g.get("waarde"))])


if __name__ == "__main__":
    # python lezer.py parameterset.json voorbeelden.json: beantwoord alle voorbeelden en tel de verschillen.
    s, v = (json.load(open(naam, encoding="utf-8")) for naam in sys.argv[1:3])
    fout = 0
    for e in v["voorbeelden"]:
        feiten = {x["sleutel"]: set(x["waarden"]) for x in e["feiten"]}
        fout += zoek(s, e["regel"], feiten, e["op"]) != (e["stand"], e["waarden"], e["geval"])
    print(f"{len(v['voorbeelden'])} voorbeelden, {fout} fout")
    sys.exit(fout > 0)
