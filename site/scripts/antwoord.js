// The answer to a rule in one or two sentences. The first word answers the question.

import { centen, inEuro } from './bedragen.js';
import { isRegionaal, waardenVan } from './lezer.js';
import { zin } from './woorden.js';

const GEEN_ANTWOORD = 'Voor deze gegevens zegt dit protocol niets.';
const GEEN_MOMENT = '(de bron noemt niet vanaf welk moment)';

/** Give the answer, what to do instead, and what a reader must know about its certainty. */
export function antwoord(index, regel, spoor, op) {
  const { uitkomst } = spoor;
  const delen = [kern(index, regel, uitkomst)];
  for (const geval of uitkomst.gevallen) {
    if (geval.waar !== undefined) delen.push(`Zie: ${geval.waar}.`);
    if (geval.toelichting !== undefined) delen.push(geval.toelichting);
    if (geval.zekerheid === 'uiterlijk') {
      delen.push('Let op: de precieze ingangsdag van de release staat niet in onze bronnen.');
    }
  }
  return [...delen, ...inStrijd(spoor), ...vanWie(index, uitkomst, op)].filter(Boolean).map(metPunt).join(' ');
}

/** Give only the first sentence: the answer itself. */
export function kern(index, regel, uitkomst) {
  if (uitkomst.stand === 'geen antwoord') return GEEN_ANTWOORD;
  if (uitkomst.stand !== 'waarde') {
    return index.set.standen.find((stand) => stand.waarde === uitkomst.stand)?.tekst ?? uitkomst.stand;
  }
  if (uitkomst.waarden.length === 1) {
    const eigen = regel.antwoorden.find((a) => a.waarde === uitkomst.waarden[0]);
    if (eigen) return eigen.tekst;
  }
  return vul(regel.antwoord || '{Waarde}.', woorden(index, regel, uitkomst));
}

/** Tell whether an answer begins with Ja or Nee: 'ja', 'nee' or empty. */
export function strekking(tekst) {
  const eerste = /^(ja|nee)\b/i.exec(tekst);
  return eerste ? eerste[1].toLowerCase() : '';
}

/** Give a code with what it means: '04 (uur)'. */
export function metBetekenis(index, regel, waarde) {
  if (index.soorten.get(regel.regel) === 'bedragen') return inEuro(centen(waarde));
  const lijst = index.set.codelijsten.find((codelijst) => codelijst.codelijst === regel.codelijst);
  const betekenis = lijst?.codes.find((code) => code.code === waarde)?.betekenis;
  return betekenis ? `${waarde} (${betekenis.toLowerCase()})` : waarde;
}

/** Show what the region says when a binding national rule goes first. */
function inStrijd({ uitkomst, getoetst }) {
  if (!uitkomst.gevallen.some((geval) => geval.bindend)) return [];
  return getoetst.filter((g) => g.ingehaald && isRegionaal(g.geval)).map((g) => g.geval)
    .filter((geval) => waardenVan(geval).join('\n') !== uitkomst.waarden.join('\n'))
    .map((geval) => `In het protocol van de ${geval.laag} staat iets anders: `
      + `'${waardenVan(geval).join(', ') || geval.stand}' (${geval.bron}). De landelijke regel gaat voor`);
}

/** Say so when a region was asked, but its protocol did not answer because there was none yet. */
function vanWie({ set }, uitkomst, op) {
  const regionaal = uitkomst.gevallen.some(isRegionaal);
  if (set.status === 'concept' && regionaal) return ['Let op: dit protocol is nog een concept'];
  if (!set.versies.length || regionaal) return [];
  if (set.versies.some((versie) => versie.vanaf !== undefined && versie.vanaf <= op)) return [];
  return [`Van ${set.naam} kennen we op deze dag geen geldend protocol. Dit is de landelijke standaard`];
}

function woorden(index, regel, uitkomst) {
  const waarden = uitkomst.waarden.map((waarde) => metBetekenis(index, regel, waarde)).join(', ');
  const gevonden = uitkomst.uitProduct ?? uitkomst.gevallen[0];
  if (!uitkomst.uitProduct && index.soorten.get(regel.regel) !== 'termijnen') return { waarde: waarden, waarden };
  const { tekst, richting, gebeurtenis } = gevonden;
  const inZin = index.set.gebeurtenissen.find((g) => g.gebeurtenis === gebeurtenis)?.in_zin;
  return {
    waarde: waarden,
    waarden,
    termijn: tekst.startsWith('laatste dag') ? `de ${tekst}` : tekst,
    richting: gebeurtenis === undefined ? GEEN_MOMENT : richting,
    gebeurtenis: inZin ?? '',
  };
}

/** Fill {woord} and {Woord} (with a capital); anything else between braces stays as it is. */
function vul(sjabloon, invulling) {
  let gevuld = sjabloon;
  for (const [naam, tekst] of Object.entries(invulling)) {
    gevuld = gevuld.split(`{${naam}}`).join(tekst).split(`{${zin(naam)}}`).join(zin(tekst));
  }
  return zin(gevuld.trim().split(/\s+/).join(' ')).replaceAll(' .', '.').replaceAll(' ,', ',');
}

function metPunt(tekst) {
  return /[.?!:]\s*$/.test(tekst) ? tekst : `${tekst.trimEnd()}.`;
}
