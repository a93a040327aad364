// Tariff and amount of a declaration line (TR418, TR346, IV081), and the mistake that explains a wrong number.
// All amounts are cents.

import { inCenten, inEuro, alsTekst, minutenbedrag, minuuttarief, rond, uurtariefMogelijk } from './bedragen.js';
import { centen } from './bedragen.js';
import { inPeriode } from './lezer.js';
import { minutenbedrag as rekenMinutenbedrag } from './rekenen.js';
import { GeenRekenwijze } from './rekenwijze.js';

/** @typedef {{tarief: bigint, uurtarief: bigint | null, afspraak: any, afspraakTekst: string}} Contracttarief */

const HONDERD = 100n;

/** Give the tariffs of a product per unit of the line; none when that unit has no tariff. */
export function contracttarieven(product, eenheid, eenheden) {
  return product.tarieven.flatMap((afspraak) => {
    const bedrag = centen(afspraak.bedrag);
    if (product.eenheid === eenheid) return [contracttarief(bedrag, null, afspraak)];
    if (product.eenheid !== eenheden.uur || eenheid !== eenheden.minuut) return [];
    return [contracttarief(minuuttarief(bedrag).eenheden, bedrag, afspraak)];
  });
}

/** Divide tariffs into those that hold on a day of the line, and the others. */
export function verdeel(alle, van, tot) {
  const geldt = ({ afspraak: { vanaf, tot_en_met: einde } }) => inPeriode({ vanaf }, tot)
    && inPeriode({ tot_en_met: einde }, van);
  return { geldig: alle.filter(geldt), anders: alle.filter((tarief) => !geldt(tarief)) };
}

/** Complain about a tariff that is not in the contract (TR418). */
export function tarieffout(zaak, contract) {
  const { tarief } = zaak.getallen;
  const { geldig, product } = contract;
  if (!geldig.length || geldig.some((k) => k.tarief === tarief)) return [];
  const mogelijk = [...new Set(geldig.map((k) => inEuro(k.tarief)))].join(' of ');
  const { vanaf } = geldig[0].afspraak;
  return [{
    code: 'RP945', veld: 'tarief', regel: 'TR418', product,
    tekst: `Uw tarief is ${inEuro(tarief)}. Afgesproken is ${mogelijk}${vanaf === undefined ? '' : ` (vanaf ${vanaf})`}.`,
    verwacht: [...new Set(geldig.map((k) => k.afspraakTekst))].join(' of '),
    oorzaak: oorzaakTarief(zaak, contract),
    nu: advies(zaak, geldig, mogelijk),
  }];
}

/** Compare the amount with volume and tariff (TR346, IV081); no complaint when it is right, or can be. */
export function bedragfout(zaak, { geldig, toegewezen }) {
  const { regel: { eenheid }, eenheden, getallen: { volume, tarief, bedrag } } = zaak;
  if (bedrag === null) return [];
  const passend = geldig.filter((k) => k.tarief === tarief);
  const uurtarieven = passend.map((k) => k.uurtarief).filter((uurtarief) => uurtarief !== null);
  const gerekend = uurtarieven.map((uurtarief) => uitUurtarief(zaak, uurtarief));
  const verwacht = gerekend.length && !gerekend.includes(null) ? gerekend : [tarief * volume];
  if (verwacht.includes(bedrag)) return [];
  const urenMogelijk = eenheid === eenheden.minuut && !passend.length && ['', eenheden.uur].includes(toegewezen);
  if (urenMogelijk && uurtariefMogelijk(tarief, volume, bedrag)) return [];
  const [goed] = verwacht;
  const som = uurtarieven.length
    ? `${inEuro(uurtarieven[0])} maal ${volume} gedeeld door 60`
    : `${volume} maal ${inEuro(tarief)}`;
  return [{
    code: 'RP944', veld: 'bedrag', regel: 'TR346',
    tekst: `Het bedrag is ${inEuro(bedrag)}. ${som} is ${inEuro(goed)}.`,
    verwacht: alsTekst({ eenheden: goed, decimalen: 2 }),
    oorzaak: oorzaakBedrag(zaak, goed, uurtarieven),
    nu: `Vul bedrag ${inEuro(goed)} in.`,
  }];
}

function contracttarief(tarief, uurtarief, afspraak) {
  return { tarief, uurtarief, afspraak, afspraakTekst: alsTekst({ eenheden: tarief, decimalen: 2 }) };
}

function advies(zaak, geldig, mogelijk) {
  const [goed] = geldig;
  const kanRekenen = uitUurtarief(zaak, 0n) !== null;
  if (geldig.length > 1 || !kanRekenen) return `Vul tarief ${mogelijk} in.`;
  const { volume } = zaak.getallen;
  const bedrag = goed.uurtarief === null ? goed.tarief * volume : uitUurtarief(zaak, goed.uurtarief);
  return `Vul tarief ${mogelijk} en bedrag ${inEuro(bedrag)} in.`;
}

/** Give the amount for the minutes of the line at a tariff per hour; null when the set does not say how. */
function uitUurtarief({ naslag: { index }, feiten, begin, getallen: { volume } }, uurtarief) {
  try {
    return inCenten(rekenMinutenbedrag(index, feiten, begin, uurtarief, volume).waarde);
  } catch (fout) {
    if (fout instanceof GeenRekenwijze) return null;
    throw fout;
  }
}

function oorzaakTarief(zaak, { geldig, anders }) {
  const { begin, getallen: { tarief } } = zaak;
  const ander = anders.find((k) => k.tarief === tarief)?.afspraak;
  if (ander) {
    if (ander.tot_en_met !== undefined && ander.tot_en_met < begin) {
      return `dit was het tarief tot en met ${ander.tot_en_met}`;
    }
    return `dit tarief geldt pas vanaf ${ander.vanaf}`;
  }
  for (const goed of geldig) {
    const verwisseld = eenheidVerwisseld(zaak, goed);
    if (verwisseld) return verwisseld;
    if (goed.uurtarief !== null && goed.uurtarief / 60n === tarief) {
      return 'het tarief per minuut is naar beneden afgerond; een halve cent of meer gaat omhoog';
    }
  }
  return geldig.map((goed) => factor(tarief, goed.tarief, 'het tarief')).find(Boolean) ?? '';
}

function eenheidVerwisseld({ regel: { eenheid }, eenheden, getallen: { volume, tarief, bedrag } }, goed) {
  if (eenheid === eenheden.minuut && goed.uurtarief === tarief) {
    return bedrag === tarief * volume
      ? 'de regel is in uren ingevuld, maar de eenheid is minuut'
      : 'het tarief per uur staat bij een regel in minuten';
  }
  if (eenheid === eenheden.uur && minuuttarief(goed.tarief).eenheden === tarief) {
    return [tarief * volume, minutenbedrag(goed.tarief, volume).eenheden].includes(bedrag)
      ? 'de regel is in minuten ingevuld, maar de eenheid is uur'
      : 'het tarief per minuut staat bij een regel in uren';
  }
  return '';
}

function oorzaakBedrag({ regel: { eenheid }, eenheden, getallen: { volume, tarief, bedrag } }, goed, uurtarieven) {
  const gewoon = maal(tarief, volume);
  if (uurtarieven.length && bedrag === gewoon) return 'gerekend met het afgeronde tarief per minuut';
  if (uurtarieven.some((uurtarief) => bedrag === uurtarief * volume)) {
    return 'het uurtarief is vermenigvuldigd met de minuten, zonder te delen door 60';
  }
  if (uurtarieven.some((uurtarief) => maal(uurtarief, volume) / 60n === bedrag)) {
    return 'het bedrag is naar beneden afgerond; een halve cent of meer gaat omhoog';
  }
  if (bedrag === tarief) return 'het bedrag is het tarief zelf, niet vermenigvuldigd met het volume';
  if (eenheid === eenheden.uur && bedrag === rond(gewoon, HONDERD * 60n).eenheden) {
    return 'het volume is in minuten ingevuld, maar de eenheid is uur';
  }
  if (eenheid === eenheden.minuut && bedrag === gewoon * 60n) {
    return 'het volume is in uren ingevuld, maar de eenheid is minuut';
  }
  return factor(bedrag, goed, 'het bedrag');
}

/** @param {bigint} tarief @param {bigint} volume @returns {bigint} */
function maal(tarief, volume) {
  return tarief * volume;
}

function factor(gevonden, goed, wat) {
  if (goed === 0n) return '';
  if (gevonden * HONDERD === goed) return `${wat} is in euro's ingevuld in plaats van in centen`;
  if (gevonden === goed * HONDERD) return `${wat} heeft twee nullen te veel: het bericht vraagt al centen`;
  return '';
}
