// De beginpagina: een vraag en een gemeente, en het antwoord als kaart. Het adres opent hetzelfde antwoord opnieuw.

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
// Wie snel achter elkaar zoekt, krijgt het antwoord op de laatste vraag.
let beurt = 0;

/** Beantwoord wat in het adres staat. @param {{focus: boolean}} hoe */
async function toon({ focus }) {
  beurt += 1;
  const mijn = beurt;
  const staat = Object.fromEntries(new URLSearchParams(location.search));
  try {
    const wijzer = await wegwijzer();
    // Een adres met een vraag zegt zelf voor welke gemeente, of voor geen.
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

/** Zet de vraag in het adres, en beantwoord haar. */
function ga(staat) {
  const regios = new URLSearchParams(location.search).get(PARAMETER);
  const zoek = new URLSearchParams(Object.entries({ ...staat, [PARAMETER]: regios }).filter(([, waarde]) => waarde));
  history.pushState(null, '', zoek.size ? `?${zoek}` : location.pathname);
  return toon({ focus: true });
}

/** Lees de gemeente uit het veld; weten we niet welke u bedoelt, dan staat dat eronder. */
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

// Een gekozen gemeente geldt meteen voor het antwoord dat er al staat.
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
