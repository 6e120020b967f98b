import type { FaultResult } from '../fault-types.ts';

const columns = ['fault', 'seed', 'store', 'operations', 'injected', 'recovery p50', 'recovery p99', 'violations'];

/** The value below which so much of all lie, by the nearest rank. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

function seconds(ms: number | null): string {
  return ms === null ? '–' : `${(ms / 1_000).toFixed(1)} s`;
}

function cellsOf(result: FaultResult): string[] {
  const { id, injected, operations, recoveries, seed, skipped, store, violations } = result;
  if (skipped !== undefined) return [id, String(seed), '–', '–', '–', '–', '–', 'not tried'];
  const figures = [operations, injected].map((count) => count.toLocaleString('en'));
  const times = [0.5, 0.99].map((share) => seconds(percentile(recoveries, share)));
  return [id, String(seed), store, ...figures, ...times, String(violations.length)];
}

/** For a terminal. */
export function chaosTable(results: readonly FaultResult[]): string {
  const rows = [columns, ...results.map(cellsOf)];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return lines.join('\n');
}

/** For docs/reliability.md. */
export function markdownRows(results: readonly FaultResult[], when: string): { head: string[]; rows: string[] } {
  const names = ['fault', 'what', ...columns.slice(1), 'lasted', 'noted', 'when and where'];
  const line = (cells: string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rows = results.map((result) => {
    const [id = '', ...figures] = cellsOf(result);
    const noted = result.skipped ?? result.notes.join('; ');
    return line([id, result.title, ...figures, `${result.seconds} s`, noted, when]);
  });
  return { head: [line(names), line(names.map(() => '---'))], rows };
}

/** What a person needs to find the mistakes. */
export function violationText(
  { evidenceDir, id, violations }: FaultResult,
  invariants: Record<string, string>,
): string {
  const most = 10;
  const lines = violations.slice(0, most).map(({ caseId, entryId, invariant, what, workflowId }) => {
    const about = [caseId && `case ${caseId}`, entryId && `journal ${entryId}`, workflowId].filter(Boolean).join(', ');
    return `  ${invariant} (${invariants[invariant]})${about ? ` ${about}` : ''}: ${what}`;
  });
  const more = violations.length > most ? [`  … and ${violations.length - most} more`] : [];
  const where = evidenceDir === undefined ? [] : [`  journal, cases, histories and logs: ${evidenceDir}`];
  return [`${id}: ${violations.length} violations`, ...lines, ...more, ...where].join('\n');
}
