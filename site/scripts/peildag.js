// What held or holds on another day than that of the page. The day stands in the address (?op=2027-01-01).

import { kern, strekking } from './antwoord.js';
import { isDag } from './datums.js';
import { inPeriode, isRegionaal } from './lezer.js';
import { LAADFOUT, indexVan } from './ophalen.js';
import { alinea, bron, maak } from './opmaak.js';
import { volg } from './spoor.js';
import { aantal, datum } from './woorden.js';

const formulier = document.querySelector('form[data-peildag]');
const STREKKINGEN = ['ja', 'nee', 'deels'];

if (formulier) begin(formulier);

function begin(vorm) {
  const { peildag: regio, op: pagina } = vorm.dataset;
  const veld = vorm.elements.op;
  const status = vorm.querySelector('[role="status"]');
  const terug = vorm.querySelector('[data-terug]');
  const rijen = [...document.querySelectorAll('[data-vanaf]')].map((element) => ({ element, verborgen: element.hidden }));
  const tabellen = [...document.querySelectorAll('.gevaltabel')].map((element) => ({ element, verborgen: element.hidden }));
  const kaarten = [...document.querySelectorAll('.kaart[data-regel]')].map((element) => ({
    element, inhoud: [...element.childNodes], klasse: element.className, tekst: element.querySelector('.antwoord').textContent,
  }));
  // Who chooses quickly, one after the other, sees the last day.
  let beurt = 0;

  async function toon(op) {
    beurt += 1;
    const mijn = beurt;
    const anders = op !== pagina;
    const index = anders ? await indexVan(regio) : null;
    if (mijn !== beurt) return;
    herstel();
    terug.hidden = !anders;
    status.textContent = '';
    if (anders) {
      const antwoorden = kaarten.filter((kaart) => toonKaart(kaart, index, op)).length;
      const afspraken = rijen.filter((rij) => toonRij(rij, op)).length;
      tabellen.forEach(({ element }) => { element.hidden = element.querySelectorAll('tbody tr:not([hidden])').length < 2; });
      status.textContent = samenvatting(index, op, antwoorden, afspraken);
    }
    dispatchEvent(new Event('peildag'));
  }

  function herstel() {
    for (const { element, inhoud, klasse } of kaarten) {
      element.replaceChildren(...inhoud);
      element.className = klasse;
    }
    for (const { element, verborgen } of [...rijen, ...tabellen]) element.hidden = verborgen;
    document.querySelectorAll('.peilmerk').forEach((merk) => merk.remove());
  }

  /** Put the answer of this day in the card; give whether it is another answer. */
  function toonKaart({ element, tekst }, index, op) {
    const regel = index.regels.get(element.dataset.regel);
    if (!regel) return false;
    const { uitkomst } = volg(index, regel.regel, {}, op);
    const nieuw = kop(index, regel, uitkomst, op);
    if (nieuw === tekst) return false;
    element.classList.remove(...STREKKINGEN);
    const soort = uitkomst.stand === 'waarde' ? strekking(nieuw) : 'deels';
    const gevallen = nieuw === vorm.dataset.hangtAf ? [] : uitkomst.gevallen;
    if (soort) element.classList.add(soort);
    element.replaceChildren(
      alinea(nieuw, 'antwoord'),
      maak('p', { class: 'peilmerk' }, maak('span', { class: 'label let-op' }, 'anders'), ` Op ${datum(pagina)}: ${tekst}`),
      ...gevallen.map((geval) => alinea(geval.toelichting)).filter(Boolean),
      bron(index, gevallen),
    );
    return true;
  }

  /** Give the answer for who tells nothing more; when it depends, say that. */
  function kop(index, regel, uitkomst, op) {
    const dan = regel.gevallen.filter((geval) => inPeriode(geval, op) && kanHier(index, geval));
    if (uitkomst.stand !== 'waarde' && dan.some(({ stand }) => stand === 'waarde')) return vorm.dataset.hangtAf;
    if (uitkomst.stand === 'geen antwoord') return dan.length ? vorm.dataset.hangtAf : vorm.dataset.nietsDan;
    return kern(index, regel, uitkomst);
  }

  /** Tell whether a case can hold with what is always so in this region. */
  function kanHier({ set }, geval) {
    return isRegionaal(geval) || geval.als.every(({ sleutel, waarden }) => {
      const vast = set.standaardfeiten.find((feit) => feit.sleutel === sleutel);
      return !vast || vast.waarden.some((waarde) => waarden.includes(waarde));
    });
  }

  /** Show whether a row holds on this day; give whether that differs from the day of the page. */
  function toonRij({ element }, op) {
    const periode = { vanaf: element.dataset.vanaf || undefined, tot_en_met: element.dataset.tot || undefined };
    const dan = inPeriode(periode, op);
    const nu = inPeriode(periode, pagina);
    if (dan) element.hidden = false;
    if (!dan && !element.hidden) merk(element, periode.vanaf > op ? 'geldt dan nog niet' : 'geldt dan niet meer', 'rustig');
    if (dan && !nu) merk(element, 'geldt dan', 'let-op');
    // The list of all cases repeats the table.
    return dan !== nu && !element.closest('.gevallen') && !element.hidden;
  }

  function samenvatting(index, op, antwoorden, afspraken) {
    const delen = [];
    if (kaarten.length) delen.push(`${aantal(antwoorden, 'antwoord is', 'antwoorden zijn')} anders`);
    delen.push(`${aantal(afspraken, 'afspraak geldt', 'afspraken gelden')} dan juist wel of juist niet`);
    const begonnen = index.set.versies.some(({ vanaf }) => vanaf !== undefined && vanaf <= op);
    const vooraf = index.set.versies.length && !begonnen
      ? ` Van ${index.set.naam} kennen we op deze dag geen geldend protocol. U ziet de landelijke standaard.` : '';
    const verschil = antwoorden + afspraken ? `Vergeleken met ${datum(pagina)}: ${delen.join(', en ')}.`
      : `Dat is hetzelfde als op ${datum(pagina)}.`;
    return `Dit geldt op ${datum(op)}. ${verschil}${vooraf}`;
  }

  async function kies(op, bewaar = true) {
    if (!isDag(op)) return;
    try {
      await toon(op);
    } catch (fout) {
      status.textContent = LAADFOUT;
      if (!(fout instanceof TypeError)) throw fout;
      return;
    }
    if (bewaar) bewaarDag(op === pagina ? '' : op);
  }

  terug.addEventListener('click', () => {
    veld.value = pagina;
    veld.focus();
    kies(pagina);
  });
  veld.addEventListener('change', () => kies(veld.value));
  vorm.addEventListener('submit', (gebeurtenis) => gebeurtenis.preventDefault());
  vorm.hidden = false;
  const gevraagd = new URL(location.href).searchParams.get('op') ?? '';
  if (isDag(gevraagd) && gevraagd !== pagina) {
    veld.value = gevraagd;
    kies(gevraagd);
  }
}

function merk(element, tekst, soort) {
  const plek = element.querySelector('td, .telling') ?? element;
  plek.append(maak('span', { class: 'peilmerk' }, ' ', maak('span', { class: `label ${soort}` }, tekst)));
}

/** Put the day in the address, and in that of the other pages of this region. */
function bewaarDag(op) {
  const adres = new URL(location.href);
  zet(adres, op);
  history.replaceState(null, '', adres);
  for (const link of document.querySelectorAll('.paden a')) {
    const doel = new URL(link.href);
    zet(doel, op);
    link.href = doel;
  }
}

function zet(adres, op) {
  if (op) adres.searchParams.set('op', op);
  else adres.searchParams.delete('op');
}
