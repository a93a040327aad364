// Look up in a parameter set: complete the facts, and the first case that fits holds.
// The same rules as the schema and voorbeelden.json describe. A day is text (YYYY-MM-DD).

/**
 * @typedef {Record<string, readonly string[]>} Feiten  the values that you know, by key
 * @typedef {{sleutel: string, waarden: string[]}} Voorwaarde
 * @typedef {{geval: string, als: Voorwaarde[], laag: string, bindend: boolean, zekerheid: string, stand: string,
 *   bron: string, vanaf?: string, tot_en_met?: string, waar?: string, toelichting?: string, tekst?: string,
 *   richting?: 'na' | 'voor', gebeurtenis?: string, duur?: import('./kalender.js').Duur, waarde?: string | number,
 *   gevolg?: string, telt_op?: boolean, waarden?: string[], instellingen?: {sleutel: string, waarde: string}[]}} Geval
 * @typedef {{regel: string, titel: string, vraag: string, antwoord: string, gevallen: Geval[], bron: string,
 *   antwoorden: {waarde: string, tekst: string}[], uit_product?: string, vrije_dag?: string, codelijst?: string,
 *   berichten: string[], peildatum: string}} Regel
 * @typedef {{set: any, regels: Map<string, Regel>, soorten: Map<string, string>, gevolgen: Map<string, Voorwaarde[]>,
 *   producten: Map<string, any[]>, controles: Map<string, any>, retourcodes: Map<string, string>}} Index
 * @typedef {{stand: string, waarden: string[], geval: string, gevallen: Geval[], uitProduct: any}} Uitkomst
 */

const FORMAAT = 'parameterset/1';
const SOORTEN = [
  'berichtgebruik', 'termijnen', 'keuzes', 'lijsten', 'getallen', 'bedragen', 'berekeningen', 'teksten',
];
const REGIONAAL = ['gemeente', 'regio'];
/** The code of a product that no source names. */
export const ONBEKEND = 'onbekend';

/** The name of a rule or code does not belong to this set. */
export class OnbekendeRegel extends Error {}

/**
 * Make an index of a set: rules by name, consequences by fact, products by code. Another version is refused.
 * @returns {Index}
 */
export function maakIndex(set) {
  if (set?.formaat !== FORMAAT) throw new Error(`formaat '${set?.formaat}' kennen we niet; we lezen ${FORMAAT}`);
  const index = {
    set, regels: new Map(), soorten: new Map(), gevolgen: new Map(), producten: new Map(), controles: new Map(),
    retourcodes: new Map(),
  };
  for (const soort of SOORTEN) {
    for (const regel of set[soort]) {
      index.regels.set(regel.regel, regel);
      index.soorten.set(regel.regel, soort);
    }
  }
  for (const gevolg of set.volgt_uit) index.gevolgen.set(feitnaam(gevolg.sleutel, gevolg.waarde), gevolg.feiten);
  for (const product of set.producten) {
    if (product.code === ONBEKEND) continue;
    // In the course of time a code can have been given twice.
    index.producten.set(product.code, [...(index.producten.get(product.code) ?? []), product]);
  }
  for (const controle of set.controles ?? []) {
    index.controles.set(controle.controle, controle);
    for (const code of controle.retourcodes) {
      index.retourcodes.set(`${controle.controle} ${code.bericht} ${code.wet}`, code.retourcode);
    }
  }
  return index;
}

/** Give the return code of a national rule ('TR418', '323', 'Jw'); empty when there is none nationally. */
export function retourcode(index, controle, bericht, wet) {
  return index.retourcodes.get(`${controle} ${bericht} ${wet}`) ?? '';
}

/** Complete with what follows from the facts, then with the facts of the region itself. What was given stays. */
export function vulAan(index, feiten) {
  const compleet = volgend(index, feiten);
  for (const feit of index.set.standaardfeiten) compleet[feit.sleutel] ??= feit.waarden;
  return volgend(index, compleet);
}

/** Tell whether the municipality in the facts takes part in the region on this day; without a municipality: yes. */
export function doetMee(index, feiten, op) {
  if (!feiten.gemeente) return true;
  return index.set.deelname.some(
    (d) => inPeriode(d, op) && ['gemeente', 'wet', 'domein', 'perceel'].every(
      (sleutel) => d[sleutel] === undefined || !feiten[sleutel] || feiten[sleutel].includes(d[sleutel]),
    ),
  );
}

/**
 * Tell whether the day lies in the period; a side that is not there is open.
 * @param {{vanaf?: string, tot_en_met?: string}} periode @param {string} dag
 */
export function inPeriode({ vanaf, tot_en_met: einde }, dag) {
  return (vanaf === undefined || vanaf <= dag) && (einde === undefined || dag <= einde);
}

/** Tell whether each condition names one of the values of its fact; a fact that is missing meets nothing. */
export function voldoet(als, feiten) {
  return als.every((v) => feiten[v.sleutel]?.some((waarde) => v.waarden.includes(waarde)) ?? false);
}

/**
 * Answer a rule for these facts on this day. The stand is 'waarde', what replaces a value, or 'geen antwoord'.
 * @returns {Uitkomst}
 */
export function zoek(index, regel, feiten, op) {
  const record = regelVan(index, regel);
  const compleet = vulAan(index, feiten);
  const eigen = vanProduct(index, record, compleet, op);
  if (eigen) {
    return {
      stand: 'waarde', waarden: [termijnTekst(eigen.termijn)], geval: `product:${eigen.code}`, gevallen: [],
      uitProduct: eigen.termijn,
    };
  }
  const regionaal = doetMee(index, compleet, op);
  const gevonden = [];
  for (const geval of record.gevallen) {
    if (!regionaal && isRegionaal(geval)) continue;
    if (!inPeriode(geval, op) || !voldoet(geval.als, compleet)) continue;
    gevonden.push(geval);
    if (!geval.telt_op) break;
  }
  return uitkomst(gevonden);
}

/** Give the rule with this name; a name that is not there is a mistake. */
export function regelVan(index, regel) {
  const record = index.regels.get(regel);
  if (!record) throw new OnbekendeRegel(`de regel '${regel}' staat niet in deze parameterset`);
  return record;
}

/** Tell whether a municipality or region agreed this case. */
export function isRegionaal(geval) {
  return REGIONAAL.includes(geval.laag);
}

/** Give the term that the (one) product in the facts has itself for this rule; otherwise null. */
export function vanProduct(index, regel, feiten, op) {
  const veld = regel.uit_product;
  if (veld === undefined || feiten.product?.length !== 1) return null;
  const rijen = index.producten.get(feiten.product[0]) ?? [];
  const rij = rijen.find((product) => product[veld] !== undefined && inPeriode(product, op));
  return rij ? { code: rij.code, termijn: rij[veld] } : null;
}

/** Give the value of a case as text: 'verplicht', '5 werkdagen na intake', or the values of a list. */
export function waardenVan(geval) {
  if (geval.stand !== 'waarde') return [];
  if (geval.tekst !== undefined) return [geval.gebeurtenis === undefined ? geval.tekst : termijnTekst(geval)];
  return geval.waarden ?? [String(geval.waarde)];
}

/** Name a fact as 'sleutel=waarde'. */
export function feitnaam(sleutel, waarde) {
  return `${sleutel}=${waarde}`;
}

function termijnTekst({ tekst, richting, gebeurtenis }) {
  return `${tekst} ${richting} ${gebeurtenis}`;
}

/** Give the answer of these cases together: a list adds up, otherwise the first holds. */
function uitkomst(gevallen) {
  if (!gevallen.length) return { stand: 'geen antwoord', waarden: [], geval: '', gevallen, uitProduct: null };
  let waarden = [];
  for (const geval of gevallen) waarden = [...waardenVan(geval).filter((w) => !waarden.includes(w)), ...waarden];
  const [eerste] = gevallen;
  return { stand: waarden.length ? 'waarde' : eerste.stand, waarden, geval: eerste.geval, gevallen, uitProduct: null };
}

/** Add what follows from the facts, until nothing is added any more. */
function volgend(index, feiten) {
  const compleet = { ...feiten };
  for (;;) {
    const nieuw = {};
    for (const [sleutel, waarden] of Object.entries(compleet)) {
      for (const feit of waarden.flatMap((waarde) => index.gevolgen.get(feitnaam(sleutel, waarde)) ?? [])) {
        if (feit.sleutel in compleet) continue;
        nieuw[feit.sleutel] = [...new Set([...(nieuw[feit.sleutel] ?? []), ...feit.waarden])];
      }
    }
    if (!Object.keys(nieuw).length) return compleet;
    Object.assign(compleet, nieuw);
  }
}
