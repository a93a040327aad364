// De beslisboom VOT of VOW: van antwoorden naar feiten, en van feiten naar wat de set zegt.

import { antwoord, kern } from './antwoord.js';
import { volg } from './spoor.js';
import { VERZOEKEN, VRAGENLIJST } from './vragenlijst.js';

/**
 * @typedef {Record<string, string>} Antwoorden  per vraag de gekozen waarde
 * @typedef {{soort: 'ja' | 'nee' | 'deels', kop: string, uitleg: string[], bronnen: import('./lezer.js').Geval[]}} Besluit
 */

const KEUZE = 'verzoek.keuze';
const NIET = 'niet toegestaan';
const VOORWAARDELIJK = 'voorwaardelijk';
const GEEN_VAN_BEIDE = 'Nee. U stuurt nu geen VOT (315) en geen VOW (317).';
const WAAROM = 'Een VOT past bij een nieuwe verwijzing of een open beschikking. Een VOW past als u de cliënt al zorg '
  + 'levert. Vraag de gemeente hoe de cliënt de zorg kan krijgen.';

/** Geef de vragen die bij deze antwoorden horen, met de antwoorden van de codelijst ingevuld. */
export function vragenBij(index, antwoorden) {
  return VRAGENLIJST.filter(({ alleenBij }) => !alleenBij || antwoorden[alleenBij.naam] === alleenBij.waarde)
    .map((vraag) => (vraag.codelijst ? { ...vraag, antwoorden: vanCodelijst(index, vraag.codelijst) } : vraag));
}

/** Geef de situaties die in deze regio verder nog tellen voor een VOT of VOW. @returns {string[]} */
export function anderesituaties(index, wet) {
  const gevraagd = new Set(VRAGENLIJST.flatMap((vraag) => vraag.antwoorden.map(({ waarde }) => waarde)));
  const regels = Object.values(VERZOEKEN).map(({ regel }) => index.regels.get(regel)).filter(Boolean);
  const situaties = regels.flatMap((regel) => regel.gevallen)
    .filter((geval) => geval.als.every((v) => v.sleutel !== 'wet' || v.waarden.includes(wet)))
    .flatMap((geval) => geval.als)
    .filter((v) => v.sleutel === 'situatie').flatMap((v) => v.waarden);
  return [...new Set(situaties)].filter((situatie) => !gevraagd.has(situatie));
}

/** Zeg welk bericht past, en of het hier mag. @returns {Besluit} */
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

/** Maak van antwoorden feiten; wat niet (meer) gevraagd wordt, telt niet. */
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

/** Zet de eerste twee zinnen in de kop ('Nee. U stuurt geen …'), de rest in de uitleg. */
/** @param {string} tekst */
function splits(tekst) {
  const [, kop, rest] = /^((?:Nee\. )?.*?\.)(?: (.*))?$/s.exec(tekst) ?? [null, tekst, ''];
  return { kop, uitleg: rest ? [rest] : [] };
}
