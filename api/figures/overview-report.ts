import { operation, type Operation } from '../http/operation.ts';
import { counted, presentGroups, type Question } from './count-figures.ts';
import { FactTally } from './fact-tally.ts';
import { countsOf, overviewOf } from './figure-folds.ts';
import { deskDays } from './figure-period.ts';
import { figuresQuerySchema, overviewSchema } from './figure-schemas.ts';
import { openFacts, timelineFacts } from './read-facts.ts';
import { asCsv, csvFile, groupedLines, type ReportTools } from './report-tools.ts';

/** GET /v1/reports/overview */
export function overviewReport({ access, clock, directory, inTurn, periodFor, store }: ReportTools): Operation {
  return operation({
    method: 'get',
    tag: 'Reports',
    path: '/v1/reports/overview',
    operationId: 'reportOverview',
    summary: 'What came in, what became of it, how long it took and how it was rated',
    access,
    request: { query: figuresQuerySchema },
    responses: { 200: { description: 'In total, by group and by day.', body: overviewSchema, csv: asCsv } },
    problems: ['not_found'],
  }).handle(async ({ query, resource: { deskId, settings } }) => {
    const period = periodFor(query, settings.businessHours.timezone);
    const question: Question = { query, period };
    const now = clock().getTime();
    const sources = [timelineFacts(store, deskId, period), openFacts(store, deskId, now)];
    const tally = await inTurn(deskId, () => counted(question, sources));
    const none = new FactTally();
    const days = deskDays(period).days.map((day) => ({ day, ...countsOf(tally.days.get(day) ?? none) }));
    const body = { ...(await presentGroups(directory, question, tally, overviewOf)), days };
    const dayLines = () => days.map(({ day, ...counts }) => ({ group: 'day', id: day, ...counts }));
    return { status: 200, body, csv: csvFile('overview', period, () => [...groupedLines(body), ...dayLines()]) };
  });
}
