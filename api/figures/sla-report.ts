import { operation, type Operation } from '../http/operation.ts';
import { counted, presentGroups, type Question } from './count-figures.ts';
import { deadlinesOf } from './figure-folds.ts';
import { deadlineReportSchema, figuresQuerySchema } from './figure-schemas.ts';
import { timelineFacts } from './read-facts.ts';
import { asCsv, csvFile, groupedLines, type ReportTools } from './report-tools.ts';

/** GET /v1/reports/sla */
export function slaReport({ access, directory, inTurn, periodFor, store }: ReportTools): Operation {
  return operation({
    method: 'get',
    tag: 'Reports',
    path: '/v1/reports/sla',
    operationId: 'reportSla',
    summary: 'Which deadlines were met and which missed',
    access,
    request: { query: figuresQuerySchema },
    responses: { 200: { description: 'In total and by group.', body: deadlineReportSchema, csv: asCsv } },
    problems: ['not_found'],
  }).handle(async ({ query, resource: { deskId, settings } }) => {
    const period = periodFor(query, settings.businessHours.timezone);
    const question: Question = { query, period };
    const tally = await inTurn(deskId, () => counted(question, [timelineFacts(store, deskId, period)]));
    const body = await presentGroups(directory, question, tally, deadlinesOf);
    return { status: 200, body, csv: csvFile('sla', period, () => groupedLines(body)) };
  });
}
