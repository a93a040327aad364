// What this device remembers. Without storage everything works; the next visit just starts afresh.

/** Give what was kept under a key, or null. */
export function lees(sleutel) {
  try {
    return JSON.parse(localStorage.getItem(sleutel));
  } catch {
    return null;
  }
}

/** Keep a value on this device, where that is allowed. */
export function bewaar(sleutel, waarde) {
  try {
    localStorage.setItem(sleutel, JSON.stringify(waarde));
  } catch {
    // No storage: the choice stays in the address.
  }
}
