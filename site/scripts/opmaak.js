// Parts of a page as elements. Text stays text: nothing is read as HTML.

import { datumKort, zin } from './woorden.js';
import { isDag } from './datums.js';
import { wortel } from './site.js';

/** Make an element with properties and contents; a text becomes a text node, what is empty falls away. */
export function maak(naam, eigenschappen = {}, ...inhoud) {
  const element = document.createElement(naam);
  for (const [sleutel, waarde] of Object.entries(eigenschappen)) {
    if (waarde === true) element.setAttribute(sleutel, '');
    else if (waarde !== undefined && waarde !== false) element.setAttribute(sleutel, waarde);
  }
  const delen = inhoud.flat().filter((deel) => deel !== null && deel !== undefined && deel !== '');
  // An amount does not break after the euro sign.
  element.append(...delen.map((deel) => (typeof deel === 'string' ? deel.replaceAll('€ ', '€\u00a0') : deel)));
  return element;
}

/** Make a card: the answer first, then what belongs to it. soort: 'ja', 'nee', 'deels' or empty. */
export function kaart(soort, antwoord, ...inhoud) {
  return maak('article', { class: `kaart ${soort}`.trim() }, alinea(antwoord, 'antwoord'), ...inhoud);
}

/** Make a paragraph; an empty text gives nothing. */
export function alinea(tekst, klasse) {
  return tekst ? maak('p', { class: klasse }, tekst) : null;
}

/** Make the steps of a calculation; what does not count looks quieter (and says so too). */
export function stappenlijst(stappen) {
  return maak('ol', { class: 'stappen' }, stappen.map((stap) => (
    maak('li', { class: / telt niet mee/.test(stap) ? 'vrij' : undefined }, stap))));
}

/** Make a table that scrolls in itself. A column {titel, getal} can hold numbers. */
export function tabel(naam, kolommen, rijen) {
  const kop = kolommen.map(({ titel, getal }) => maak('th', { scope: 'col', class: getal ? 'n' : undefined }, titel));
  const lijf = rijen.map(([eerste, ...rest]) => maak('tr', {}, maak('th', { scope: 'row' }, String(eerste)),
    rest.map((cel, i) => maak('td', { class: kolommen[i + 1].getal ? 'n' : undefined }, String(cel)))));
  return maak('div', { class: 'rol', tabindex: '0', role: 'region', 'aria-label': naam },
    maak('table', { class: 'tabel' }, maak('thead', {}, maak('tr', {}, kop)), maak('tbody', {}, lijf)));
}

/** Say who decides this, from which document, and with which version of the protocol. */
export function bron(index, gevallen, ...links) {
  const { naam, versie, regio, versies } = index.set;
  const wie = [...new Map(gevallen.map((g) => [`${g.laag} ${g.bron}`, `${laag(g.laag)}: ${g.bron}`])).values()];
  // Only a region has versions, and a page.
  const protocol = versies.length ? maak('a', { href: `${wortel}regios/${regio}/` }, naam) : naam;
  const voor = wie.length ? zin(`${wie.join(' · ')} · `) : '';
  return maak('p', { class: 'bron' }, voor, protocol, `, versie ${versie}`, links.flatMap((link) => [' · ', link]));
}

/** Write days in a text as people write them: '2026-05-08' becomes '8 mei 2026'. */
export function metDagen(tekst) {
  return tekst.replace(/\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b/g, (dag) => (isDag(dag) ? datumKort(dag) : dag));
}

/** Name a layer as the pages do: 'iStandaarden' is landelijk. */
export function laag(naam) {
  return naam === 'iStandaarden' ? 'landelijk' : naam;
}
