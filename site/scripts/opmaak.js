// Stukken van een pagina als elementen. Tekst blijft tekst: niets wordt als HTML gelezen.

import { datumKort, zin } from './woorden.js';
import { isDag } from './datums.js';
import { wortel } from './site.js';

/** Maak een element met eigenschappen en inhoud; een tekst wordt een tekstknoop, leeg valt weg. */
export function maak(naam, eigenschappen = {}, ...inhoud) {
  const element = document.createElement(naam);
  for (const [sleutel, waarde] of Object.entries(eigenschappen)) {
    if (waarde === true) element.setAttribute(sleutel, '');
    else if (waarde !== undefined && waarde !== false) element.setAttribute(sleutel, waarde);
  }
  const delen = inhoud.flat().filter((deel) => deel !== null && deel !== undefined && deel !== '');
  // Een bedrag breekt niet af na het euroteken.
  element.append(...delen.map((deel) => (typeof deel === 'string' ? deel.replaceAll('€ ', '€\u00a0') : deel)));
  return element;
}

/** Maak een kaart: het antwoord eerst, dan wat erbij hoort. soort: 'ja', 'nee', 'deels' of leeg. */
export function kaart(soort, antwoord, ...inhoud) {
  return maak('article', { class: `kaart ${soort}`.trim() }, alinea(antwoord, 'antwoord'), ...inhoud);
}

/** Maak een alinea; een lege tekst geeft niets. */
export function alinea(tekst, klasse) {
  return tekst ? maak('p', { class: klasse }, tekst) : null;
}

/** Maak de stappen van een berekening; wat niet telt, ziet er rustiger uit (en zegt het ook). */
export function stappenlijst(stappen) {
  return maak('ol', { class: 'stappen' }, stappen.map((stap) => (
    maak('li', { class: / telt niet mee/.test(stap) ? 'vrij' : undefined }, stap))));
}

/** Maak een tabel die in zichzelf schuift. Een kolom {titel, getal} kan getallen hebben. */
export function tabel(naam, kolommen, rijen) {
  const kop = kolommen.map(({ titel, getal }) => maak('th', { scope: 'col', class: getal ? 'n' : undefined }, titel));
  const lijf = rijen.map(([eerste, ...rest]) => maak('tr', {}, maak('th', { scope: 'row' }, String(eerste)),
    rest.map((cel, i) => maak('td', { class: kolommen[i + 1].getal ? 'n' : undefined }, String(cel)))));
  return maak('div', { class: 'rol', tabindex: '0', role: 'region', 'aria-label': naam },
    maak('table', { class: 'tabel' }, maak('thead', {}, maak('tr', {}, kop)), maak('tbody', {}, lijf)));
}

/** Zeg wie dit bepaalt, uit welk document, en met welke versie van het protocol. */
export function bron(index, gevallen, ...links) {
  const { naam, versie, regio, versies } = index.set;
  const wie = [...new Map(gevallen.map((g) => [`${g.laag} ${g.bron}`, `${laag(g.laag)}: ${g.bron}`])).values()];
  // Alleen een regio heeft versies, en een pagina.
  const protocol = versies.length ? maak('a', { href: `${wortel}regios/${regio}/` }, naam) : naam;
  const voor = wie.length ? zin(`${wie.join(' · ')} · `) : '';
  return maak('p', { class: 'bron' }, voor, protocol, `, versie ${versie}`, links.flatMap((link) => [' · ', link]));
}

/** Schrijf dagen in een tekst zoals mensen ze schrijven: '2026-05-08' wordt '8 mei 2026'. */
export function metDagen(tekst) {
  return tekst.replace(/\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b/g, (dag) => (isDag(dag) ? datumKort(dag) : dag));
}

/** Noem een laag zoals op de pagina's: 'iStandaarden' is landelijk. */
export function laag(naam) {
  return naam === 'iStandaarden' ? 'landelijk' : naam;
}
