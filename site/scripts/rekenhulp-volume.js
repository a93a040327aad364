// Calculator: the productperiode of every month, and how much is allowed then at most.

import { laatsteVanMaand, plusMaanden } from './datums.js';
import { deellink, rekenhulp } from './formulier.js';
import { PER_WEEK, periodegrens, toewijzinggrens } from './grenzen.js';
import { leesDag, leesHeel, pasEinddatum } from './invoer.js';
import { alinea, bron, kaart, maak, stappenlijst, tabel } from './opmaak.js';
import { periode, productperioden } from './periodes.js';
import { gekozen, voorbehoud } from './plaats.js';
import { vanTot } from './uitleg.js';
import { weekvolume } from './weekuitleg.js';
import { datumKort, maand, zin } from './woorden.js';

const formulier = /** @type {any} */ (document.getElementById('rekenhulp'));
const MAANDEN_ZONDER_EINDE = 12;
const ONBEKEND = 'niet te zeggen';

await rekenhulp(formulier, { bereid, reken });

/** Show only the categories of the chosen law. */
async function bereid() {
  const wet = new FormData(formulier).get('wet');
  for (const optie of formulier.elements.categorie.options) {
    const past = !optie.dataset.wet || optie.dataset.wet === wet;
    optie.hidden = !past;
    optie.disabled = !past;
    if (!past && optie.selected) formulier.elements.categorie.value = '';
  }
}

async function reken(lees) {
  const hier = await gekozen(formulier.elements.plaats, formulier.elements.wet.value);
  const begin = lees.lees('ingangsdatum', (tekst) => leesDag(tekst, 'De ingangsdatum'));
  const eind = lees.leesMisschien('einddatum', (tekst) => {
    const dag = leesDag(tekst, 'De einddatum');
    return begin ? pasEinddatum(begin, dag) : dag;
  });
  const volume = lees.lees('volume', (tekst) => leesHeel(tekst, 'Het volume'));
  lees.klaar();
  const omvang = { volume, frequentie: lees.tekst('frequentie') };
  return [voorbehoud(hier), maakKaart(hier.index, feitenVan(hier, lees), omvang, periode(begin, eind))];
}

function feitenVan({ feiten }, lees) {
  const gegeven = { wet: 'wet', uitvoeringsvariant: 'variant', productcategorie: 'categorie' };
  const bekend = Object.entries(gegeven).map(([sleutel, naam]) => [sleutel, lees.alle(naam)]);
  return { ...feiten, ...Object.fromEntries(bekend.filter(([, waarden]) => waarden.length)) };
}

function maakKaart(index, feiten, omvang, toewijzing) {
  const samen = toewijzinggrens(index, feiten, omvang, toewijzing);
  // An open toewijzing stays open: it has no extra week at its end.
  const grenzen = productperioden(metEinde(toewijzing)).map((deel) => (
    { periode: deel, grens: periodegrens(index, feiten, omvang, toewijzing, deel) }));
  const gevallen = [...grenzen.flatMap(({ grens }) => grens.wijze?.uitkomst.gevallen ?? []), ...periodebron(index)];
  const perMaand = maandtabel(grenzen);
  if (samen.maximum === null) {
    const waarom = alinea(`Het maximum over de hele toewijzing is niet te zeggen: ${samen.waarom}.`);
    const kop = grenzen.every(({ grens }) => grens.maximum === null)
      ? 'Hoeveel er hoogstens mag, is niet te zeggen.'
      : 'Per maand ziet u hoeveel er hoogstens mag.';
    return kaart('deels', kop, waarom, perMaand, bron(index, gevallen, deellink(formulier)));
  }
  const inWeken = omvang.frequentie === PER_WEEK;
  const uitleg = inWeken ? weekvolume(omvang, toewijzing, grenzen, samen) : null;
  return kaart('ja', uitleg?.kop ?? `Hoogstens ${samen.maximum} over de hele toewijzing.`,
    alinea(`De toewijzing loopt ${vanTot(toewijzing)}.`), perMaand,
    uitleg && maak('details', {}, maak('summary', {}, 'Zo zijn de weken geteld'), stappenlijst(uitleg.stappen)),
    bron(index, gevallen, deellink(formulier)));
}

/** Without an end we show a year. */
function metEinde({ begin, eind }) {
  return { begin, eind: eind ?? laatsteVanMaand(plusMaanden(begin, MAANDEN_ZONDER_EINDE - 1)) };
}

function maandtabel(grenzen) {
  const kolommen = [
    { titel: 'Maand' }, { titel: 'Hoogstens', getal: true }, { titel: 'Weken', getal: true }, { titel: 'Productperiode' },
  ];
  const rijen = grenzen.map(({ periode: { begin, eind }, grens }) => [
    zin(maand(begin)), grens.maximum ?? ONBEKEND, grens.telling?.aantal ?? '',
    `${datumKort(begin)} tot en met ${datumKort(eind)}`,
  ]);
  return tabel('Per maand', kolommen, rijen);
}

function periodebron(index) {
  const regel = index.regels.get('productperiode.begin');
  return regel ? [{ laag: 'iStandaarden', bron: regel.bron }] : [];
}
