const everyMs = 200;
const patienceMs = 2_000;

/**
 * What was pressed, and to which a dialog gives the focus back, may be gone by then with its menu or with the state that
 * it belonged to: whoever had the focus goes on at `id`. Answers how not to wait for that any more.
 */
export function catchFocus(id: string): () => void {
  const begun = Date.now();
  const timer = setInterval(() => {
    const isLost = document.activeElement === document.body;
    if (isLost) document.getElementById(id)?.focus();
    if (isLost || Date.now() - begun > patienceMs) clearInterval(timer);
  }, everyMs);
  return () => clearInterval(timer);
}
