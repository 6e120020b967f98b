import { operation, type Operation } from '../http/operation.ts';
import { counted, presentGroups, type Question } from './count-figures.ts';
import type { Fact } from './figure-facts.ts';
import { duplicatesOf } from './figure-folds.ts';
import { duplicatesSchema, figuresQuerySchema } from './figure-schemas.ts';
import { sessionFacts, timelineFacts, withKnowingly } from './read-facts.ts';
import { asCsv, csvFile, groupedLines, type ReportTools } from './report-tools.ts';

/** How many cases with many reports are named. */
const casesNamed = 10;

/** GET /v1/reports/duplicates */
export function duplicatesReport({ access, directory, inTurn, periodFor, store }: ReportTools): Operation {
  return operation({
    method: 'get',
    tag: 'Reports',
    path: '/v1/reports/duplicates',
    operationId: 'reportDuplicates',
    summary: 'What attaching, merging and queueing at office servers has spared',
    access,
    request: { query: figuresQuerySchema },
    responses: { 200: { description: 'In total and by group.', body: duplicatesSchema, csv: asCsv } },
    problems: ['not_found'],
  }).handle(async ({ query, resource: { deskId, settings } }) => {
    const period = periodFor(query, settings.businessHours.timezone);
    const question: Question = { query, period };
    const attached = new Map<string, number>();
    const facts = withKnowingly(timelineFacts(store, deskId, period), { store, deskId, period });
    const sources = [facts, sessionFacts(store, deskId, period)];
    const alsoByCase = ({ kind, caseId }: Fact) => {
      if (kind === 'reportAttached') attached.set(caseId, (attached.get(caseId) ?? 0) + 1);
    };
    const tally = await inTurn(deskId, () => counted(question, sources, alsoByCase));
    const most = [...attached].sort(([, one], [, other]) => other - one).slice(0, casesNamed);
    const topCases = await Promise.all(
      most.map(async ([complaintId, count]) => {
        const view = await store.cases.find(complaintId);
        return {
          complaintId,
          number: view?.number ?? null,
          attached: count,
          reportCount: view?.reportCount ?? count,
        };
      }),
    );
    const body = { ...(await presentGroups(directory, question, tally, duplicatesOf)), topCases };
    const caseLines = () =>
      topCases.map(({ complaintId, number, ...counts }) => {
        return { group: 'case', id: complaintId, name: number, ...counts };
      });
    return { status: 200, body, csv: csvFile('duplicates', period, () => [...groupedLines(body), ...caseLines()]) };
  });
}
