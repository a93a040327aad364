// A search field above a table: <form data-lijstfilter="id of the tbody"> shows the rows that hold every word.

const vouw = (tekst) => tekst.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

for (const formulier of document.querySelectorAll('form[data-lijstfilter]')) {
  const lijf = document.getElementById(formulier.dataset.lijstfilter);
  const telling = document.querySelector(`[data-telling="${formulier.dataset.lijstfilter}"]`);
  const rijen = [...lijf.rows].map((rij) => ({ rij, tekst: vouw(rij.textContent) }));
  formulier.hidden = false;
  formulier.addEventListener('submit', (gebeurtenis) => gebeurtenis.preventDefault());
  formulier.addEventListener('input', () => {
    const woorden = vouw(formulier.querySelector('input').value).split(/\s+/).filter(Boolean);
    let aantal = 0;
    for (const { rij, tekst } of rijen) {
      rij.hidden = !woorden.every((woord) => tekst.includes(woord));
      aantal += !rij.hidden;
    }
    telling.textContent = woorden.length ? `${aantal} van ${rijen.length} rijen` : '';
  });
}
