// The lines of a child's log that a person at the terminal should see. Everything is in its log file.

const pinoWarn = 40;
const pinoError = 50;

/** pino's JSON: warnings and errors of worker and API. What is not JSON is a crash's trace. */
export function serviceLine(line: string): string | undefined {
  const entry = parseJson(line);
  if (!entry) return line.trim() === '' ? undefined : line;
  const level = Number(entry['level']);
  if (!(level >= pinoWarn)) return undefined;
  const error = (entry['err'] as { message?: unknown } | undefined)?.message;
  return `${level >= pinoError ? 'ERROR' : 'WARN'} ${String(entry['msg'] ?? '')}${error ? `: ${String(error)}` : ''}`;
}

/** Temporal's development server warns about much that is its own business: only errors. */
export function temporalLine(line: string): string | undefined {
  const entry = parseJson(line);
  if (!entry) return undefined;
  const shown = ['ERROR', 'FATAL', 'PANIC'].includes(String(entry['level']).toUpperCase());
  return shown ? `${String(entry['msg'])} ${String(entry['error'] ?? '')}`.trim() : undefined;
}

/** The same text again within the window is left out: an engine that is away is reported by everybody. */
export function withoutRepeats(
  show: (line: string) => void,
  windowMs = 10_000,
  now = Date.now,
): (line: string) => void {
  const shownAt = new Map<string, number>();
  return (line) => {
    const last = shownAt.get(line);
    if (last !== undefined && now() - last < windowMs) return;
    if (shownAt.size > 1_000) shownAt.clear();
    shownAt.set(line, now());
    show(line);
  };
}

function parseJson(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
