import type { FuzzResult } from './run-fuzz.ts';

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);

const cellsOf = ({ rows }: FuzzResult): string[][] =>
  rows.map(({ address, byClass, operationId, requests, violations }) => [
    ...[operationId, address],
    ...[requests, byClass[2], byClass[3], byClass[4], byClass[5], violations].map(String),
  ]);

const head = ['operation', 'address', 'requests', '2xx', '3xx', '4xx', '5xx', 'violations'];

/** One line for the whole run. */
export function fuzzSummary({ busy, requests, rows, seconds, seed, violations }: FuzzResult): string {
  const of = (digit: 2 | 3 | 4 | 5): number => sum(rows.map(({ byClass }) => byClass[digit]));
  const classes = `2xx ${of(2)}, 3xx ${of(3)}, 4xx ${of(4)}, 5xx ${of(5)}`;
  const slow = busy === 0 ? '' : ` ${busy} were answered 503 at first and well when sent again.`;
  return `${requests} requests over ${rows.length} operations, seed ${seed}, ${seconds} s: ${classes}; ${violations.length} violations.${slow}`;
}

/** For a terminal: per operation what was answered, then each violation with what repeats it. */
export function fuzzText(result: FuzzResult): string {
  const lines = [head, ...cellsOf(result)].map(([id = '', , ...numbers]) =>
    [id.padEnd(28), ...numbers.map((number) => number.padStart(10))].join(''),
  );
  const found = result.violations.map(
    ({ caller, curl, faults, index, operationId, seed, spoilt }) =>
      `\n${operationId} as ${caller} (seed ${seed}, request ${index}, spoilt: ${spoilt ?? 'nothing'})\n  ${faults.join('\n  ')}\n  ${curl}`,
  );
  return [...lines, ...found, '', fuzzSummary(result)].join('\n');
}

/** The same figures as a table for docs/. */
export function fuzzMarkdown(result: FuzzResult): string {
  const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  const [, ...rest] = head;
  const rows = cellsOf(result).map(([, address = '', ...numbers]) => row([`\`${address}\``, ...numbers]));
  return [fuzzSummary(result), '', row(rest), row(rest.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows].join(
    '\n',
  );
}
