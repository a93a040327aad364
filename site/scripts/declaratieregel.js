// Check one declaration line with a set: product, unit, tariff and amount (TR381, TR341, TR418, TR346, IV042).

import { inEuro } from './bedragen.js';
import { bedragfout, contracttarieven, tarieffout, verdeel } from './declaratiebedragen.js';
import { eenheidsklachten } from './declaratie-eenheid.js';
import { bedoeldeU } from './gelijkenis.js';
import { ONBEKEND, retourcode } from './lezer.js';
import { maandVan } from './periodes.js';
import { opsomming } from './woorden.js';
import { declareerbaar, eenhedenVan, maakNaslag, regionaal, vraag } from './naslag.js';

/**
 * @typedef {{wet: 'Jw' | 'Wmo', gemeente?: string, product: string, categorie?: string, toegewezen?: string,
 *   eenheid: string, volume: number, tarief?: string, bedrag: string, maand: string, dag?: string}} Declaratieregel
 *   amounts as '87.24', maand as '2026-01'; toegewezen: the unit of the toewijzing; dag: that of the message
 * @typedef {{code: string, veld: string, regel: string, retourcode: string, tekst: string, verwacht: string,
 *   oorzaak: string, hint: string, watNu: string, geval: string, herkomst: {laag: string, bron: string}}} Bevinding
 * @typedef {{bevindingen: Bevinding[], open: {regel: string, waarom: string}[]}} Oordeel
 *   open: what cannot be judged from these facts
 */

const TARIEF = 'declaratieregel.tarief';
const TABEL = 'productcodetabel';
const HERINDIENEN = 'declaratie.herindienen';
const BERICHT = '323';
const OPNIEUW = {
  'hele declaratie': 'Dien de hele declaratie opnieuw in.',
  'alle regels van de cliënt': 'Dien alle regels van deze cliënt opnieuw in.',
  'de afgekeurde regels': 'Dien alleen deze declaratieregel opnieuw in.',
  niets: 'U hoeft niets opnieuw in te dienen.',
};

/** Check a declaration line. @param {Declaratieregel} regel @returns {Oordeel} */
export function controleer(index, regel) {
  const zaak = maakZaak(index, regel);
  const klachten = [];
  const open = [];
  const product = zoekProduct(zaak, klachten, open);
  const eigenEenheid = product && product.eenheid !== ONBEKEND ? product.eenheid : '';
  const toegewezen = regel.toegewezen || eigenEenheid;
  if (product || !klachten.length) {
    // Of an unknown product nothing more can be said.
    const eenheid = eenheidsklachten(zaak, toegewezen, product);
    klachten.push(...eenheid.klachten);
    open.push(...eenheid.open);
  }
  const afspraak = zaak.vraag(TARIEF, zaak.begin, { eenheid: [regel.eenheid] });
  klachten.push(...getallen(zaak, product, toegewezen, afspraak, klachten.length > 0, open));
  return { bevindingen: klachten.map((klacht) => meld(zaak, klacht)), open };
}

function maakZaak(index, regel) {
  const naslag = maakNaslag(index);
  const { begin, eind } = maandVan(`${regel.maand}-01`);
  const dag = regel.dag ?? eind;
  const feiten = { bericht: [BERICHT], wet: [regel.wet], ...(regel.gemeente ? { gemeente: [regel.gemeente] } : {}) };
  const cent = (tekst) => (tekst ? BigInt(tekst.replace('.', '')) : null);
  return {
    naslag, feiten, begin, eind, dag, regel, eenheden: eenhedenVan(naslag),
    regionaal: regionaal(naslag, feiten, dag),
    getallen: { volume: BigInt(regel.volume), tarief: cent(regel.tarief), bedrag: cent(regel.bedrag) },
    vraag: (naam, op, extra = {}) => vraag(naslag, naam, { ...feiten, ...extra }, op),
  };
}

/** Find the row of the product in the table of the region; complain about one that cannot be (TR381). */
function zoekProduct(zaak, klachten, open) {
  const { naslag: { index }, regel, begin, eind } = zaak;
  if (!index.producten.size) {
    const waarom = `Van ${index.set.naam} kennen we geen productcodes. Of de code klopt, kunnen we niet zeggen.`;
    if (zaak.regionaal || !index.set.deelname.length) open.push({ regel: 'TR381', waarom });
    return null;
  }
  if (!zaak.regionaal) return null;
  const rijen = index.producten.get(regel.product) ?? [];
  const vanWet = rijen.filter((rij) => rij.wet.includes(regel.wet));
  if (!vanWet.length) {
    klachten.push(geenProduct(index, regel, rijen));
    return null;
  }
  if (!regionaal(zaak.naslag, { ...zaak.feiten, product: [regel.product] }, begin)) {
    open.push({ regel: TABEL, waarom: 'De gemeente koopt dit product op deze dag niet via de regio.' });
    return null;
  }
  // A code that is closed for new toewijzingen stays good for those that run on.
  const geldend = declareerbaar(vanWet, eind);
  const rij = geldend ?? vanWet.at(-1);
  if (regel.categorie && vanWet.every((r) => r.categorie !== regel.categorie)) {
    const tekst = `Categorie ${regel.categorie} past niet bij productcode ${regel.product}.`;
    klachten.push({ code: 'RP935', veld: 'categorie', tekst, regel: 'TR381', verwacht: rij.categorie, product: rij });
  }
  if (!geldend) klachten.push(nietOpDezeDag(rij, eind));
  return geldend ?? null;
}

function geenProduct(index, { product, wet }, rijen) {
  const codes = [...index.producten].filter(([, van]) => van.some((rij) => rij.wet.includes(wet))).map(([code]) => code);
  const tekst = rijen.length
    ? `Productcode ${product} hoort bij de ${opsomming(rijen[0].wet)}, niet bij de ${wet}.`
    : `Productcode ${product} staat niet in de productcodetabel van de regio.`;
  return {
    code: 'RP935', veld: 'productcode', tekst, regel: 'TR381', verwacht: 'een productcode uit de tabel van de regio',
    hint: bedoeldeU(product, codes), product: rijen[0],
  };
}

function nietOpDezeDag(rij, dag) {
  const einde = rij.declareren_tot_en_met;
  const grens = einde !== undefined && einde < dag ? `tot en met ${einde}` : `vanaf ${rij.vanaf}`;
  const tekst = `Product ${rij.code} (${rij.naam}) kunt u ${grens} declareren. De productperiode valt daarbuiten.`;
  return { code: 'RP935', veld: 'productcode', tekst, regel: TABEL, verwacht: grens, retourcode: '', product: rij };
}

function getallen(zaak, product, toegewezen, afspraak, heeftKlachten, open) {
  const { naslag: { index }, regel, eenheden } = zaak;
  const rijen = product
    ? index.producten.get(product.code).filter((rij) => String(rij.wet) === String(product.wet))
    : [];
  const alle = rijen.flatMap((rij) => contracttarieven(rij, regel.eenheid, eenheden));
  const contract = { product, toegewezen, ...verdeel(alle, zaak.begin, zaak.eind) };
  const volgensContract = afspraak.waarden[0] === 'gelijk aan het contract';
  if (volgensContract && zaak.regionaal && !contract.geldig.length && !heeftKlachten) {
    const waarom = product
      ? 'In de productcodetabel staat geen tarief voor dit product in deze periode.'
      : 'We kennen geen tarief voor dit product in deze gemeente.';
    open.push({ regel: 'TR418', waarom });
  }
  const inEuros = afspraak.waarden[0] === 'leeg' || regel.eenheid === eenheden.euro;
  if (inEuros) return euros(zaak, afspraak);
  if (zaak.getallen.tarief === null) return [zonderTarief(contract)];
  return [
    ...(volgensContract ? tarieffout(zaak, contract) : []),
    ...bedragfout(zaak, contract),
  ];
}

/** With euros there is no tariff, and the volume is the amount in cents (IV042). */
function euros({ getallen: { tarief, volume, bedrag } }, oordeel) {
  const klachten = [];
  if (tarief !== null) {
    klachten.push({
      code: 'RP945', veld: 'tarief', tekst: "Bij euro's blijft het tarief leeg.", regel: TARIEF, verwacht: 'leeg',
      retourcode: '', oordeel,
    });
  }
  if (bedrag !== volume) {
    klachten.push({
      code: 'RP944', veld: 'volume', regel: 'IV042', verwacht: String(bedrag), retourcode: '', oordeel,
      tekst: `Bij euro's is het volume het bedrag in centen. Het volume is ${volume}, het bedrag ${inEuro(bedrag)}.`,
      oorzaak: bedrag === volume * 100n ? "het volume is in euro's ingevuld in plaats van in centen" : '',
    });
  }
  return klachten;
}

function zonderTarief({ geldig }) {
  return {
    code: 'RP945', veld: 'tarief', tekst: 'Er staat geen tarief. Het bedrag moet gelijk zijn aan volume maal tarief.',
    regel: 'TR346', verwacht: geldig.map((k) => k.afspraakTekst).join(' of '),
  };
}

/** Make a finding of a complaint: return code, what to send again, and who decides it. */
function meld(zaak, klacht) {
  const { index } = zaak.naslag;
  const { oordeel, product, regel } = klacht;
  const niveau = zaak.vraag(HERINDIENEN, zaak.dag, { foutniveau: ['prestatie'] }).waarden[0];
  const watNu = [OPNIEUW[niveau], klacht.nu].filter(Boolean).join(' ');
  return {
    code: klacht.code,
    veld: klacht.veld,
    regel,
    retourcode: klacht.retourcode ?? retourcode(index, regel, BERICHT, zaak.regel.wet),
    tekst: klacht.tekst,
    verwacht: klacht.verwacht ?? '',
    oorzaak: klacht.oorzaak ?? '',
    hint: klacht.hint ?? '',
    watNu: watNu || index.controles.get(regel)?.wat_nu || '',
    geval: oordeel ? oordeel.geval : product ? `product:${product.code}` : '',
    herkomst: herkomst(zaak, klacht),
  };
}

function herkomst({ naslag: { index }, regel: { wet } }, { oordeel, product, regel }) {
  const geval = oordeel?.gevallen[0];
  if (geval) return { laag: geval.laag, bron: geval.bron };
  if (product) return { laag: 'regio', bron: product.bron ?? TABEL };
  return index.controles.has(regel) ? { laag: 'landelijk', bron: `i${wet} ${index.set.release}` } : { laag: '', bron: '' };
}
