import { fuzzOperations, type FuzzOperation } from './fuzz-operations.ts';

export interface Violation {
  /** The request's number in the run. */
  index: number;
  seed: number;
  operationId: string;
  caller: string;
  /** What was spoilt about the request; null: nothing. */
  spoilt: string | null;
  faults: string[];
  curl: string;
}

export interface OperationTally {
  operationId: string;
  address: string;
  requests: number;
  /** By the first digit of the status. */
  byClass: Record<'2' | '3' | '4' | '5', number>;
  violations: number;
}

/** What has been counted so far. */
export function fuzzTally() {
  const rows = new Map<string, OperationTally>();
  for (const { method, operationId, path } of fuzzOperations) {
    const byClass = { 2: 0, 3: 0, 4: 0, 5: 0 };
    rows.set(operationId, { operationId, address: `${method} ${path}`, requests: 0, byClass, violations: 0 });
  }
  const violations: Violation[] = [];
  return {
    count({ operationId }: FuzzOperation, status: number | null, violation: Violation | null): void {
      const row = rows.get(operationId);
      if (!row) return;
      row.requests += 1;
      const digit = String(status ?? 500)[0] as keyof OperationTally['byClass'];
      row.byClass[digit] += 1;
      if (!violation) return;
      row.violations += 1;
      violations.push(violation);
    },
    rows: (): OperationTally[] => [...rows.values()],
    violations,
  };
}
