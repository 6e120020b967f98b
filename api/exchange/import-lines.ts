import { parse } from 'csv-parse/sync';
import { CsvError } from 'csv-parse';
import { unguardedCell } from './csv-cells.ts';
import type { FaultCode } from '../http/problem.ts';
import type { ProblemCode } from '../http/problem-codes.ts';
import type { TextValues } from '../locale/translate.ts';

export interface LineError {
  /** As an editor counts: the header is line 1. */
  line: number;
  /** Empty when the line as a whole is at fault. */
  column: string;
  code: FaultCode | ProblemCode;
  values?: TextValues;
}

export interface ImportLine {
  line: number;
  cells: Record<string, string>;
}

const mostLines = 2_000;

/** The lines of a CSV text, or what is wrong with it before any line is looked at. */
export function importLines(text: string, columns: readonly string[]): { lines: ImportLine[]; errors: LineError[] } {
  try {
    const records = parse(text, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    const header = records[0]?.record.map((name) => name.trim()) ?? [];
    const errors = headerErrors(header, columns);
    if (records.length - 1 > mostLines) {
      errors.push({ line: mostLines + 2, column: '', code: 'too_long', values: { maximum: String(mostLines) } });
    }
    if (errors.length > 0) return { lines: [], errors };
    return linesOf(records.slice(1), header);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    return { lines: [], errors: [{ line, column: '', code: 'malformed_line' }] };
  }
}

function headerErrors(header: string[], columns: readonly string[]): LineError[] {
  const missing = columns.filter((name) => !header.includes(name));
  const unknown = header.filter((name, index) => !columns.includes(name) || header.indexOf(name) !== index);
  return [
    ...missing.map((column): LineError => ({ line: 1, column, code: 'required' })),
    ...unknown.map((column): LineError => ({ line: 1, column: column.slice(0, 100), code: 'unknown_field' })),
  ];
}

function linesOf(records: { record: string[]; info: { lines: number } }[], header: string[]) {
  const lines: ImportLine[] = [];
  const errors: LineError[] = [];
  for (const { record, info } of records) {
    if (record.length !== header.length) errors.push({ line: info.lines, column: '', code: 'malformed_line' });
    else {
      const cells = header.map((name, index) => [name, unguardedCell(record[index] ?? '')] as const);
      lines.push({ line: info.lines, cells: Object.fromEntries(cells) });
    }
  }
  return { lines, errors };
}
