// From what somebody types to an amount, number, day or month. Every mistake gets a sentence; we do not guess.

import { inEuro } from './bedragen.js';
import { isDag } from './datums.js';
import { datumKort } from './woorden.js';

const HOOGSTE_BEDRAG = 99999999n;
const HOOGSTE_VOLUME = 99999999;
const LANGSTE_JAREN = 100;
const BEDRAG = /^([0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+(?=,))(?:[.,]([0-9]{1,2})|,-{1,2})?$/;
const GETAL = /^-?[0-9]+(?:[.,][0-9]+)?$/;

/** Somebody filled in what cannot be; the text stands at the field. */
export class Invoerfout extends Error {}

/** Read an amount in euro as cents: '87.24', '87,24', '€ 1.087,24' or '€ 50,-'. */
export function leesBedrag(tekst, wat) {
  const kaal = leesTekst(tekst, wat).replaceAll('€', '').replaceAll('\u00a0', ' ').trim();
  const gevonden = BEDRAG.exec(kaal);
  if (!gevonden) throw new Invoerfout(waaromGeenBedrag(tekst.trim(), kaal, wat));
  const centen = BigInt(gevonden[1].replaceAll('.', '')) * 100n + BigInt((gevonden[2] ?? '').padEnd(2, '0'));
  if (centen > HOOGSTE_BEDRAG) {
    throw new Invoerfout(`${wat} is te hoog: in een bericht past hoogstens ${inEuro(HOOGSTE_BEDRAG)}.`);
  }
  return centen;
}

/** Read a whole number that fits in a message. */
export function leesHeel(tekst, wat, laagste = 0) {
  const kaal = leesTekst(tekst, wat);
  if (!/^[0-9]+$/.test(kaal)) {
    if (kaal.startsWith('-') && GETAL.test(kaal)) {
      throw new Invoerfout(`${wat} kan niet negatief zijn. U schreef: ${kaal}.`);
    }
    throw new Invoerfout(`'${kaal}' is geen heel getal. Schrijf ${klein(wat)} met alleen cijfers, bijvoorbeeld 240.`);
  }
  const getal = Number(kaal);
  if (getal > HOOGSTE_VOLUME) throw new Invoerfout(`${wat} is te hoog: in een bericht past hoogstens ${HOOGSTE_VOLUME}.`);
  if (getal < laagste) throw new Invoerfout(`${wat} is minstens ${laagste}. U schreef: ${kaal}.`);
  return getal;
}

/** Read minutes: a number, or the parts of a sum such as '35+40+20+35'. @returns {number[]} */
export function leesMinuten(tekst) {
  const delen = leesTekst(tekst, 'Het aantal minuten').split('+').map((deel) => leesHeel(deel, 'Het aantal minuten'));
  if (delen.reduce((som, deel) => som + deel) > HOOGSTE_VOLUME) {
    throw new Invoerfout(`Het aantal minuten is te hoog: in een bericht past hoogstens ${HOOGSTE_VOLUME}.`);
  }
  return delen;
}

/** Read a day: '2026-01-30' or '30-01-2026'. */
export function leesDag(tekst, wat) {
  const kaal = leesTekst(tekst, wat);
  const nederlands = /^([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})$/.exec(kaal);
  const dag = nederlands
    ? `${nederlands[3]}-${nederlands[2].padStart(2, '0')}-${nederlands[1].padStart(2, '0')}`
    : kaal;
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(dag)) {
    throw new Invoerfout(`'${kaal}' is geen datum. Schrijf bijvoorbeeld 30-01-2026.`);
  }
  if (!isDag(dag)) throw new Invoerfout(`De dag ${kaal} bestaat niet. Schrijf bijvoorbeeld 30-01-2026.`);
  return dag;
}

/** Read a month: '2025-10' or '10-2025'; give its first day. */
export function leesMaand(tekst, wat) {
  const kaal = leesTekst(tekst, wat);
  const nederlands = /^([0-9]{1,2})-([0-9]{4})$/.exec(kaal);
  const iso = /^([0-9]{4})-([0-9]{1,2})$/.exec(kaal);
  if (!nederlands && !iso) throw new Invoerfout(`'${kaal}' is geen maand. Schrijf bijvoorbeeld 10-2025.`);
  const [jaar, maand] = iso ? [iso[1], iso[2]] : [nederlands[2], nederlands[1]];
  const dag = `${jaar}-${maand.padStart(2, '0')}-01`;
  if (!isDag(dag)) throw new Invoerfout(`Maand ${Number(maand)} van het jaar ${jaar} bestaat niet. Schrijf bijvoorbeeld 10-2025.`);
  return dag;
}

/** Read what is there; empty is not allowed. */
export function leesTekst(tekst, wat) {
  const kaal = (tekst ?? '').trim();
  if (!kaal) throw new Invoerfout(`${wat} ontbreekt. Vul dit veld in.`);
  return kaal;
}

/** Refuse an end that does not go with the beginning. */
export function pasEinddatum(begin, eind) {
  if (eind < begin) {
    throw new Invoerfout(`De einddatum (${datumKort(eind)}) ligt vóór de ingangsdatum (${datumKort(begin)}).`);
  }
  if (Number(eind.slice(0, 4)) - Number(begin.slice(0, 4)) > LANGSTE_JAREN) {
    throw new Invoerfout(`Deze toewijzing duurt langer dan ${LANGSTE_JAREN} jaar. Klopt de einddatum?`);
  }
  return eind;
}

function waaromGeenBedrag(tekst, kaal, wat) {
  if (kaal.startsWith('-') && GETAL.test(kaal)) return `${wat} kan niet negatief zijn. U schreef: ${tekst}.`;
  if (/^[0-9]+[.,][0-9]{3,}$/.test(kaal)) {
    const duizend = /^[0-9]{1,3}\.[0-9]{3}$/.test(kaal)
      ? ` Bedoelde u ${kaal.replace('.', '')}? Schrijf dan geen punt.`
      : '';
    return `${wat} heeft hoogstens twee cijfers achter de komma. U schreef: ${tekst}.${duizend}`;
  }
  return `'${tekst}' is geen bedrag. Schrijf ${klein(wat)} in euro, bijvoorbeeld 87,24.`;
}

function klein(wat) {
  return wat.slice(0, 1).toLowerCase() + wat.slice(1);
}
