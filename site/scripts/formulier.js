// What every calculator does: read fields, put a mistake beside its field, and keep the answer in the address.
// Nothing leaves the device: what stands after the hash is seen by no server.

import { GeenRekenwijze } from './rekenwijze.js';
import { Invoerfout } from './invoer.js';
import { LAADFOUT } from './ophalen.js';
import { alinea, kaart, maak } from './opmaak.js';
import { kiesOnthouden } from './plaats.js';

const RONDEN = 2;
const [INGESTUURD, VERANDERD, ADRES] = ['ingestuurd', 'veranderd', 'adres'];

/**
 * Make a calculator of a form.
 * @param {HTMLFormElement} formulier  with a place for the answer: the element named in data-uitkomst
 * @param {{bereid?: () => Promise<void>, reken: (lees: Lezer) => Promise<Node[]>}} hulp
 *   bereid: fields that depend on other fields; reken: gives what stands in the answer
 */
export async function rekenhulp(formulier, { bereid = async () => {}, reken }) {
  const uitkomst = document.getElementById(formulier.dataset.uitkomst);
  const toon = (...inhoud) => uitkomst.replaceChildren(...inhoud.flat().filter(Boolean));
  // Who chooses quickly, one after the other, gets the answer to the last choice.
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
        // An address that fills in only a part is no mistake.
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
    // The place decides which rules there are, the rule which questions: so fill in a few times.
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
    // An answer that is already there may not stand beside other facts.
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

/** A field is empty or wrong; the sentence already stands at the field. */
class NietIngevuld extends Error {}

/** Reads fields. All mistakes show at once; `klaar` stops when there was one. */
export class Lezer {
  constructor(formulier) {
    this.formulier = formulier;
    this.eersteFout = null;
  }

  /** Give the text of a field or the chosen value; empty when it is not there. */
  tekst(naam) {
    return String(new FormData(this.formulier).get(naam) ?? '').trim();
  }

  /** Give all chosen values of a name. */
  alle(naam) {
    return new FormData(this.formulier).getAll(naam).filter(Boolean);
  }

  /** Read a field with a function; a mistake is shown at the field. */
  lees(naam, functie) {
    try {
      return functie(this.tekst(naam));
    } catch (fout) {
      if (!(fout instanceof Invoerfout)) throw fout;
      this.fout(naam, fout.message);
      return null;
    }
  }

  /** Read a field that may be empty; null when it is. */
  leesMisschien(naam, functie) {
    return this.tekst(naam) ? this.lees(naam, functie) : null;
  }

  /** Put a mistake at a field. */
  fout(naam, tekst) {
    const veld = this.formulier.elements[naam];
    const eerste = veld instanceof RadioNodeList ? veld[0] : veld;
    const plek = document.getElementById(`${naam}-fout`);
    plek.textContent = tekst;
    eerste.setAttribute('aria-invalid', 'true');
    this.eersteFout ??= eerste;
  }

  /** Stop when there was a mistake. */
  klaar() {
    if (this.eersteFout) throw new NietIngevuld();
  }
}

function wisFouten(formulier) {
  formulier.querySelectorAll('[aria-invalid]').forEach((veld) => veld.removeAttribute('aria-invalid'));
  formulier.querySelectorAll('.veldfout').forEach((plek) => { plek.textContent = ''; });
}

/** Give the address that opens this answer again. */
export function adres(formulier) {
  const staat = new URLSearchParams([...new FormData(formulier)].filter(([, waarde]) => waarde !== '')
    .map(([naam, waarde]) => [naam, String(waarde)]));
  return `#${staat}`;
}

/** Make a link to this answer; who presses it has the address on the clipboard at once where that is allowed. */
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

/** Fill fields with the values of their names; a choice that is not there stays as it was. */
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
