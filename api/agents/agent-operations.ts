import { z } from 'zod';
import { tiers } from '../../workflows/kernel/tier.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { Actor } from '../auth/actor.ts';
import { idSchema } from '../http/id-schema.ts';
import { operation, type Operation } from '../http/operation.ts';
import { Problem, invalid } from '../http/problem.ts';
import { auditedOrder, type RotationOrder } from '../rotations/audited-order.ts';
import { changeRotation, rotationNow } from '../rotations/rotation-access.ts';
import type { RotationSignal } from '../engine/engine-types.ts';
import { agentOf, presentAgent, type Agent } from './agent-presenter.ts';
import { agentAnswerSchema, agentParams, agentsSchema, availabilitySchema, capacitySchema } from './agent-schemas.ts';

const answered = { 200: { description: 'The agent as they will be.', body: agentAnswerSchema } };

const durably = 'It is left with the rotation, also when nobody processes it at the moment.';

export function agentOperations(deps: ApiDeps): Operation[] {
  return [listAgents(deps), changeAvailability(deps), changeCapacity(deps)];
}

function listAgents({ store }: ApiDeps): Operation {
  const deskOf = ({ actor, query }: { actor: Actor; query: { deskId?: string | undefined } }) => {
    const deskId = query.deskId ?? actor.deskId;
    if (deskId === null) throw invalid({ in: 'query', pointer: '#/deskId', code: 'required' });
    return store.desks.find(deskId);
  };
  return operation({
    method: 'get',
    path: '/v1/agents',
    operationId: 'listAgents',
    summary: 'The agents of a desk, and who of them is there',
    tag: 'Agents',
    request: {
      query: z.strictObject({
        deskId: idSchema.optional().meta({ description: "Without it one's own desk.", example: 'layanan' }),
      }),
    },
    access: { action: 'rotation.read', resource: deskOf },
    responses: { 200: { description: 'Both tiers, on one page.', body: agentsSchema } },
    problems: ['not_found'],
  }).handle(async ({ resource: { deskId } }) => {
    const ofTier = async (tier: (typeof tiers)[number]) => {
      const view = await rotationNow(store, { deskId, tier });
      const agents = (await store.users.agentsOf({ deskId, tier })).flatMap((user) => agentOf(user) ?? []);
      return agents.map((agent) => presentAgent(agent, view));
    };
    const items = (await Promise.all(tiers.map(ofTier))).flat();
    return { status: 200, body: { items, nextCursor: null } };
  });
}

async function findAgent({ store }: Pick<ApiDeps, 'store'>, id: string): Promise<Agent | null> {
  const user = await store.users.find(id);
  return user && agentOf(user);
}

async function changed(deps: ApiDeps, agent: Agent, order: Omit<RotationOrder, 'agentId'>, signal: RotationSignal) {
  const audited = { ...order, agentId: agent.userId };
  const view = await auditedOrder(deps, agent, audited, () => changeRotation(deps, agent, signal));
  return { status: 200 as const, body: { agent: presentAgent(agent, view) } };
}

/** What the rotation would not heed: it knows only those on its roster. */
async function demandOnRoster({ store }: ApiDeps, agent: Agent): Promise<void> {
  const { roster } = await rotationNow(store, agent);
  if (!roster.some(({ agentId }) => agentId === agent.userId)) throw new Problem('not_on_roster');
}

function changeAvailability(deps: ApiDeps): Operation {
  return operation({
    method: 'put',
    path: '/v1/agents/:id/availability',
    operationId: 'putAvailability',
    summary: 'Say that an agent is there, away, or on leave',
    description:
      'An absent agent keeps their place in the rotation and is passed over. At `until` they are back by themselves. With ' +
      `\`handover\` each of their open cases gets another turn. ${durably}`,
    tag: 'Agents',
    request: { params: agentParams, body: availabilitySchema },
    access: { action: 'agent.setAvailability', resource: ({ params: { id } }) => findAgent(deps, id) },
    responses: answered,
    problems: ['not_found', 'not_on_roster', 'engine_unavailable'],
  }).handle(async ({ actor, body: { availability, until, handover }, resource: agent }) => {
    const end = until ? new Date(until) : null;
    if (end && end <= deps.clock()) throw invalid({ in: 'body', pointer: '#/until', code: 'not_in_future' });
    // Somebody who was taken off the roster can still hand over.
    if (handover !== true) await demandOnRoster(deps, agent);
    const wish = { availability, until: end?.toISOString() ?? null, handover: handover === true };
    const message = { agentId: agent.userId, ...wish };
    return changed(deps, agent, { actor, kind: 'availability', wish }, { name: 'availabilityChanged', message });
  });
}

function changeCapacity(deps: ApiDeps): Operation {
  return operation({
    method: 'put',
    path: '/v1/agents/:id/capacity',
    operationId: 'putCapacity',
    summary: 'Say how many open cases an agent may have at once',
    description: `Whoever has more already keeps them, and gets no turn until there are fewer. ${durably}`,
    tag: 'Agents',
    request: { params: agentParams, body: capacitySchema },
    access: { action: 'agent.setCapacity', resource: ({ params: { id } }) => findAgent(deps, id) },
    responses: answered,
    problems: ['not_found', 'not_on_roster', 'engine_unavailable'],
  }).handle(async ({ actor, body: { capacity }, resource: agent }) => {
    await demandOnRoster(deps, agent);
    const message = { agentId: agent.userId, capacity };
    return changed(deps, agent, { actor, kind: 'capacity', wish: { capacity } }, { name: 'capacityChanged', message });
  });
}
