// Wie de typen gebruikt, krijgt hulp van de compiler: deze code moet streng compileren.
import type { Parameterset, TermijnGeval } from './parameterset';

export function eersteTermijn(set: Parameterset, naam: string): string | undefined {
  const regel = set.termijnen.find((r) => r.regel === naam);
  const geval: TermijnGeval | undefined = regel?.gevallen[0];
  return geval?.duur ? `${geval.duur.werkdagen} werkdagen ${geval.richting ?? ''} ${geval.gebeurtenis ?? ''}` : geval?.stand;
}
