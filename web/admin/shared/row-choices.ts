interface Choice {
  value: string;
  label: string;
}

export type Row = { id: string; name: string; active?: boolean };

/** What one can choose from: what is in use, and what is chosen already. While nothing is, the first says to choose. */
export function choicesOf(rows: readonly Row[], chosen: string, choose: string): Choice[] {
  const offered = rows.filter(({ id, active = true }) => active || id === chosen);
  const choices = offered
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((one, other) => one.label.localeCompare(other.label, 'id', { numeric: true }));
  return chosen === '' ? [{ value: '', label: choose }, ...choices] : choices;
}
