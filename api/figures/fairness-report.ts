import { tiers, type Tier } from '../../workflows/kernel/tier.ts';
import { operation, type Operation } from '../http/operation.ts';
import { rotationNow } from '../rotations/rotation-access.ts';
import { presentPeriod } from './count-figures.ts';
import { fairnessOf } from './figure-folds.ts';
import { fairnessQuerySchema, fairnessSchema } from './figure-schemas.ts';
import { turnsDealt } from './read-facts.ts';
import { asCsv, csvFile, type ReportTools } from './report-tools.ts';

/** GET /v1/reports/fairness */
export function fairnessReport({ access, directory, inTurn, periodFor, store }: ReportTools): Operation {
  return operation({
    method: 'get',
    tag: 'Reports',
    path: '/v1/reports/fairness',
    operationId: 'reportFairness',
    summary: 'How evenly each rotation has dealt its turns',
    access,
    request: { query: fairnessQuerySchema },
    responses: { 200: { description: 'By tier and agent.', body: fairnessSchema, csv: asCsv } },
    problems: ['not_found'],
  }).handle(async ({ query, resource: { deskId, settings } }) => {
    const period = periodFor(query, settings.businessHours.timezone);
    const ofTier = async (tier: Tier) => {
      const key = { deskId, tier };
      const { roster } = await rotationNow(store, key);
      const dealt = await inTurn(deskId, () => turnsDealt(store, key, period));
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
  });
}
