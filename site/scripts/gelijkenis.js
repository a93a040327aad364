// 'Bedoelde u …?': the known word that is most like the one that was typed.

const GRENS = 0.6;

/** Give a sentence with the word that is most like it, or nothing when none comes near. */
export function bedoeldeU(woord, bekend) {
  const gevraagd = woord.toLowerCase();
  const kandidaten = bekend.map((kandidaat) => ({ kandidaat, score: lijktOp(kandidaat.toLowerCase(), gevraagd) }))
    .filter(({ score }) => score >= GRENS)
    .sort((een, ander) => ander.score - een.score || (een.kandidaat < ander.kandidaat ? 1 : -1));
  return kandidaten.length ? `Bedoelde u '${kandidaten[0].kandidaat}'?` : '';
}

/** Give how much two words are alike, from 0 to 1 (Ratcliff and Obershelp). */
function lijktOp(een, ander) {
  const lengte = een.length + ander.length;
  return lengte ? (2 * gemeenschappelijk(een, ander)) / lengte : 1;
}

/** Count the characters in the longest piece that both have, and on to the left and right of it. */
function gemeenschappelijk(een, ander) {
  const { begin, in: waar, lengte } = langste(een, ander);
  if (!lengte) return 0;
  return lengte + gemeenschappelijk(een.slice(0, begin), ander.slice(0, waar))
    + gemeenschappelijk(een.slice(begin + lengte), ander.slice(waar + lengte));
}

function langste(een, ander) {
  let beste = { begin: 0, in: 0, lengte: 0 };
  for (let i = 0; i < een.length; i += 1) {
    for (let j = 0; j < ander.length; j += 1) {
      let lengte = 0;
      while (i + lengte < een.length && j + lengte < ander.length && een[i + lengte] === ander[j + lengte]) lengte += 1;
      if (lengte > beste.lengte) beste = { begin: i, in: j, lengte };
    }
  }
  return beste;
}
