import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface RecordedEvent {
  workflowExecutionStartedEventAttributes?: { workflowType: { name: string } };
  markerRecordedEventAttributes?: { details: Record<string, { payloads: { data: string }[] }> };
}

export interface SavedHistory {
  events: RecordedEvent[];
}

const folder = fileURLToPath(new URL('./histories/', import.meta.url));

/** `<version>/<name>.json` of every history of every release. */
export const savedNames = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .sort();

export function savedHistory(name: string): SavedHistory {
  return JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as SavedHistory;
}

/** Which workflow made it; the functions of workflows/index.ts are the types. */
export function typeOf({ events }: SavedHistory): string {
  return events[0]?.workflowExecutionStartedEventAttributes?.workflowType.name ?? 'none';
}
