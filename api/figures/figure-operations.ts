import type { ApiDeps } from '../api-deps.ts';
import type { Actor } from '../auth/actor.ts';
import { createDirectory } from '../complaints/complaint-directory.ts';
import { operation, type Operation } from '../http/operation.ts';
import { rotationNow } from '../rotations/rotation-access.ts';
import { tiers } from '../../workflows/kernel/tier.ts';
import { counted, presentGroups, presentPeriod, type Question } from './count-figures.ts';
import { FactTally } from './fact-tally.ts';
import { csvOf } from './figure-csv.ts';
import { countsOf, deadlinesOf, duplicatesOf, fairnessOf, overviewOf } from './figure-folds.ts';
import { deskDays, periodOf, type Period } from './figure-period.ts';
import {
  deadlineReportSchema,
  duplicatesSchema,
  fairnessQuerySchema,
  fairnessSchema,
  figuresQuerySchema,
  overviewSchema,
} from './figure-schemas.ts';
import { openFacts, sessionFacts, timelineFacts, turnsDealt, withKnowingly } from './read-facts.ts';

/** How many cases with many reports are named. */
const casesNamed = 10;

const asCsv = 'One table: `group` says what a line is about.';

interface Grouped {
  groupBy: string;
  total: object;
  groups: object[];
}

/** A download that says what it holds. */
function csvFile(name: string, period: Period, lines: () => object[]) {
  return { fileName: `${name}-${deskDays(period).days[0] ?? ''}.csv`, text: () => csvOf(lines()) };
}

function groupedLines({ groupBy, total, groups }: Grouped): object[] {
  const totalLine = { group: 'total', id: null, name: null, ...total };
  return [totalLine, ...groups.map((group) => ({ group: groupBy, ...group }))];
}

/** GET /v1/reports/…: what a desk's supervisors count. docs/reports.md says what each figure means. */
export function figureOperations(deps: ApiDeps): Operation[] {
  const { store } = deps;
  const directory = createDirectory(store);
  const common = { method: 'get', tag: 'Reports' } as const;
  const access = {
    action: 'desk.readFigures',
    resource: ({ actor }: { actor: Actor }) => (actor.deskId === null ? null : store.desks.find(actor.deskId)),
  } as const;
  const problems = ['not_found'] as const;
  const periodFor = (asked: { from?: string | undefined; to?: string | undefined }, timezone: string) =>
    periodOf(asked, timezone, deps.clock());

  return [
    operation({
      ...common,
      path: '/v1/reports/overview',
      operationId: 'reportOverview',
      summary: 'What came in, what became of it, how long it took and how it was rated',
      access,
      request: { query: figuresQuerySchema },
      responses: { 200: { description: 'In total, by group and by day.', body: overviewSchema, csv: asCsv } },
      problems: [...problems],
    }).handle(async ({ query, resource: { deskId, settings } }) => {
      const period = periodFor(query, settings.businessHours.timezone);
      const question: Question = { query, period };
      const now = deps.clock().getTime();
      const tally = await counted(question, [timelineFacts(store, deskId, period), openFacts(store, deskId, now)]);
      const none = new FactTally();
      const days = deskDays(period).days.map((day) => ({ day, ...countsOf(tally.days.get(day) ?? none) }));
      const body = { ...(await presentGroups(directory, question, tally, overviewOf)), days };
      const dayLines = () => days.map(({ day, ...counts }) => ({ group: 'day', id: day, ...counts }));
      return { status: 200, body, csv: csvFile('overview', period, () => [...groupedLines(body), ...dayLines()]) };
    }),

    operation({
      ...common,
      path: '/v1/reports/fairness',
      operationId: 'reportFairness',
      summary: 'How evenly each rotation has dealt its turns',
      access,
      request: { query: fairnessQuerySchema },
      responses: { 200: { description: 'By tier and agent.', body: fairnessSchema, csv: asCsv } },
      problems: [...problems],
    }).handle(async ({ query, resource: { deskId, settings } }) => {
      const period = periodFor(query, settings.businessHours.timezone);
      const ofTier = async (tier: (typeof tiers)[number]) => {
        const key = { deskId, tier };
        const { roster } = await rotationNow(store, key);
        const dealt = await turnsDealt(store, key, period);
        const { agents, ...figures } = fairnessOf(
          dealt,
          roster.map(({ agentId }) => agentId),
        );
        const meant = agents.filter(({ agentId }) => query.agentId === undefined || agentId === query.agentId);
        const names = await directory.people(meant.map(({ agentId }) => agentId));
        const named = meant.map(({ agentId, ...agent }) => ({
          agentId,
          name: names.get(agentId) ?? agentId,
          ...agent,
        }));
        return { tier, ...figures, agents: named };
      };
      const meantTiers = tiers.filter((tier) => query.tier === undefined || tier === query.tier);
      const body = { period: presentPeriod(period), tiers: await Promise.all(meantTiers.map(ofTier)) };
      const lines = () =>
        body.tiers.flatMap(({ agents, ...figures }) => [
          { group: 'tier', ...figures },
          ...agents.map((agent) => ({ group: 'agent', tier: figures.tier, ...agent })),
        ]);
      return { status: 200, body, csv: csvFile('fairness', period, lines) };
    }),

    operation({
      ...common,
      path: '/v1/reports/sla',
      operationId: 'reportSla',
      summary: 'Which deadlines were met and which missed',
      access,
      request: { query: figuresQuerySchema },
      responses: { 200: { description: 'In total and by group.', body: deadlineReportSchema, csv: asCsv } },
      problems: [...problems],
    }).handle(async ({ query, resource: { deskId, settings } }) => {
      const period = periodFor(query, settings.businessHours.timezone);
      const question: Question = { query, period };
      const tally = await counted(question, [timelineFacts(store, deskId, period)]);
      const body = await presentGroups(directory, question, tally, deadlinesOf);
      return { status: 200, body, csv: csvFile('sla', period, () => groupedLines(body)) };
    }),

    operation({
      ...common,
      path: '/v1/reports/duplicates',
      operationId: 'reportDuplicates',
      summary: 'What attaching, merging and queueing at office servers has spared',
      access,
      request: { query: figuresQuerySchema },
      responses: { 200: { description: 'In total and by group.', body: duplicatesSchema, csv: asCsv } },
      problems: [...problems],
    }).handle(async ({ query, resource: { deskId, settings } }) => {
      const period = periodFor(query, settings.businessHours.timezone);
      const question: Question = { query, period };
      const attached = new Map<string, number>();
      const facts = withKnowingly(timelineFacts(store, deskId, period), { store, deskId, period });
      const tally = await counted(question, [facts, sessionFacts(store, deskId, period)], ({ kind, caseId }) => {
        if (kind === 'reportAttached') attached.set(caseId, (attached.get(caseId) ?? 0) + 1);
      });
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
        topCases.map(({ complaintId, number, attached: count }) => {
          return { group: 'case', id: complaintId, name: number, attached: count };
        });
      return { status: 200, body, csv: csvFile('duplicates', period, () => [...groupedLines(body), ...caseLines()]) };
    }),
  ];
}
