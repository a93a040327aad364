// Opzoeken in een parameterset: vul de feiten aan, en het eerste geval dat past, geldt.
// Dezelfde regels als het schema en voorbeelden.json beschrijven. Een dag is tekst (JJJJ-MM-DD).

/**
 * @typedef {Record<string, readonly string[]>} Feiten  per sleutel de waarden die u kent
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
/** De code van een product dat geen bron noemt. */
export const ONBEKEND = 'onbekend';

/** De naam van een regel of een code hoort niet bij deze set. */
export class OnbekendeRegel extends Error {}

/**
 * Maak van een set een index: regels op naam, gevolgen op feit, producten op code. Een andere versie weigeren we.
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
    // Een code kan in de loop van de tijd twee keer zijn gegeven.
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

/** Geef de retourcode van een landelijke regel ('TR418', '323', 'Jw'); leeg als er landelijk geen is. */
export function retourcode(index, controle, bericht, wet) {
  return index.retourcodes.get(`${controle} ${bericht} ${wet}`) ?? '';
}

/** Vul aan met wat uit de feiten volgt, dan met de feiten van de regio zelf. Wat u gaf, blijft staan. */
export function vulAan(index, feiten) {
  const compleet = volgend(index, feiten);
  for (const feit of index.set.standaardfeiten) compleet[feit.sleutel] ??= feit.waarden;
  return volgend(index, compleet);
}

/** Zeg of de gemeente in de feiten op deze dag meedoet in de regio; zonder gemeente: ja. */
export function doetMee(index, feiten, op) {
  if (!feiten.gemeente) return true;
  return index.set.deelname.some(
    (d) => inPeriode(d, op) && ['gemeente', 'wet', 'domein', 'perceel'].every(
      (sleutel) => d[sleutel] === undefined || !feiten[sleutel] || feiten[sleutel].includes(d[sleutel]),
    ),
  );
}

/**
 * Zeg of de dag in de periode ligt; een grens die er niet is, is open.
 * @param {{vanaf?: string, tot_en_met?: string}} periode @param {string} dag
 */
export function inPeriode({ vanaf, tot_en_met: einde }, dag) {
  return (vanaf === undefined || vanaf <= dag) && (einde === undefined || dag <= einde);
}

/** Zeg of elke voorwaarde een van de waarden van haar feit noemt; een feit dat ontbreekt, voldoet aan niets. */
export function voldoet(als, feiten) {
  return als.every((v) => feiten[v.sleutel]?.some((waarde) => v.waarden.includes(waarde)) ?? false);
}

/**
 * Beantwoord een regel voor deze feiten op deze dag. De stand is 'waarde', wat een waarde vervangt, of 'geen antwoord'.
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

/** Geef de regel met deze naam; een naam die er niet is, is een fout. */
export function regelVan(index, regel) {
  const record = index.regels.get(regel);
  if (!record) throw new OnbekendeRegel(`de regel '${regel}' staat niet in deze parameterset`);
  return record;
}

/** Zeg of een gemeente of regio dit geval heeft afgesproken. */
export function isRegionaal(geval) {
  return REGIONAAL.includes(geval.laag);
}

/** Geef de termijn die het (ene) product in de feiten zelf heeft voor deze regel; anders null. */
export function vanProduct(index, regel, feiten, op) {
  const veld = regel.uit_product;
  if (veld === undefined || feiten.product?.length !== 1) return null;
  const rijen = index.producten.get(feiten.product[0]) ?? [];
  const rij = rijen.find((product) => product[veld] !== undefined && inPeriode(product, op));
  return rij ? { code: rij.code, termijn: rij[veld] } : null;
}

/** Geef de waarde van een geval als tekst: 'verplicht', '5 werkdagen na intake', of de waarden van een lijst. */
export function waardenVan(geval) {
  if (geval.stand !== 'waarde') return [];
  if (geval.tekst !== undefined) return [geval.gebeurtenis === undefined ? geval.tekst : termijnTekst(geval)];
  return geval.waarden ?? [String(geval.waarde)];
}

/** Noem een feit als 'sleutel=waarde'. */
export function feitnaam(sleutel, waarde) {
  return `${sleutel}=${waarde}`;
}

function termijnTekst({ tekst, richting, gebeurtenis }) {
  return `${tekst} ${richting} ${gebeurtenis}`;
}

/** Geef het antwoord van deze gevallen samen: een lijst telt op, verder geldt het eerste. */
function uitkomst(gevallen) {
  if (!gevallen.length) return { stand: 'geen antwoord', waarden: [], geval: '', gevallen, uitProduct: null };
  let waarden = [];
  for (const geval of gevallen) waarden = [...waardenVan(geval).filter((w) => !waarden.includes(w)), ...waarden];
  const [eerste] = gevallen;
  return { stand: waarden.length ? 'waarde' : eerste.stand, waarden, geval: eerste.geval, gevallen, uitProduct: null };
}

/** Voeg toe wat uit de feiten volgt, tot er niets meer bij komt. */
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
