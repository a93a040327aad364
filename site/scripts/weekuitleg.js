// The volume of a toewijzing per week, month by month: which weeks were counted, and why.

import { laatsteZondag } from './periodes.js';
import { vanTot } from './uitleg.js';
import { weeknummer } from './datums.js';
import { aantal, dagenSamen, datum, datumKort, maand, opsomming, zin } from './woorden.js';

/**
 * Tell the maximum per month and together.
 * @returns {{kop: string, stappen: string[]}}
 */
export function weekvolume({ volume }, toewijzing, maanden, samen) {
  const weken = aantal(samen.telling.aantal, 'week', 'weken');
  return {
    kop: `Hoogstens ${samen.maximum} over de hele toewijzing (${weken}).`,
    stappen: [
      ...maanden.map((m) => `${zin(maand(m.periode.begin))}: ${waarom(m.grens, toewijzing, volume)}`),
      `Samen: ${waaromSamen(maanden, samen, volume)}`,
    ],
  };
}

function waarom({ telling, maximum, wijze }, toewijzing, volume) {
  const som = `${telling.aantal} x ${volume} = ${maximum}.`;
  if (!telling.weken.length && telling.aantal) {
    return `een vast aantal van ${telling.aantal} weken, hoeveel weken er ook in de maand vallen. ${som}`;
  }
  const gewoon = telling.weken.filter((week) => !week.extra);
  const delen = [geteld(gewoon, wijze.instellingen.weken === 'zondagen')];
  if (gewoon.length !== telling.aantal) delen.push(weekErbij(toewijzing));
  return `${delen.join(' ')} ${som}`;
}

function geteld(weken, zondagen) {
  if (!zondagen) {
    return `${weken.length === 1 ? 'week' : 'de weken'} ${opsomming(weken.map((week) => `${weeknummer(week.zondag)}`))}.`;
  }
  if (!weken.length) return 'er valt geen zondag in.';
  return `${weken.length === 1 ? 'zondag' : 'de zondagen'} ${dagenSamen(weken.map((week) => week.zondag))}.`;
}

function weekErbij(toewijzing) {
  const zondag = laatsteZondag(toewijzing);
  const waar = zondag
    ? `De week erbij hoort in de maand van de laatste zondag (${datumKort(zondag)}).`
    : 'Er valt geen zondag in de toewijzing: dan hoort die week in de maand van de einddatum.';
  return `En 1 week erbij: de toewijzing eindigt op ${datum(toewijzing.eind)}, niet op een zondag. ${waar}`;
}

function waaromSamen(maanden, { telling, maximum, wijze }, volume) {
  const som = `${telling.aantal} x ${volume} = ${maximum}.`;
  if (wijze.instellingen.totaal === 'som van de maanden') return `de weken van alle maanden bij elkaar. ${som}`;
  const uitleg = `de kalenderweken van de hele toewijzing, ook de gebroken weken. ${som}`;
  const perMaand = maanden.reduce((totaal, m) => totaal + m.grens.telling.aantal, 0);
  if (perMaand <= telling.aantal) return uitleg;
  const vast = maanden.some(({ grens }) => grens.telling.aantal && !grens.telling.weken.length);
  return `${uitleg} De maanden bij elkaar zijn ${perMaand} weken${vast
    ? `. Alles samen blijft toch binnen ${maximum}.`
    : ': een week op de grens van twee maanden telt in allebei, en in het totaal één keer.'}`;
}
