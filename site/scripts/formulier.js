// Wat elke rekenhulp doet: velden lezen, een fout naast het veld zetten, en het antwoord in het adres bewaren.
// Er gaat niets van het apparaat: wat achter het hekje staat, ziet geen server.

import { GeenRekenwijze } from './rekenwijze.js';
import { Invoerfout } from './invoer.js';
import { LAADFOUT } from './ophalen.js';
import { alinea, kaart, maak } from './opmaak.js';
import { kiesOnthouden } from './plaats.js';

const RONDEN = 2;
const [INGESTUURD, VERANDERD, ADRES] = ['ingestuurd', 'veranderd', 'adres'];

/**
 * Maak van een formulier een rekenhulp.
 * @param {HTMLFormElement} formulier  met een plek voor het antwoord: het element uit data-uitkomst
 * @param {{bereid?: () => Promise<void>, reken: (lees: Lezer) => Promise<Node[]>}} hulp
 *   bereid: velden die van andere velden afhangen; reken: geeft wat er in het antwoord staat
 */
export async function rekenhulp(formulier, { bereid = async () => {}, reken }) {
  const uitkomst = document.getElementById(formulier.dataset.uitkomst);
  const toon = (...inhoud) => uitkomst.replaceChildren(...inhoud.flat().filter(Boolean));
  // Wie snel achter elkaar kiest, krijgt het antwoord op de laatste keuze.
  let beurt = 0;

  async function antwoord({ door }) {
    beurt += 1;
    const mijn = beurt;
    wisFouten(formulier);
    const lees = new Lezer(formulier);
    try {
      const inhoud = await reken(lees);
      if (mijn !== beurt) return;
      toon(inhoud);
      history.replaceState(null, '', adres(formulier));
      if (door === INGESTUURD) uitkomst.scrollIntoView({ block: 'nearest' });
    } catch (fout) {
      if (mijn !== beurt) return;
      if (fout instanceof NietIngevuld) {
        toon();
        if (door === INGESTUURD) lees.eersteFout?.focus();
        // Een adres dat maar een deel invult, is geen fout.
        if (door === ADRES) wisFouten(formulier);
      } else if (fout instanceof GeenRekenwijze) {
        toon(kaart('deels', 'Dit kunnen we niet uitrekenen.', alinea(`Want ${fout.message}.`)));
      } else {
        toon(maak('p', { class: 'let strijd' }, fout instanceof TypeError ? LAADFOUT : `Er ging iets mis: ${fout.message}`));
        if (!(fout instanceof TypeError)) throw fout;
      }
    }
  }

  async function heropen() {
    const staat = new URLSearchParams(location.hash.slice(1));
    if (!location.hash.includes('=')) return;
    // De plaats bepaalt welke regels er zijn, de regel welke vragen: vul daarom een paar keer in.
    for (let ronde = 0; ronde < RONDEN; ronde += 1) {
      vul(formulier, (naam) => staat.getAll(naam));
      await bereid();
    }
    vul(formulier, (naam) => staat.getAll(naam));
    await antwoord({ door: ADRES });
  }

  formulier.noValidate = true;
  formulier.addEventListener('submit', (gebeurtenis) => {
    gebeurtenis.preventDefault();
    antwoord({ door: INGESTUURD });
  });
  formulier.addEventListener('change', async () => {
    await bereid();
    // Staat er al een antwoord, dan mag het niet bij andere gegevens horen.
    if (uitkomst.childElementCount) await antwoord({ door: VERANDERD });
  });
  addEventListener('hashchange', heropen);
  kiesOnthouden(formulier.elements.namedItem('plaats'));
  try {
    await bereid();
    await heropen();
  } catch {
    toon(maak('p', { class: 'let strijd' }, LAADFOUT));
  }
}

/** Een veld is leeg of verkeerd; de zin staat al bij het veld. */
class NietIngevuld extends Error {}

/** Leest velden. Alle fouten komen tegelijk in beeld; `klaar` stopt als er een was. */
export class Lezer {
  constructor(formulier) {
    this.formulier = formulier;
    this.eersteFout = null;
  }

  /** Geef de tekst van een veld of de gekozen waarde; leeg als het er niet is. */
  tekst(naam) {
    return String(new FormData(this.formulier).get(naam) ?? '').trim();
  }

  /** Geef alle gekozen waarden van een naam. */
  alle(naam) {
    return new FormData(this.formulier).getAll(naam).filter(Boolean);
  }

  /** Lees een veld met een functie; een fout komt bij het veld te staan. */
  lees(naam, functie) {
    try {
      return functie(this.tekst(naam));
    } catch (fout) {
      if (!(fout instanceof Invoerfout)) throw fout;
      this.fout(naam, fout.message);
      return null;
    }
  }

  /** Lees een veld dat leeg mag zijn; null als het leeg is. */
  leesMisschien(naam, functie) {
    return this.tekst(naam) ? this.lees(naam, functie) : null;
  }

  /** Zet een fout bij een veld. */
  fout(naam, tekst) {
    const veld = this.formulier.elements[naam];
    const eerste = veld instanceof RadioNodeList ? veld[0] : veld;
    const plek = document.getElementById(`${naam}-fout`);
    plek.textContent = tekst;
    eerste.setAttribute('aria-invalid', 'true');
    this.eersteFout ??= eerste;
  }

  /** Stop als er een fout was. */
  klaar() {
    if (this.eersteFout) throw new NietIngevuld();
  }
}

function wisFouten(formulier) {
  formulier.querySelectorAll('[aria-invalid]').forEach((veld) => veld.removeAttribute('aria-invalid'));
  formulier.querySelectorAll('.veldfout').forEach((plek) => { plek.textContent = ''; });
}

/** Geef het adres waarmee dit antwoord weer opent. */
export function adres(formulier) {
  const staat = new URLSearchParams([...new FormData(formulier)].filter(([, waarde]) => waarde !== '')
    .map(([naam, waarde]) => [naam, String(waarde)]));
  return `#${staat}`;
}

/** Maak een link naar dit antwoord; wie erop drukt, heeft het adres meteen op het klembord als dat mag. */
export function deellink(formulier) {
  const link = maak('a', { href: adres(formulier) }, 'deel dit antwoord');
  const melding = maak('span', { role: 'status' });
  link.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(new URL(adres(formulier), location.href).href);
      melding.textContent = ' Het adres staat op uw klembord.';
    } catch {
      melding.textContent = ' Het adres staat nu in de adresbalk.';
    }
  });
  return maak('span', {}, link, melding);
}

/** Vul velden in met de waarden bij hun naam; een keuze die er niet is, blijft zoals zij was. */
export function vul(formulier, waardenVan, welke = (veld) => Boolean(veld.name)) {
  for (const veld of [...formulier.elements].filter(welke)) {
    const waarden = waardenVan(veld.name);
    if (veld.type === 'checkbox' || veld.type === 'radio') veld.checked = waarden.includes(veld.value);
    else if (waarden.length && past(veld, waarden[0])) [veld.value] = waarden;
  }
}

function past(veld, waarde) {
  return !veld.options || [...veld.options].some((optie) => optie.value === waarde);
}
