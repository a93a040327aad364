// The card of a rule: the answer first, then one sentence, what holds nationally, the source, and what can change it.

import { antwoord, kern, strekking } from './antwoord.js';
import { kalenderVan } from './kalender.js';
import { inPeriode, isRegionaal } from './lezer.js';
import { zoekLandelijk } from './landelijk.js';
import { alinea, kaart, laag, maak, stappenlijst } from './opmaak.js';
import { STANDAARD } from './ophalen.js';
import { volg } from './spoor.js';
import { stappen, vanUitkomst } from './termijn.js';
import { naamVan, titelVan, vervolgvragen } from './vervolg.js';
import { datum, datumKort, zin } from './woorden.js';

/**
 * @typedef {{index: import('./lezer.js').Index, wegwijzer: any, plek: import('./plek.js').Plek,
 *   feiten: import('./lezer.js').Feiten, op: string, dag: string, adres: (erbij: object) => string,
 *   plekVanRegel: (regel: string) => string}} Omstandigheden  adres: makes a link to this answer with something added
 */

const SOORTEN = {
  invulling: ['invulling', 'hier ingevuld'],
  afwijking: ['afwijking', 'andere afspraak dan landelijk'],
  aanvulling: ['aanvulling', 'extra afspraak van de regio'],
};
const ONBESLIST = ['geen antwoord', 'elders geregeld'];
const LANGE_KOP = 120;
const GEEN_AFSPRAAK = ['geen antwoord', 'geen afspraak'];
const KLASSE = { ja: 'ja', nee: 'nee' };

/** Make the card of a rule. @param {Omstandigheden} bij @returns {HTMLElement} */
export function regelkaart(regel, bij) {
  const { index, feiten, op } = bij;
  const spoor = volg(index, regel.regel, feiten, op);
  const vragen = vervolgvragen(index, regel, feiten, spoor, op, bij.wegwijzer);
  const beslist = vragen.find(({ sleutel }) => sleutel === 'wet')
    ?? (ONBESLIST.includes(spoor.uitkomst.stand) ? vragen.find(({ sleutel }) => sleutel !== 'situatie') : undefined);
  if (beslist) return hangtAf(regel, beslist, vragen, spoor, bij);
  const zinnen = splits(index, regel, spoor, op);
  const termijn = laatsteDag(regel, spoor, bij);
  const kop = termijn?.datum ? `Uiterlijk ${termijn.datum}.` : hierIn(zinnen.kern, bij.plek);
  const gemaakt = kaart(
    termijn?.datum ? 'ja' : KLASSE[strekking(zinnen.kern)] ?? '',
    kop,
    termijn?.datum ? alinea(zinnen.kern) : alinea(termijn?.waarom),
    termijn?.stappen ? stappenlijst(termijn.stappen) : null,
    alinea(zinnen.rest),
    verschil(regel, spoor, bij),
    bronregel(regel, spoor.uitkomst, bij),
    uitleg(regel, spoor, bij),
    ...vervolg(vragen, bij),
  );
  if (kop.length > LANGE_KOP) gemaakt.querySelector('.antwoord').classList.add('lang');
  return gemaakt;
}

/** When a fact that we do not know decides, we show the answer to each choice. */
function hangtAf(regel, vraag, vragen, spoor, bij) {
  return kaart('deels', kopVan(vraag), vraagblok(vraag, bij, true), bronregel(regel, spoor.uitkomst, bij),
    uitleg(regel, spoor, bij), ...vervolg(vragen.filter((ander) => ander !== vraag), bij));
}

function kopVan({ sleutel, keuzes }) {
  if (sleutel !== 'wet') return 'Dat hangt ervan af.';
  const kort = keuzes.map(({ waarde, antwoord: tekst }) => [strekking(tekst), waarde]);
  if (!kort.every(([ja]) => ja) || new Set(kort.map(([ja]) => ja)).size === 1) return 'Dat hangt af van de wet.';
  return `${zin(kort.map(([ja, waarde]) => `${ja} voor de ${waarde}`).join(', maar '))}.`;
}

/** Give the first sentence, and what comes after it. */
function splits(index, regel, spoor, op) {
  const eerste = kern(index, regel, spoor.uitkomst);
  const alles = antwoord(index, regel, spoor, op);
  return { kern: eerste, rest: alles.slice(eerste.length).replace(/^[.\s]+/, '') };
}

/** Name the municipality: 'De aanbieder stuurt hier geen VOW' becomes 'De aanbieder stuurt in Epe geen VOW'. */
function hierIn(tekst, { naam, onbekend }) {
  return naam && !onbekend ? tekst.replace(/\bhier\b/, `in ${naam}`) : tekst;
}

function laatsteDag(regel, spoor, { index, dag }) {
  if (!dag || index.soorten.get(regel.regel) !== 'termijnen') return null;
  try {
    const gevonden = vanUitkomst(regel, spoor.uitkomst, dag, kalenderVan(index.set));
    if (!gevonden.berekend) return { waarom: stappen(regel, gevonden, dag)[0] };
    const naam = index.set.gebeurtenissen.find((g) => g.gebeurtenis === gevonden.gebeurtenis)?.in_zin ?? gevonden.gebeurtenis;
    return {
      datum: datum(gevonden.berekend.datum),
      stappen: [`${zin(naam)}: ${datum(dag)}.`, ...stappen(regel, gevonden, dag)],
    };
  } catch (fout) {
    return { waarom: `We geven geen datum: ${fout.message}.` };
  }
}

/** Say whether the region agreed something itself here, and what holds nationally. */
function verschil(regel, spoor, { index, feiten, op }) {
  const regionaal = spoor.uitkomst.gevallen.find(isRegionaal);
  const strijdig = spoor.getoetst.some((g) => g.ingehaald && isRegionaal(g.geval))
    && spoor.uitkomst.gevallen.some((geval) => geval.bindend);
  if (strijdig) return maak('p', {}, label('strijd', 'in strijd met de landelijke regel'));
  if (!regionaal || !(regionaal.soort in SOORTEN)) return null;
  const uitkomst = zoekLandelijk(index, regel.regel, feiten, op);
  const zegt = kern(index, regel, uitkomst);
  const landelijk = GEEN_AFSPRAAK.includes(uitkomst.stand) ? 'Landelijk is hierover niets afgesproken.' : `Landelijk: ${klein(zegt)}`;
  return maak('p', {}, label(...SOORTEN[regionaal.soort]), ' ', landelijk);
}

function bronregel(regel, uitkomst, bij) {
  const { index, op } = bij;
  const bronnen = [...new Set(uitkomst.gevallen.map(({ bron, laag: van }) => (van === 'standaardprotocol' ? `${laag(van)}: ${bron}` : bron)))];
  const eigen = bij.plekVanRegel(regel.regel);
  const delen = [
    ...(bronnen.length ? [bronnen.join('; ')] : []),
    versie(index, uitkomst, op),
    ...(eigen ? [maak('a', { href: eigen }, bij.plek.regio === STANDAARD ? 'lees de landelijke regel' : 'lees het in het protocol')] : []),
    maak('a', { href: bij.adres({}), 'data-deel': true }, 'deel dit antwoord'),
  ].filter(Boolean);
  return maak('p', { class: 'bron' }, delen.flatMap((deel, i) => (i ? [' · ', deel] : [deel])));
}

/** Name the version of the protocol that holds on this day, with its status. */
function versie(index, uitkomst, op) {
  if (!uitkomst.gevallen.some(isRegionaal)) return `landelijk, release ${index.set.release}`;
  return versieOp(index, op);
}

/** Name the version of the protocol that holds on a day. */
export function versieOp({ set }, op) {
  const geldend = set.versies.filter((v) => v.vanaf !== undefined && inPeriode({ vanaf: v.vanaf }, op)).at(-1);
  if (!geldend) return set.versie === set.status ? `nog geen vastgesteld protocol (${set.status})` : `versie ${set.versie}, ${set.status}`;
  return `versie ${geldend.nummer} (vanaf ${datumKort(geldend.vanaf)}), ${geldend.status}`;
}

/** Tell which cases were tried, and why they hold or not. */
function uitleg(regel, spoor, bij) {
  const { index } = bij;
  const redenen = spoor.uitkomst.gevallen.flatMap(({ reden, opmerking }) => [reden && `Waarom: ${reden}`, opmerking]);
  const gevallen = spoor.getoetst.map((getoetst) => maak('li', {},
    maak('b', {}, past(getoetst)), ` ${wanneer(index, getoetst.geval, bij.wegwijzer)}. `,
    maak('span', { class: 'rustig' }, `${zin(laag(getoetst.geval.laag))}: ${getoetst.geval.bron}`)));
  return maak('details', { class: 'hoe' }, maak('summary', {}, 'Hoe weten we dit?'),
    gevallen.length ? maak('p', {}, 'Dit zijn de gevallen, in volgorde. Het eerste dat past, geldt.') : null,
    gevallen.length ? maak('ol', {}, gevallen) : maak('p', {}, 'In dit protocol staat hierover geen enkel geval.'),
    redenen.filter(Boolean).map((tekst) => maak('p', {}, tekst)));
}

/** Say in a few words whether a case fits. */
function past({ geldt, ingehaald, reden, mist }) {
  if (geldt) return 'Ja, dit geldt:';
  if (ingehaald) return 'Past ook, maar gaat niet voor:';
  return mist.length || reden.startsWith('we weten niet') ? 'Weten we niet:' : 'Nee:';
}

function wanneer(index, geval, wegwijzer) {
  const als = geval.als.map(({ sleutel, waarden }) => (
    `${titelVan(index, sleutel)}: ${waarden.map((waarde) => naamVan(index, sleutel, waarde, wegwijzer)).join(' of ')}`));
  return als.join('; ') || 'Altijd';
}

/** Ask the first question at once; what matters less is a step away. */
function vervolg(vragen, bij) {
  const [eerste, ...meer] = vragen;
  if (!eerste) return [];
  const rest = meer.map((vraag) => vraagblok(vraag, bij, false));
  if (eerste.sleutel === 'situatie') rest.unshift(vraagblok(eerste, bij, false));
  return [
    eerste.sleutel === 'situatie' ? null : vraagblok(eerste, bij, false),
    rest.length ? maak('details', { class: 'meer' }, maak('summary', {}, 'Wat kan het antwoord nog veranderen?'), rest) : null,
  ].filter(Boolean);
}

function vraagblok({ sleutel, vraag, keuzes }, bij, open) {
  const rijen = keuzes.map(({ waarde, naam, antwoord: tekst }) => maak('li', {},
    maak('a', { href: bij.adres({ [sleutel]: waarde }), 'data-hier': true }, naam), `: ${klein(tekst)}`));
  return maak('div', { class: 'vervolg' }, maak(open ? 'h3' : 'p', { class: 'vraag' }, vraag), maak('ul', {}, rijen));
}

function label(klasse, tekst) {
  return maak('span', { class: `label ${klasse}` }, tekst);
}

/** Begin with a small letter, except for an abbreviation or code. */
function klein(tekst) {
  return /^[A-Z][a-z]/.test(tekst) ? tekst.slice(0, 1).toLowerCase() + tekst.slice(1) : tekst;
}
