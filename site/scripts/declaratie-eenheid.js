// The unit of a declaration line beside that of the toewijzing (TR341), and what the region itself chose.

import { inCenten, inEuro } from './bedragen.js';
import { ONBEKEND, vulAan } from './lezer.js';
import { EENHEDEN, betekenissen, metBetekenis, vraagLandelijk } from './naslag.js';
import { minuuttarief } from './rekenen.js';
import { GeenRekenwijze } from './rekenwijze.js';
import { opsomming } from './woorden.js';

const EENHEID = 'declaratie.eenheid';
const LANDELIJK = 'TR341';
const GEEN_EENHEID = 'De eenheid van de toewijzing is niet bekend: vul haar in, of een product uit de tabel.';
const GEEN_AFSPRAAK = 'Het protocol zegt niet in welke eenheid u hier declareert.';

/** Give what is wrong with the unit, and what cannot be judged. `toegewezen` is empty when nobody said it. */
export function eenheidsklachten(zaak, toegewezen, product) {
  const { eenheid } = zaak.regel;
  if (!toegewezen) return zonderToewijzing(zaak);
  const oordeel = vraag(zaak, toegewezen);
  if (oordeel.waarden.length && !oordeel.waarden.includes(eenheid)) return klaag(klacht(zaak, toegewezen, oordeel));
  if (product && product.eenheid === toegewezen) {
    const mag = product.declaratie_eenheid;
    return [eenheid, ONBEKEND, ''].includes(mag) ? klaag() : klaag(regionaal(zaak, [mag], null, product));
  }
  return oordeel.waarden.length ? klaag() : { klachten: [], open: [{ regel: EENHEID, waarom: GEEN_AFSPRAAK }] };
}

/** Refuse a unit that fits no toewijzing at all; otherwise only the toewijzing can tell. */
function zonderToewijzing(zaak) {
  const { naslag: { index }, feiten, eenheden, regel: { eenheid } } = zaak;
  const specifiek = String(vulAan(index, feiten).niveau) === 'specifiek';
  if (specifiek && eenheden.codes.includes(eenheid)) {
    const past = eenheden.codes.some((van) => vraag(zaak, van).waarden.includes(eenheid));
    const oordeel = vraag(zaak, eenheid);
    if (!past && oordeel.waarden.length) return klaag(klacht(zaak, eenheid, oordeel));
  }
  return { klachten: [], open: [{ regel: EENHEID, waarom: GEEN_EENHEID }] };
}

function vraag(zaak, toegewezen) {
  return zaak.vraag(EENHEID, zaak.begin, { eenheid: [toegewezen], product: [zaak.regel.product] });
}

function klaag(...klachten) {
  return { klachten, open: [] };
}

function klacht(zaak, toegewezen, oordeel) {
  const { naslag, feiten, begin, regel: { eenheid } } = zaak;
  const landelijk = vraagLandelijk(naslag, EENHEID, { ...feiten, eenheid: [toegewezen] }, begin);
  if (landelijk.waarden.includes(eenheid)) return regionaal(zaak, oordeel.waarden, oordeel, null);
  return {
    code: 'RP943', veld: 'eenheid', regel: LANDELIJK, verwacht: mogelijk(naslag, oordeel.waarden), oordeel,
    tekst: `Eenheid ${metBetekenis(naslag, EENHEDEN, eenheid)} past niet bij een toewijzing in `
      + `${metBetekenis(naslag, EENHEDEN, toegewezen)}.`,
  };
}

/** Refuse what is allowed nationally: the region chose that itself, and no return code belongs to it. */
function regionaal(zaak, mag, oordeel, product) {
  const { naslag, eenheden, regel: { eenheid } } = zaak;
  const van = naam(zaak, eenheid);
  const waar = product ? `Bij product ${product.code} (${product.naam})` : 'In deze regio';
  const naarMinuten = eenheid === eenheden.uur && mag.length === 1 && mag[0] === eenheden.minuut;
  return {
    code: 'RP943', veld: 'eenheid', regel: product ? 'productcodetabel' : EENHEID, verwacht: mogelijk(naslag, mag),
    tekst: `U declareert in ${van}. ${waar} declareert u in ${mag.map((code) => naam(zaak, code)).join(' of ')}.`,
    hint: `Landelijk mag ${van} wel (${LANDELIJK}). Dit is een afspraak van de regio.`,
    retourcode: '', oordeel, product, nu: naarMinuten ? inMinuten(zaak) : '',
  };
}

/** Write the same line in minutes. The amount stays: it comes from the tariff per hour. */
function inMinuten({ naslag: { index }, feiten, begin, getallen: { volume, tarief, bedrag } }) {
  if (tarief === null || bedrag === null) return '';
  try {
    const perMinuut = inCenten(minuuttarief(index, feiten, begin, tarief).waarde);
    return `Vul in: ${volume * 60n} minuten, tarief ${inEuro(perMinuut)}, bedrag ${inEuro(tarief * volume)}.`;
  } catch (fout) {
    if (fout instanceof GeenRekenwijze) return '';
    throw fout;
  }
}

function naam({ naslag, eenheden }, code) {
  if (code === eenheden.minuut) return 'minuten';
  if (code === eenheden.uur) return 'uren';
  return (betekenissen(naslag, EENHEDEN).get(code) ?? code).toLowerCase();
}

function mogelijk(naslag, codes) {
  return opsomming(codes.map((code) => metBetekenis(naslag, EENHEDEN, code)), 'of');
}
