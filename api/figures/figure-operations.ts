import type { ApiDeps } from '../api-deps.ts';
import type { Operation } from '../http/operation.ts';
import { duplicatesReport } from './duplicates-report.ts';
import { fairnessReport } from './fairness-report.ts';
import { overviewReport } from './overview-report.ts';
import { reportTools } from './report-tools.ts';
import { slaReport } from './sla-report.ts';

/** GET /v1/reports/…: what a desk's supervisors count. docs/reports.md says what each figure means. */
export function figureOperations(deps: ApiDeps): Operation[] {
  const tools = reportTools(deps);
  return [overviewReport(tools), fairnessReport(tools), slaReport(tools), duplicatesReport(tools)];
}
