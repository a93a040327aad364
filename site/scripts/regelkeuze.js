// Which rules of a set a question is about: by their words, their message, and the facts that they depend on.

import { inPeriode, isRegionaal, zoek } from './lezer.js';
import { DREMPEL, gewichten, score } from './rangorde.js';

/** @typedef {{regel: import('./lezer.js').Regel, score: number}} Gekozen */

const OVER_BERICHT = 0.35;
const ALLEEN_DIT = 0.3;
const ALLEEN_BERICHT = 1.5;
const HANGT_AF = 0.35;
const HANGT_AF_VAN_WET = 0.05;
const TERMIJN_BIJ_DAG = 2.2;
const EIGEN_AFSPRAAK = 0.15;
const ZEGT_NIETS = 0.3;
const bewaard = new WeakMap();

/** Give the rules that fit the question, the best first. @returns {Gekozen[]} */
export function kiesRegels(index, vraag, op) {
  const namen = namenVan(index);
  const gewicht = gewichten(namen);
  return namen.map((naam) => {
    const basis = score(naam, vraag, gewicht);
    const erover = Boolean(vraag.bericht) && naam.regel.berichten.includes(vraag.bericht);
    const telt = basis >= DREMPEL || (erover && (vraag.termen.length === 1 || vraag.dag));
    return { regel: naam.regel, score: telt ? basis + bonus(index, naam.regel, vraag, erover, op) : 0 };
  }).filter((gekozen) => gekozen.score > 0).sort((een, ander) => ander.score - een.score);
}

function bonus(index, regel, vraag, erover, op) {
  // A rule about only this message is more about it than one that names more.
  let extra = erover ? OVER_BERICHT + ALLEEN_DIT / regel.berichten.length : 0;
  const soort = index.soorten.get(regel.regel);
  // Who names only a message wants to know whether it is allowed. A rule about one message goes first.
  if (erover && vraag.termen.length === 1 && !vraag.dag && soort === 'berichtgebruik') {
    extra += ALLEEN_BERICHT / regel.berichten.length;
  }
  if (vraag.dag && soort === 'termijnen') extra += TERMIJN_BIJ_DAG;
  const gevallen = regel.gevallen.filter((geval) => inPeriode(geval, op));
  if (gevallen.some(isRegionaal)) extra += EIGEN_AFSPRAAK;
  if (zoek(index, regel.regel, vraag.feiten, op).stand === 'geen antwoord') extra -= ZEGT_NIETS;
  for (const [sleutel, waarden] of Object.entries(vraag.feiten)) {
    const hangtAf = gevallen.some(({ als }) => als.some(
      (v) => v.sleutel === sleutel && waarden.some((waarde) => v.waarden.includes(waarde))));
    if (hangtAf) extra += sleutel === 'wet' ? HANGT_AF_VAN_WET : HANGT_AF;
  }
  return extra;
}

/** Make names of the rules, to search in. */
function namenVan(index) {
  if (!bewaard.has(index)) {
    bewaard.set(index, [...index.regels.values()].map((regel) => ({
      soort: 'regel', titel: regel.titel, naam: regel.regel, woorden: [regel.vraag, ...regel.synoniemen], regel,
    })));
  }
  return bewaard.get(index);
}

/** Give the rules that name a code, among their words or as source; what the region itself agreed first. */
export function regelsBijCode(index, codes) {
  const noemt = (regel) => codes.some((code) => regel.synoniemen.includes(code)
    || [regel.bron, ...regel.gevallen.map(({ bron }) => bron)].some((bron) => bron.split(/[^A-Za-z0-9]+/).includes(code)));
  return [...index.regels.values()].filter(noemt)
    .sort((een, ander) => ander.gevallen.filter(isRegionaal).length - een.gevallen.filter(isRegionaal).length);
}
