// De gevallen van een set door de modules van de site: in node en in een echte browser dezelfde code.

import * as bedragen from '../../site/scripts/bedragen.js';
import { isDag } from '../../site/scripts/datums.js';
import { PER_WEEK, maandgrenzen, periodegrens, toewijzinggrens } from '../../site/scripts/grenzen.js';
import { kalenderVan } from '../../site/scripts/kalender.js';
import { maakIndex, zoek } from '../../site/scripts/lezer.js';
import { maandVan, periode, productperiode } from '../../site/scripts/periodes.js';
import * as rekenen from '../../site/scripts/rekenen.js';
import { termijn } from '../../site/scripts/termijn.js';

/** Maak een set klaar om te antwoorden. */
export function maakMotor(set) {
  return { index: maakIndex(set), kalender: kalenderVan(set) };
}

/** Zeg of de motor van de site deze opdracht kent: berichten leest zij niet. */
export function kent(opdracht) {
  return Object.hasOwn(ANTWOORDEN, opdracht.naam);
}

/** Beantwoord een opdracht van de suite. Werpt een fout met een Nederlandse zin. */
export function antwoordOp(motor, opdracht) {
  if (!kent(opdracht)) throw new Error(`de opdracht '${opdracht.naam}' kennen we niet`);
  return ANTWOORDEN[opdracht.naam](motor, opdracht);
}

/** Draai elk geval dat de motor kent; geef per geval de verschillen (geen: goed). */
export function draaiAlles(set, gevallen) {
  const motor = maakMotor(set);
  return gevallen.filter((geval) => kent(geval.opdracht)).map((geval) => {
    try {
      return { id: geval.id, verschillen: verschillen(geval.verwacht, antwoordOp(motor, geval.opdracht)) };
    } catch (fout) {
      return { id: geval.id, verschillen: [String(fout)] };
    }
  });
}

/** Draai elke opzoeking van voorbeelden.json; geef wat niet klopt. */
export function draaiVoorbeelden(set, voorbeelden) {
  const index = maakIndex(set);
  return voorbeelden.filter((v) => {
    const u = zoek(index, v.regel, feitenVan(v), v.op);
    return JSON.stringify([u.stand, u.waarden, u.geval]) !== JSON.stringify([v.stand, v.waarden, v.geval]);
  });
}

/** Geef de feiten van een opdracht of voorbeeld zoals de lezer ze wil. */
export function feitenVan({ feiten = [] }) {
  return Object.fromEntries(feiten.map((feit) => [feit.sleutel, feit.waarden]));
}

const ANTWOORDEN = {
  minuuttarief: ({ index }, o) => tarief(rekenen.minuuttarief(index, feitenVan(o), dag(o.op), geld(o.uurtarief))),
  dagdeeltarief: ({ index }, o) => tarief(rekenen.dagdeeltarief(index, feitenVan(o), dag(o.op), geld(o.dagprijs))),
  minutenbedrag: ({ index }, o) => {
    const gevonden = rekenen.minutenbedrag(index, feitenVan(o), dag(o.op), geld(o.uurtarief), heel(o.minuten));
    return { bedrag: bedragen.alsTekst(gevonden.waarde) };
  },
  uren: ({ index }, o) => {
    const gevonden = rekenen.uren(index, feitenVan(o), dag(o.op), heel(o.minuten));
    return { uren: Number(bedragen.alsTekst({ ...gevonden.waarde })) };
  },
  bedrag: (_, o) => ({ bedrag: bedragen.alsTekst(bedragen.bedrag(geld(o.tarief), BigInt(heel(o.volume)))) }),
  productperiode: (_, o) => {
    const gevonden = productperiode(toewijzing(o), maand(o));
    return { begin: gevonden?.begin ?? null, eind: gevonden?.eind ?? null };
  },
  declaratiemaand: ({ index }, o) => ({
    maanden: o.leveringen.map((d) => rekenen.peildag(index, feitenVan(o), dag(d), toewijzing(o)).slice(0, 7)),
  }),
  weekvolume: ({ index }, o) => weekvolume(index, o),
  volumegrens: ({ index }, o) => {
    const omvang = { volume: heel(o.volume), frequentie: o.frequentie };
    if (o.maand === undefined) return { maximum: toewijzinggrens(index, feitenVan(o), omvang, toewijzing(o)).maximum };
    const deel = productperiode(toewijzing(o), maand(o));
    return { maximum: deel && periodegrens(index, feitenVan(o), omvang, toewijzing(o), deel).maximum };
  },
  termijn: ({ index, kalender }, o) => {
    const op = o.op === undefined ? undefined : dag(o.op);
    return { datum: termijn(index, o.regel, feitenVan(o), dag(o.na), kalender, op).berekend?.datum ?? null };
  },
  opzoeken: ({ index }, o) => {
    const { stand, waarden } = zoek(index, o.regel, feitenVan(o), dag(o.op));
    return { stand, waarden };
  },
};

function weekvolume(index, o) {
  const omvang = { volume: heel(o.volume), frequentie: PER_WEEK };
  const samen = toewijzinggrens(index, feitenVan(o), omvang, toewijzing(o));
  if (samen.maximum === null) throw new Error(samen.waarom);
  const perioden = maandgrenzen(index, feitenVan(o), omvang, toewijzing(o)).map(({ periode: p, grens }) => ({
    maand: p.begin.slice(0, 7), begin: p.begin, eind: p.eind, weken: grens.telling.aantal, maximum: grens.maximum,
  }));
  return { perioden, toewijzing: { weken: samen.telling.aantal, maximum: samen.maximum } };
}

function tarief({ waarde }) {
  return { tarief: bedragen.alsTekst(waarde) };
}

function geld(tekst) {
  if (tekst === undefined) throw new Error('in de opdracht ontbreekt een bedrag');
  return bedragen.centen(tekst);
}

function heel(getal) {
  if (!Number.isInteger(getal)) throw new Error('in de opdracht ontbreekt een geheel getal');
  return getal;
}

function dag(tekst) {
  if (!isDag(tekst)) throw new Error(`'${tekst}' is geen dag; schrijf 2026-01-30`);
  return tekst;
}

function maand(o) {
  return maandVan(dag(`${o.maand}-01`));
}

function toewijzing(o) {
  return periode(dag(o.ingangsdatum), o.einddatum === undefined ? null : dag(o.einddatum));
}

/** Geef wat anders is dan verwacht. Een veld dat niet gevraagd is, telt niet. */
function verschillen(verwacht, gekregen, plek = '') {
  if (verwacht === null || typeof verwacht !== 'object') {
    return verwacht === gekregen ? [] : [`${plek} is ${JSON.stringify(gekregen)}, verwacht ${JSON.stringify(verwacht)}`];
  }
  if (Array.isArray(verwacht) && verwacht.length !== gekregen?.length) return [`${plek} heeft een andere lengte`];
  return Object.entries(verwacht).flatMap(([k, v]) => verschillen(v, gekregen?.[k], plek ? `${plek}.${k}` : k));
}
