// Small things that every page gains from a script; each page works without.

/** Where the site begins, seen from this page: '../../'. */
export const wortel = document.querySelector('meta[name="wortel"]').getAttribute('content');

// Everything folded opens for the printer.
addEventListener('beforeprint', () => document.querySelectorAll('details').forEach((blok) => { blok.open = true; }));
