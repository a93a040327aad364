// How an amount, number of hours or period was worked out: the answer first, then the steps in words.

import { alsTekst, inCenten, inEuro, metPunten, minutenbedragVroeger, minuuttarief as perMinuut, uren as heleUren } from './bedragen.js';
import { maandVan } from './periodes.js';
import { aantal, datum, datumKort, maand } from './woorden.js';

/** @typedef {{kop: string, stappen: string[]}} Uitleg */

const MINUTEN_PER_UUR = 60;
const HALF_UUR = 30;
const ZES_DECIMALEN = 10n ** 6n;

/** Tell the tariff per minute. @returns {Uitleg} */
export function minuuttarief(uurtarief, { waarde }) {
  const per = inEuro(inCenten(waarde));
  const onafgerond = { teller: uurtarief, noemer: 6000n };
  const stappen = [`${inEuro(uurtarief)} gedeeld door ${MINUTEN_PER_UUR} is ${precies(onafgerond)} per minuut.`];
  if (isGelijk(onafgerond, waarde)) {
    stappen.push('Afronden is niet nodig.');
  } else {
    stappen.push(`Afgerond op hele centen is dat ${per}. Een halve cent gaat omhoog.`);
    stappen.push('Dit tarief staat alleen in de declaratieregel. Het bedrag rekent u uit met het uurtarief: '
      + 'anders wordt het verschil per minuut groter.');
  }
  return { kop: `${per} per minuut.`, stappen };
}

/** Tell the amount for minutes, and what comes out when the tariff is rounded first. @returns {Uitleg} */
export function minutenbedrag(uurtarief, minuten, { waarde, wijze, afronding }) {
  const totaal = som(minuten);
  const goed = inEuro(inCenten(waarde));
  const per = inEuro(inCenten(perMinuut(uurtarief, afronding)));
  const stappen = optelling(minuten);
  if (wijze.naam.startsWith('afgerond')) {
    stappen.push(`${inEuro(uurtarief)} per uur is afgerond ${per} per minuut.`);
    stappen.push(`${per} maal ${totaal} minuten is ${goed}.`);
    return { kop: `${goed}.`, stappen };
  }
  const product = uurtarief * BigInt(totaal);
  const onafgerond = { teller: product, noemer: 6000n };
  stappen.push(`${inEuro(uurtarief)} maal ${totaal} minuten is ${inEuro(product)}.`);
  stappen.push(isGelijk(onafgerond, waarde)
    ? `Gedeeld door ${MINUTEN_PER_UUR} is dat ${goed}. Afronden is niet nodig.`
    : `Gedeeld door ${MINUTEN_PER_UUR} is dat ${metPunt(precies(onafgerond))} `
      + `Pas nu ronden we af op hele centen: ${goed}.`);
  const vroeger = inCenten(minutenbedragVroeger(uurtarief, BigInt(totaal), afronding));
  stappen.push(verschil(per, totaal, vroeger, inCenten(waarde)));
  return { kop: `${goed}.`, stappen };
}

/** Tell the whole hours, and what comes out when each part is rounded by itself. @returns {Uitleg} */
export function uren(minuten, { waarde, afronding }) {
  const totaal = som(minuten);
  const [hele, rest] = [Math.floor(totaal / MINUTEN_PER_UUR), totaal % MINUTEN_PER_UUR];
  const stappen = optelling(minuten);
  if (rest) {
    const kant = rest < HALF_UUR ? 'minder dan 30: naar beneden' : '30 of meer: naar boven';
    stappen.push(`${totaal} minuten is ${hele} uur en ${aantal(rest, 'minuut', 'minuten')}. ${rest} is ${kant}.`);
  } else {
    stappen.push(`${totaal} minuten is precies ${hele} uur. Afronden is niet nodig.`);
  }
  if (totaal && hele + (rest >= HALF_UUR ? 1 : 0) < afronding.minimum) {
    stappen.push(`Dat zou 0 uur zijn. Maar er is zorg geleverd, dus is het minstens ${afronding.minimum} uur.`);
  }
  const apart = som(minuten.map((deel) => Number(alsTekst(heleUren(BigInt(deel), afronding)))));
  if (minuten.length > 1 && apart !== Number(alsTekst(waarde))) {
    stappen.push(`Niet zo: elk deel apart afronden geeft ${apart} uur. Tel eerst alles op en rond dan pas af.`);
  }
  return { kop: `${alsTekst(waarde)} uur.`, stappen };
}

/** Tell the productperiode of a month, and why it begins and ends there. @returns {Uitleg} */
export function productperiode(toewijzing, gevraagd, gevonden) {
  if (!gevonden) {
    return {
      kop: `Geen productperiode: ${maand(gevraagd.begin)} ligt buiten de toewijzing.`,
      stappen: [`De toewijzing loopt ${vanTot(toewijzing)}.`],
    };
  }
  const stappen = [`De maand begint op ${datumKort(gevraagd.begin)}, de toewijzing op ${datumKort(toewijzing.begin)}. `
    + 'De laatste van die twee dagen telt.'];
  stappen.push(toewijzing.eind === null
    ? 'De toewijzing heeft geen einddatum. De laatste dag van de maand telt.'
    : `De maand eindigt op ${datumKort(maandVan(gevraagd.begin).eind)}, de toewijzing op `
      + `${datumKort(toewijzing.eind)}. De eerste van die twee dagen telt.`);
  stappen.push('De dag waarop de zorg begon of stopte, maakt niet uit.');
  return { kop: `Van ${datum(gevonden.begin)} tot en met ${datum(gevonden.eind)}.`, stappen };
}

/** Write 'van 1 mei 2025 tot en met 3 mei 2025', or 'vanaf 1 mei 2025' without an end. */
export function vanTot({ begin, eind }) {
  return eind === null ? `vanaf ${datumKort(begin)}` : `van ${datumKort(begin)} tot en met ${datumKort(eind)}`;
}

function optelling(minuten) {
  if (minuten.length < 2) return [];
  return [`Eerst alles bij elkaar: ${minuten.join(' + ')} = ${som(minuten)} minuten.`];
}

function som(getallen) {
  return getallen.reduce((totaal, getal) => totaal + getal, 0);
}

function verschil(per, totaal, vroeger, goed) {
  const gerekend = `${per} maal ${totaal} is ${inEuro(vroeger)}`;
  if (vroeger === goed) {
    return `Rondt u eerst het tarief per minuut af, dan komt u hier op hetzelfde uit: ${gerekend}.`;
  }
  const hoeveel = inEuro(vroeger < goed ? goed - vroeger : vroeger - goed);
  return `Niet zo: eerst het tarief per minuut afronden. ${gerekend}. `
    + `Dat is ${hoeveel} ${vroeger < goed ? 'te weinig' : 'te veel'}.`;
}

/** @param {{teller: bigint, noemer: bigint}} breuk @param {import('./bedragen.js').Getal} getal */
function isGelijk({ teller, noemer }, { eenheden, decimalen }) {
  return teller * 10n ** BigInt(decimalen) === eenheden * noemer;
}

/** Write an amount with the decimals that rounding takes away; '…' says that there are still more. */
function precies({ teller, noemer }) {
  const eenheden = (2n * teller * ZES_DECIMALEN + noemer) / (2n * noemer);
  const [hele, zes] = alsTekst({ eenheden, decimalen: 6 }).split('.');
  const decimalen = zes.replace(/0+$/, '').padEnd(2, '0');
  return `€ ${metPunten(hele)},${decimalen}${eenheden * noemer === teller * ZES_DECIMALEN ? '' : '…'}`;
}

function metPunt(tekst) {
  return tekst.endsWith('…') ? tekst : `${tekst}.`;
}
