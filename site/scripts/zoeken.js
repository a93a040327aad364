// Searching everything: first what has that name, then the text of all pages. The index comes only when one searches.

import { regiowijzer, wegwijzer } from './ophalen.js';
import { maak } from './opmaak.js';
import { rangschik } from './rangorde.js';
import { wortel } from './site.js';
import { ontleed } from './vraag.js';
import { aantal } from './woorden.js';

const NAMEN = 8;
const TEKSTEN = 20;
const ALLE = 'alle';
const PLEK = 'plek';
const SOORTEN = {
  regel: 'afspraak', bericht: 'bericht', retourcode: 'retourcode', controle: 'landelijke regel', melding: 'melding',
  regio: 'regio', pagina: 'pagina', tab: 'pagina van de regio', product: 'product', gemeente: 'gemeente',
};
const formulier = /** @type {HTMLFormElement} */ (document.getElementById('zoek'));
const veld = formulier.querySelector('input');
const regioveld = formulier.querySelector('select');
const naarAntwoord = document.getElementById('naar-antwoord');
const melding = document.getElementById('melding');
const treffers = document.getElementById('treffers');
let beurt = 0;

async function toon() {
  beurt += 1;
  const mijn = beurt;
  const adres = new URLSearchParams(location.search);
  const q = adres.get('q') ?? '';
  veld.value = q;
  regioveld.value = adres.get('regio') ?? '';
  if (!q.trim()) {
    treffers.replaceChildren();
    melding.textContent = '';
    naarAntwoord.replaceChildren();
    return;
  }
  melding.textContent = 'We zoeken …';
  const namen = await namenBij(q, regioveld.value);
  if (mijn !== beurt) return;
  naarAntwoord.replaceChildren(maak('a', { href: `${wortel}?${adres}` }, `Naar het antwoord op '${q}' in een gemeente`));
  treffers.replaceChildren(...namen.map(vanNaam));
  const teksten = await tekstenBij(q, regioveld.value).catch(() => []);
  if (mijn !== beurt) return;
  const gezien = new Set(namen.map(({ pad }) => new URL(wortel + pad, location.href).href));
  const nieuw = teksten.filter(({ adres: waar }) => {
    const { href, hash } = new URL(waar, location.href);
    // The same rule stands at every region: without a chosen region once is enough.
    const sleutel = !regioveld.value && hash ? hash : href;
    if (gezien.has(href) || gezien.has(sleutel)) return false;
    gezien.add(sleutel);
    return true;
  });
  treffers.append(...nieuw.map(vanTekst));
  const totaal = namen.length + nieuw.length;
  melding.textContent = totaal ? `${aantal(totaal, 'treffer', 'treffers')} voor '${q}'.`
    : `Niets gevonden voor '${q}'. Kijk of het goed is geschreven, of kies alle regio's.`;
}

/** Give what has that name, or is like it with a slip of the keys. */
async function namenBij(q, regio) {
  const [wijzer, eigen] = await Promise.all([wegwijzer(), regiowijzer(regio)]);
  const gemeenten = wijzer.gemeenten.map(({ code, naam }) => ({ soort: 'gemeente', naam: code, titel: naam, pad: `gemeenten/#${code}` }));
  const vraag = ontleed(q, wijzer, '0000-00-00');
  const gewoon = vraag.gemeente ? gemeenten.filter(({ naam }) => naam === vraag.gemeente) : [];
  const landelijk = wijzer.namen.map((naam) => (regio && eigen.plekken[naam.naam] ? { ...naam, pad: eigen.plekken[naam.naam] } : naam));
  const gevonden = rangschik([...eigen.namen, ...landelijk, ...gemeenten], vraag).map(({ naam }) => naam);
  return [...new Set([...gewoon, ...gevonden])].slice(0, NAMEN);
}

/** Search the text of the pages, and find the row or heading where the word stands. */
async function tekstenBij(q, regio) {
  const pagefind = await import(new URL(`${wortel}pagefind/pagefind.js`, document.baseURI).href);
  // Every page holds one word that tells of which region it is; all words of a search must be on the page.
  const vragen = regio ? [regio, ALLE].map((naam) => `${q} ${PLEK}${naam.replaceAll('-', '')}`) : [q];
  const gevonden = await Promise.all(vragen.map((vraag) => pagefind.search(vraag)));
  const results = gevonden.flatMap((uitkomst) => uitkomst.results).sort((een, ander) => ander.score - een.score);
  const gegevens = await Promise.all(results.slice(0, TEKSTEN).map((treffer) => treffer.data()));
  return gegevens.map((pagina) => ({
    adres: pagina.url + plekIn(pagina), titel: pagina.meta.title ?? pagina.url, stuk: pagina.excerpt,
    regio: regionaam(pagina.filters?.regio?.[0]),
  }));
}

/** Give the anchor nearest before the first word that was found. */
function plekIn({ anchors, locations }) {
  const eerste = locations[0];
  const anker = (anchors ?? []).filter(({ location }) => location <= eerste).at(-1);
  return anker && anker.id !== 'inhoud' ? `#${anker.id}` : '';
}

function vanNaam({ soort, naam, titel, pad }) {
  const tekst = naam && soort !== 'regel' && !titel.startsWith(naam) ? `${naam}: ${titel}` : titel;
  return maak('li', {}, maak('a', { href: wortel + pad }, tekst), maak('span', { class: 'rustig' }, ` ${SOORTEN[soort] ?? soort}`));
}

/** Name the region as in the list; a page of all regions has none. */
function regionaam(regio) {
  return [...regioveld.options].find(({ value }) => value && value === regio)?.textContent ?? '';
}

function vanTekst({ adres, titel, stuk, regio }) {
  const waar = regio && !titel.includes(regio) ? maak('span', { class: 'rustig' }, ` ${regio}`) : null;
  return maak('li', {}, maak('a', { href: adres }, titel), waar, maak('p', {}, gemarkeerd(stuk)));
}

/** Make elements of a piece of text with <mark>; everything else stays text. */
function gemarkeerd(stuk) {
  return stuk.split(/<\/?mark>/).map((deel, i) => (i % 2 ? maak('mark', {}, alsTekst(deel)) : alsTekst(deel)));
}

function alsTekst(deel) {
  return deel.replace(/\bplek[a-z]{4,}\b/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

formulier.addEventListener('submit', async (gebeurtenis) => {
  gebeurtenis.preventDefault();
  const staat = new URLSearchParams({ q: veld.value.trim() });
  if (regioveld.value) staat.set('regio', regioveld.value);
  history.pushState(null, '', `?${staat}`);
  await toon();
});
regioveld.addEventListener('change', () => formulier.requestSubmit());
addEventListener('popstate', toon);
toon();
