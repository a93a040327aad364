// The decision tree VOT or VOW: from answers to facts, and from facts to what the set says.

import { antwoord, kern } from './antwoord.js';
import { volg } from './spoor.js';
import { VERZOEKEN, VRAGENLIJST } from './vragenlijst.js';

/**
 * @typedef {Record<string, string>} Antwoorden  the chosen value per question
 * @typedef {{soort: 'ja' | 'nee' | 'deels', kop: string, uitleg: string[], bronnen: import('./lezer.js').Geval[]}} Besluit
 */

const KEUZE = 'verzoek.keuze';
const NIET = 'niet toegestaan';
const VOORWAARDELIJK = 'voorwaardelijk';
const GEEN_VAN_BEIDE = 'Nee. U stuurt nu geen VOT (315) en geen VOW (317).';
const WAAROM = 'Een VOT past bij een nieuwe verwijzing of een open beschikking. Een VOW past als u de cliënt al zorg '
  + 'levert. Vraag de gemeente hoe de cliënt de zorg kan krijgen.';

/** Give the questions that belong to these answers, with the answers of the code list filled in. */
export function vragenBij(index, antwoorden) {
  return VRAGENLIJST.filter(({ alleenBij }) => !alleenBij || antwoorden[alleenBij.naam] === alleenBij.waarde)
    .map((vraag) => (vraag.codelijst ? { ...vraag, antwoorden: vanCodelijst(index, vraag.codelijst) } : vraag));
}

/** Give the situations that also count in this region for a VOT or VOW. @returns {string[]} */
export function anderesituaties(index, wet) {
  const gevraagd = new Set(VRAGENLIJST.flatMap((vraag) => vraag.antwoorden.map(({ waarde }) => waarde)));
  const regels = Object.values(VERZOEKEN).map(({ regel }) => index.regels.get(regel)).filter(Boolean);
  const situaties = regels.flatMap((regel) => regel.gevallen)
    .filter((geval) => geval.als.every((v) => v.sleutel !== 'wet' || v.waarden.includes(wet)))
    .flatMap((geval) => geval.als)
    .filter((v) => v.sleutel === 'situatie').flatMap((v) => v.waarden);
  return [...new Set(situaties)].filter((situatie) => !gevraagd.has(situatie));
}

/** Say which message fits, and whether it is allowed here. @returns {Besluit} */
export function beslis(index, antwoorden, extra, op) {
  const gegeven = feitenVan(index, antwoorden);
  const feiten = { ...gegeven, ...extra, situatie: [...(gegeven.situatie ?? []), ...(extra.situatie ?? [])] };
  const keuze = volg(index, KEUZE, feiten, op);
  const [wat] = keuze.uitkomst.waarden;
  if (!(wat in VERZOEKEN)) return geenVanBeide(index, feiten, op);
  const { regel, bericht } = VERZOEKEN[wat];
  const gebruik = volg(index, regel, { ...feiten, bericht: [bericht] }, op);
  const [mag] = gebruik.uitkomst.waarden;
  const zinGebruik = antwoord(index, index.regels.get(regel), gebruik, op);
  const bronnen = [...gebruik.uitkomst.gevallen, ...keuze.uitkomst.gevallen];
  if (mag === NIET) return { soort: 'nee', ...splits(zinGebruik), bronnen };
  return {
    soort: mag === VOORWAARDELIJK ? 'deels' : 'ja',
    kop: kern(index, index.regels.get(KEUZE), keuze.uitkomst),
    uitleg: [zinGebruik],
    bronnen,
  };
}

/** @returns {Besluit} */
function geenVanBeide(index, feiten, op) {
  const bronnen = Object.values(VERZOEKEN).flatMap(({ regel, bericht }) => (
    volg(index, regel, { ...feiten, bericht: [bericht] }, op).uitkomst.gevallen));
  return { soort: 'nee', kop: GEEN_VAN_BEIDE, uitleg: [WAAROM], bronnen };
}

/** Make facts of answers; what is not asked (any more) does not count. */
function feitenVan(index, antwoorden) {
  const feiten = {};
  for (const { naam, sleutel } of vragenBij(index, antwoorden)) {
    if (antwoorden[naam]) feiten[sleutel] = [...(feiten[sleutel] ?? []), antwoorden[naam]];
  }
  return feiten;
}

function vanCodelijst(index, naam) {
  const lijst = index.set.codelijsten.find((codelijst) => codelijst.codelijst === naam);
  return (lijst?.codes ?? []).map(({ code, betekenis }) => ({ waarde: code, tekst: betekenis }));
}

/** Put the first two sentences in the head ('Nee. U stuurt geen …'), the rest in the explanation. */
/** @param {string} tekst */
function splits(tekst) {
  const [, kop, rest] = /^((?:Nee\. )?.*?\.)(?: (.*))?$/s.exec(tekst) ?? [null, tekst, ''];
  return { kop, uitleg: rest ? [rest] : [] };
}
