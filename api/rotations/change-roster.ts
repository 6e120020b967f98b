import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { User } from '../../store/users/user-repository.ts';
import type { RotationView } from '../../workflows/rotation/rotation-types.ts';
import type { ApiDeps } from '../api-deps.ts';
import { demandVersion, entityTag, ifMatchHeader } from '../http/entity-tag.ts';
import { idSchema } from '../http/id-schema.ts';
import { operation, type Operation } from '../http/operation.ts';
import { Problem, type Fault } from '../http/problem.ts';
import { auditedOrder } from './audited-order.ts';
import { changeRotation, rosterVersionIn, rotationNow, type RotationKey } from './rotation-access.ts';
import { presentRotation } from './rotation-presenter.ts';
import { rotationSchema, tierSchema } from './rotation-schemas.ts';

/** How long an answer waits for the rotation to say what it made of an order, milliseconds. */
const heedWithinMs = 1_500;

const body = z
  .strictObject({ agentIds: z.array(idSchema).min(1).max(500) })
  .meta({ id: 'RosterChange', example: { agentIds: ['petugas-b', 'petugas-a', 'petugas-c'] } });

function faultsOf(agentIds: string[], agents: User[]): Fault[] {
  const known = new Set(agents.map(({ userId }) => userId));
  return agentIds.flatMap((agentId, index): Fault[] => {
    const pointer = `#/agentIds/${index}`;
    if (agentIds.indexOf(agentId) !== index) return [{ in: 'body', pointer, code: 'duplicate' }];
    return known.has(agentId) ? [] : [{ in: 'body', pointer, code: 'not_an_agent_here' }];
  });
}

const isRoster = ({ state }: RotationView, agentIds: string[]): boolean =>
  JSON.stringify(state.roster.map(({ agentId }) => agentId)) === JSON.stringify(agentIds);

/**
 * What the version was held against may have been out of date already: the rotation ignores such an order. Waits until it
 * has recorded a roster of another version, for a moment only, since nobody may process it now.
 */
async function wasIgnored(
  store: ApiDeps['store'],
  key: RotationKey,
  { agentIds, version }: { agentIds: string[]; version: number },
): Promise<boolean> {
  for (const end = Date.now() + heedWithinMs; Date.now() < end; await pause(50)) {
    const view = await rotationNow(store, key);
    if (rosterVersionIn(view) !== version) return !isRoster(view, agentIds);
  }
  return false;
}

/** PUT /v1/desks/:id/rotations/:tier/roster */
export function changeRoster(deps: ApiDeps): Operation {
  const { store } = deps;
  return operation({
    method: 'put',
    path: '/v1/desks/:id/rotations/:tier/roster',
    operationId: 'putRoster',
    summary: 'Say who takes turns, and in which order',
    description:
      'The whole roster in its new order; whoever is not listed takes no more turns, and keeps the cases that they have. ' +
      'Whoever was next stays next. The change is left with the rotation, also when nobody processes it at the moment; ' +
      'the answer is the rotation as it will be. With If-Match it counts only while the roster is the one of that ETag.',
    tag: 'Rotations',
    request: {
      params: z.strictObject({ id: idSchema, tier: tierSchema }),
      headers: z.object({ 'if-match': ifMatchHeader.optional() }),
      body,
    },
    access: { action: 'rotation.write', resource: ({ params: { id } }) => store.desks.find(id) },
    responses: {
      200: {
        description: 'The rotation as it will be.',
        body: rotationSchema,
        headers: { ETag: 'The version of the roster.' },
      },
    },
    problems: ['not_found', 'version_mismatch', 'engine_unavailable'],
  }).handle(async ({ actor, params: { tier }, headers, body: { agentIds }, resource: { deskId } }) => {
    const key = { deskId, tier };
    const faults = faultsOf(agentIds, await store.users.agentsOf(key));
    if (faults.length > 0) throw new Problem('validation_failed', { faults });
    const ifMatch = headers['if-match'];
    const before = await rotationNow(store, key);
    const version = rosterVersionIn(before);
    demandVersion(ifMatch, version);
    // The rotation itself insists on it too: of two who saw the same roster only the first changes it.
    const message = { agentIds, ...(ifMatch && { expectedRosterVersion: version }) };
    const view = await auditedOrder(deps, key, { actor, kind: 'roster', wish: message }, () =>
      changeRotation(deps, key, { name: 'rosterChanged', message }),
    );
    const changesNothing = isRoster(before, agentIds);
    if (ifMatch && !changesNothing && (await wasIgnored(store, key, { version, agentIds })))
      throw new Problem('version_mismatch');
    const headersOut = { ETag: entityTag(rosterVersionIn(view)) };
    return { status: 200, body: await presentRotation(store, view), headers: headersOut };
  });
}
