// The bar with the reader's regions, on a page that has a place for it.

import { toonMijnRegios } from './mijn-regios.js';

toonMijnRegios(document.querySelector('[data-mijn-regios]'));
