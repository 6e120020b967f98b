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

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The same table with commas; one that has them already is left as it is, to the byte. */
export function withCommas(text: string): string {
  if (separatorOf(withoutMark(text)) === ',') return text;
  let lineNow = 1;
  return linesOf(withoutMark(text), ';')
    .map(({ line, cells }) => {
      // Empty lines stay, so that the numbers of lines are those of the file.
      const gap = '\n'.repeat(Math.max(0, line - lineNow));
      const shown = cells.map(quoted).join(',');
      lineNow = line + 1 + count(shown, '\n');
      return `${gap}${shown}\n`;
    })
    .join('');
}

/** The lines by the names in the header. */
export function recordsOf(text: string): Record<string, string>[] {
  const [header, ...lines] = linesOf(withoutMark(text), ',');
  return lines.map(({ cells }) =>
    Object.fromEntries((header?.cells ?? []).map((name, column) => [name, cells[column] ?? ''])),
  );
}

/** What stands on a line, for who looks for what is wrong with it. */
export function lineText(text: string, line: number): string {
  const found = linesOf(withoutMark(text), separatorOf(withoutMark(text))).find((each) => each.line === line);
  return found?.cells.join(' · ') ?? '';
}
