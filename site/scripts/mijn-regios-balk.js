// De balk met uw regio's, op een pagina die er een plek voor heeft.

import { toonMijnRegios } from './mijn-regios.js';

toonMijnRegios(document.querySelector('[data-mijn-regios]'));
