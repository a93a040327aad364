// De klok van wie kijkt. Alleen om een veld in te vullen of een vraag te kiezen: rekenen gaat met de dag die u geeft.

import { dag } from './datums.js';

/** Geef de dag van vandaag op dit apparaat. */
export function vandaag() {
  const nu = new Date();
  return dag(nu.getFullYear(), nu.getMonth() + 1, nu.getDate());
}
