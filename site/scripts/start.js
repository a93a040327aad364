// The start page: a question and a municipality, and the answer as a card. The address opens the same answer again.

import { beantwoord } from './beantwoord.js';
import { PARAMETER, toonMijnRegios } from './mijn-regios.js';
import { LAADFOUT, wegwijzer } from './ophalen.js';
import { maak } from './opmaak.js';
import { onthoud, onthouden, plekVan, zoekPlek } from './plek.js';

const formulier = document.getElementById('vraag');
const veld = formulier.querySelector('input');
const gemeenteveld = /** @type {HTMLInputElement} */ (document.getElementById('gemeente'));
const fout = document.getElementById('gemeentefout');
const melding = document.getElementById('melding');
const antwoord = document.getElementById('antwoord');
const gewoneTitel = document.title;
// Who searches quickly, one after the other, gets the answer to the last question.
let beurt = 0;

/** Answer what stands in the address. @param {{focus: boolean}} hoe */
async function toon({ focus }) {
  beurt += 1;
  const mijn = beurt;
  const staat = Object.fromEntries(new URLSearchParams(location.search));
  try {
    const wijzer = await wegwijzer();
    // An address with a question says itself for which municipality, or for none.
    const eerder = staat.q || staat.regel || staat.gemeente || staat.regio ? {} : onthouden();
    veld.value = staat.q ?? '';
    gemeenteveld.value = plekVan({ ...eerder, ...staat }, wijzer).naam;
    if (!staat.q && !staat.regel && !staat.gemeente && !staat.regio) {
      antwoord.replaceChildren();
      document.title = gewoneTitel;
      return;
    }
    const { inhoud, kop, plek } = await beantwoord(staat, wijzer);
    if (mijn !== beurt) return;
    if (plek.naam) {
      gemeenteveld.value = plek.naam;
      onthoud(plek);
    }
    antwoord.replaceChildren(...inhoud);
    melding.textContent = kop;
    document.title = staat.q ? `${staat.q} · ${gewoneTitel}` : gewoneTitel;
    if (focus) antwoord.focus({ preventScroll: true });
    if (focus) antwoord.scrollIntoView({ block: 'nearest' });
  } catch (wat) {
    if (mijn !== beurt) return;
    antwoord.replaceChildren(maak('p', { class: 'let strijd' }, LAADFOUT));
    melding.textContent = LAADFOUT;
    if (!(wat instanceof TypeError)) throw wat;
  }
}

/** Put the question in the address, and answer it. */
function ga(staat) {
  const regios = new URLSearchParams(location.search).get(PARAMETER);
  const zoek = new URLSearchParams(Object.entries({ ...staat, [PARAMETER]: regios }).filter(([, waarde]) => waarde));
  history.pushState(null, '', zoek.size ? `?${zoek}` : location.pathname);
  return toon({ focus: true });
}

/** Read the municipality from the field; when we do not know which is meant, that is said below it. */
async function leesPlek() {
  const gevonden = zoekPlek(gemeenteveld.value, await wegwijzer());
  const bekend = !gevonden.fout;
  fout.hidden = bekend;
  gemeenteveld.toggleAttribute('aria-invalid', !bekend);
  if (bekend) {
    fout.textContent = '';
    return { gemeente: gevonden.gemeente, regio: gevonden.regio };
  }
  const [eerste, tweede, derde] = gevonden.suggesties;
  fout.textContent = eerste
    ? `Bedoelde u ${[eerste, tweede, derde].filter(Boolean).join(', of ')}?`
    : 'Deze gemeente kennen we niet. Laat het veld leeg voor de landelijke afspraak.';
  gemeenteveld.focus();
  return null;
}

formulier.addEventListener('submit', async (gebeurtenis) => {
  gebeurtenis.preventDefault();
  const plek = await leesPlek();
  if (plek) await ga({ q: veld.value.trim(), ...plek });
});

// A chosen municipality counts at once for the answer that is already there.
gemeenteveld.addEventListener('change', async () => {
  if (!antwoord.childElementCount) return;
  const plek = await leesPlek();
  if (plek) await ga({ q: veld.value.trim(), ...plek });
});

document.addEventListener('click', async (gebeurtenis) => {
  const geraakt = /** @type {Element} */ (gebeurtenis.target);
  const link = /** @type {HTMLAnchorElement | null} */ (geraakt.closest('a[data-zoek], a[data-hier], a[data-deel]'));
  if (!link || gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.shiftKey) return;
  gebeurtenis.preventDefault();
  if (link.hasAttribute('data-deel')) {
    await deel(link);
  } else if (link.dataset.zoek) {
    const plek = await leesPlek();
    if (plek) await ga({ q: link.dataset.zoek, ...plek });
  } else {
    await ga(Object.fromEntries(new URL(link.href).searchParams));
  }
});

async function deel(link) {
  let tekst = 'Het adres is gekopieerd.';
  try {
    await navigator.clipboard.writeText(new URL(link.href, location.href).href);
  } catch {
    history.replaceState(null, '', link.href);
    tekst = 'Kopiëren lukte niet. Het adres staat in de adresbalk.';
  }
  melding.textContent = tekst;
  link.after(maak('span', { class: 'gedeeld' }, ` (${tekst.toLowerCase().replace(/\.$/, '')})`));
  setTimeout(() => link.parentElement?.querySelector('.gedeeld')?.remove(), 4000);
}

addEventListener('popstate', () => toon({ focus: false }));
toonMijnRegios(document.querySelector('[data-mijn-regios]'));
toon({ focus: false });
