// Opzoeken voor één declaratieregel: welke set geldt voor deze gemeente, en wat betekenen de codes.

import { doetMee, inPeriode, maakIndex, vulAan, zoek } from './lezer.js';

export const EENHEDEN = 'WJ756';
const GEEN = { stand: 'geen antwoord', waarden: [], geval: '', gevallen: [], uitProduct: null };

/** Maak de naslag van een set, met dezelfde set zonder wat van de regio zelf is voor wie niet meedoet. */
export function maakNaslag(index) {
  const set = {
    ...index.set, standaardfeiten: [], producten: [], deelname: [],
    volgt_uit: index.set.volgt_uit.filter((gevolg) => gevolg.sleutel !== 'product'),
  };
  return { index, landelijk: maakIndex(set) };
}

/** Zeg of de gemeente in de feiten op deze dag meedoet in de regio van de set. */
export function regionaal({ index }, feiten, dag) {
  return doetMee(index, vulAan(index, feiten), dag);
}

/** Beantwoord een regel; doet de gemeente niet mee, dan landelijk. Een regel die er niet is, heeft geen antwoord. */
export function vraag(naslag, regel, feiten, dag) {
  if (!naslag.index.regels.has(regel)) return GEEN;
  return regionaal(naslag, feiten, dag)
    ? zoek(naslag.index, regel, feiten, dag)
    : vraagLandelijk(naslag, regel, feiten, dag);
}

/** Beantwoord een regel voor wie niet in de regio meedoet. */
export function vraagLandelijk({ landelijk }, regel, feiten, dag) {
  if (!landelijk.regels.has(regel)) return GEEN;
  // Niemand doet mee: gevallen van de regio tellen niet, ook zonder gemeente in de feiten.
  return zoek(landelijk, regel, feiten, dag);
}

/** Geef de codes van een landelijke lijst met hun betekenis. @returns {Map<string, string>} */
export function betekenissen({ index }, codelijst) {
  const lijst = index.set.codelijsten.find((kandidaat) => kandidaat.codelijst === codelijst);
  return new Map((lijst?.codes ?? []).map(({ code, betekenis }) => [code, betekenis]));
}

/** Geef een code met zijn betekenis: '04 (uur)'. */
export function metBetekenis(naslag, codelijst, code) {
  const woord = betekenissen(naslag, codelijst).get(code);
  return woord ? `${code} (${woord.toLowerCase()})` : code;
}

/** Vind de eenheden waarmee we rekenen op hun betekenis; leeg als de set geen lijst heeft. */
export function eenhedenVan(naslag) {
  const lijst = betekenissen(naslag, EENHEDEN);
  const opNaam = new Map([...lijst].map(([code, betekenis]) => [betekenis.toLowerCase(), code]));
  const code = (naam) => opNaam.get(naam) ?? '';
  return { minuut: code('minuut'), uur: code('uur'), euro: code("euro's"), codes: [...lijst.keys()] };
}

/** Geef de rij van een product die op deze dag gedeclareerd kan worden, de laatste als er meer zijn. */
export function declareerbaar(rijen, dag) {
  return rijen.filter((rij) => inPeriode({ vanaf: rij.vanaf, tot_en_met: rij.declareren_tot_en_met }, dag)).at(-1);
}
