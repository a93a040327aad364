// The clock of who looks. Only to fill a field or choose a question: calculations go with the day that is given.

import { dag } from './datums.js';

/** Give today's day on this device. */
export function vandaag() {
  const nu = new Date();
  return dag(nu.getFullYear(), nu.getMonth() + 1, nu.getDate());
}
