/** Spreadsheets take a cell that begins so for a formula (https://owasp.org/www-community/attacks/CSV_Injection). */
const formula = /^[=+\-@\t\r]/;

/** A cell that no spreadsheet runs: an apostrophe stands before what could be a formula. */
export function guardedCell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value as string | number | boolean);
  return formula.test(text) ? `'${text}` : text;
}

/** The cell as it was before it was guarded. */
export function unguardedCell(cell: string): string {
  const text = cell.trim();
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;
}
