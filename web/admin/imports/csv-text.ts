/** The lines of a CSV text, each with the number that an editor shows; quoted cells may have line breaks. */
interface CsvLine {
  line: number;
  cells: string[];
}

function linesOf(text: string, separator: string): CsvLine[] {
  const lines: CsvLine[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let [at, line, began] = [0, 1, 1];
  const endCell = () => {
    cells.push(cell);
    cell = '';
  };
  const endLine = () => {
    endCell();
    if (cells.some((each) => each !== '')) lines.push({ line: began, cells });
    cells = [];
    began = line;
  };
  for (; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '\n') line += 1;
    if (isQuoted && letter === '"' && text.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (isQuoted) cell += letter;
    else if (letter === separator) endCell();
    else if (letter === '\n') endLine();
    else if (letter !== '\r') cell += letter;
  }
  endLine();
  return lines;
}

const withoutMark = (text: string) => text.replace(/^\ufeff/, '');

const count = (text: string, letter: string) => text.split(letter).length - 1;

/** Spreadsheets in Indonesian separate by semicolons. */
function separatorOf(text: string): ',' | ';' {
  const header = text.slice(0, text.search(/\r?\n|$/));
  return count(header, ';') > count(header, ',') ? ';' : ',';
}

const quoted = (cell: string) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** What people call columns and what stands in them, in lower case, with the service's own words for it. */
export interface TableWords {
  columns: Record<string, string>;
  /** By the service's name of the column. */
  values: Record<string, Record<string, string>>;
}

const folded = (cell: string) => cell.trim().toLowerCase();

/** Its columns in the service's words; null when none of them is called as people do. */
function columnsIn(header: CsvLine | undefined, { columns }: TableWords): string[] | null {
  if (!header?.cells.some((cell) => folded(cell) in columns)) return null;
  return header.cells.map((cell) => columns[folded(cell)] ?? cell);
}

/** The same table with commas and in the service's words; one that is so already is left as it is, to the byte. */
export function forTheService(text: string, words: TableWords): string {
  const separator = separatorOf(withoutMark(text));
  const lines = linesOf(withoutMark(text), separator);
  const columns = columnsIn(lines[0], words);
  if (separator === ',' && columns === null) return text;
  let lineNow = 1;
  return lines
    .map(({ line, cells }, index) => {
      // Empty lines stay, so that the numbers of lines are those of the file.
      const gap = '\n'.repeat(Math.max(0, line - lineNow));
      const own = columns && cells.map((cell, at) => words.values[columns[at] ?? '']?.[folded(cell)] ?? cell);
      const shown = (index === 0 ? (columns ?? cells) : (own ?? cells)).map(quoted).join(',');
      lineNow = line + 1 + count(shown, '\n');
      return `${gap}${shown}\n`;
    })
    .join('');
}

/** A table as a file that spreadsheets in Indonesian open in columns. */
export function tableFile(lines: readonly (readonly string[])[]): string {
  return `\ufeff${lines.map((cells) => cells.map((cell) => quoted(cell)).join(';')).join('\r\n')}\r\n`;
}

/** What stands on a line, for who looks for what is wrong with it. */
export function lineText(text: string, line: number): string {
  const found = linesOf(withoutMark(text), separatorOf(withoutMark(text))).find((each) => each.line === line);
  return found?.cells.join(' · ') ?? '';
}
