// The card of a return code, a national rule or a product.

import { centen, inCenten, inEuro } from './bedragen.js';
import { versieOp } from './kaart.js';
import { inPeriode } from './lezer.js';
import { alinea, kaart, maak } from './opmaak.js';
import { minuuttarief } from './rekenen.js';
import { EENHEDEN, eenhedenVan, maakNaslag, metBetekenis } from './naslag.js';
import { datumKort, zin } from './woorden.js';

const FREQUENTIES = 'WMO757';

/** Make the card of a return code: what it means, where it comes from, and what to send again. */
export function retourkaart(code, { betekenis, controles }, { index, wegwijzer, adres }) {
  const regels = controles.map((naam) => index.controles.get(naam)).filter(Boolean);
  const oorzaken = regels.flatMap((regel) => regel.oorzaken);
  return kaart('deels', betekenis,
    ...regels.map(({ zin: tekst, wat_nu: watNu }) => maak('p', {}, tekst, watNu ? ` ${watNu}` : '')),
    oorzaken.length ? maak('p', {}, 'Vaak komt het hierdoor:') : null,
    oorzaken.length ? maak('ul', {}, oorzaken.map((oorzaak) => maak('li', {}, `${zin(oorzaak)}.`))) : null,
    bron([`Retourcode ${code}`, ...regels.map(({ controle }) => controle), 'landelijk'],
      plek(wegwijzer, 'retourcode', code, `alles over ${code}`), deel(adres)));
}

/** Make the card of a national rule by its number. */
export function controlekaart(controle, { wegwijzer, adres }) {
  const berichten = controle.berichten.length ? `Geldt voor bericht ${controle.berichten.join(', ')}.` : '';
  return kaart('', controle.zin, alinea(controle.wat_nu), alinea(berichten), alinea(controle.opmerking),
    bron([controle.controle, controle.soort, 'landelijk'],
      plek(wegwijzer, 'controle', controle.controle, 'naar de landelijke regels'), deel(adres)));
}

/** Make the card of a product: the tariff on this day first. */
export function productkaart(code, { index, op, namen, adres }) {
  const rijen = index.producten.get(code);
  const rij = rijen.find((product) => inPeriode(product, op)) ?? rijen.at(-1);
  const naslag = maakNaslag(index);
  const geldt = inPeriode(rij, op);
  const tarief = rij.tarieven.filter((t) => inPeriode(t, op)).at(-1);
  const eenheid = woord(naslag, EENHEDEN, rij.eenheid);
  const kop = !geldt ? `Nee. ${code} geldt niet op ${datumKort(op)}.` : tariefzin(rij, tarief, eenheid);
  const plekje = namen.find((naam) => naam.soort === 'product' && naam.naam === code)?.pad;
  return kaart(geldt ? 'ja' : 'nee', kop,
    maak('p', {}, maak('b', {}, `${code} ${rij.naam}`), rij.eenheid === rij.declaratie_eenheid ? ''
      : `. U declareert in: ${woord(naslag, EENHEDEN, rij.declaratie_eenheid)}.`),
    geldt ? alinea(perMinuut(index, naslag, rij, tarief, op)) : alinea(periode(rij)),
    rij.frequenties.length
      ? alinea(`Frequentie: ${rij.frequenties.map((f) => woord(naslag, FREQUENTIES, f)).join(', ')}.`) : null,
    alinea(rij.toelichting),
    bron([`Productcodes van ${index.set.naam}`, versieOp(index, op)],
      plekje ? ['naar de rij in de tabel', plekje] : null, deel(adres)));
}

function tariefzin({ tarief_stand: stand }, tarief, eenheid) {
  if (tarief) return `${inEuro(centen(tarief.bedrag))} per ${eenheid}.`;
  return stand === 'geen' ? 'Geen vast tarief.' : 'Het tarief is onbekend.';
}

function perMinuut(index, naslag, rij, tarief, op) {
  const vanaf = tarief?.vanaf ? `Dit tarief geldt vanaf ${datumKort(tarief.vanaf)}.` : '';
  if (!tarief || rij.eenheid !== eenhedenVan(naslag).uur) return vanaf;
  try {
    const { waarde } = minuuttarief(index, {}, op, centen(tarief.bedrag));
    return `Per minuut is dat ${inEuro(inCenten(waarde))}, afgerond op centen. ${vanaf}`;
  } catch {
    return vanaf;
  }
}

function periode({ vanaf, tot_en_met: einde }) {
  const begin = vanaf ? `vanaf ${datumKort(vanaf)}` : '';
  return `Deze code geldt ${[begin, einde ? `tot en met ${datumKort(einde)}` : ''].filter(Boolean).join(' ')}.`;
}

function woord(naslag, codelijst, code) {
  return /\((.*)\)$/.exec(metBetekenis(naslag, codelijst, code))?.[1] ?? code;
}

function plek(wegwijzer, soort, naam, tekst) {
  const gevonden = wegwijzer.namen.find((n) => n.soort === soort && n.naam === naam);
  return gevonden ? [tekst, gevonden.pad] : null;
}

function deel(adres) {
  return ['deel dit antwoord', adres({}), true];
}

function bron(delen, ...links) {
  const alle = [...delen, ...links.filter(Boolean).map(([tekst, pad, delen_]) => (
    maak('a', { href: pad, 'data-deel': Boolean(delen_) }, tekst)))];
  return maak('p', { class: 'bron' }, alle.flatMap((stuk, i) => (i ? [' · ', stuk] : [stuk])));
}
