// Look-ups for one declaration line: which set holds for this municipality, and what the codes mean.

import { doetMee, inPeriode, maakIndex, vulAan, zoek } from './lezer.js';

export const EENHEDEN = 'WJ756';
const GEEN = { stand: 'geen antwoord', waarden: [], geval: '', gevallen: [], uitProduct: null };

/** Make the look-up of a set, with the same set without what is the region's own, for who does not take part. */
export function maakNaslag(index) {
  const set = {
    ...index.set, standaardfeiten: [], producten: [], deelname: [],
    volgt_uit: index.set.volgt_uit.filter((gevolg) => gevolg.sleutel !== 'product'),
  };
  return { index, landelijk: maakIndex(set) };
}

/** Tell whether the municipality in the facts takes part in the region of the set on this day. */
export function regionaal({ index }, feiten, dag) {
  return doetMee(index, vulAan(index, feiten), dag);
}

/** Answer a rule; nationally when the municipality does not take part. A rule that is not there has no answer. */
export function vraag(naslag, regel, feiten, dag) {
  if (!naslag.index.regels.has(regel)) return GEEN;
  return regionaal(naslag, feiten, dag)
    ? zoek(naslag.index, regel, feiten, dag)
    : vraagLandelijk(naslag, regel, feiten, dag);
}

/** Answer a rule for who does not take part in the region. */
export function vraagLandelijk({ landelijk }, regel, feiten, dag) {
  if (!landelijk.regels.has(regel)) return GEEN;
  // Nobody takes part: cases of the region do not count, also without a municipality in the facts.
  return zoek(landelijk, regel, feiten, dag);
}

/** Give the codes of a national list with what they mean. @returns {Map<string, string>} */
export function betekenissen({ index }, codelijst) {
  const lijst = index.set.codelijsten.find((kandidaat) => kandidaat.codelijst === codelijst);
  return new Map((lijst?.codes ?? []).map(({ code, betekenis }) => [code, betekenis]));
}

/** Give a code with what it means: '04 (uur)'. */
export function metBetekenis(naslag, codelijst, code) {
  const woord = betekenissen(naslag, codelijst).get(code);
  return woord ? `${code} (${woord.toLowerCase()})` : code;
}

/** Find the units that we calculate with by what they mean; empty when the set has no list. */
export function eenhedenVan(naslag) {
  const lijst = betekenissen(naslag, EENHEDEN);
  const opNaam = new Map([...lijst].map(([code, betekenis]) => [betekenis.toLowerCase(), code]));
  const code = (naam) => opNaam.get(naam) ?? '';
  return { minuut: code('minuut'), uur: code('uur'), euro: code("euro's"), codes: [...lijst.keys()] };
}

/** Give the row of a product that can be declared on this day, the last one when there are more. */
export function declareerbaar(rijen, dag) {
  return rijen.filter((rij) => inPeriode({ vanaf: rij.vanaf, tot_en_met: rij.declareren_tot_en_met }, dag)).at(-1);
}
