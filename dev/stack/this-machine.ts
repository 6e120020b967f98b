import { cpus, totalmem } from 'node:os';

/** Where figures were taken: processors, memory, Node. */
export function thisMachine(): string {
  return `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
}
