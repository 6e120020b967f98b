import type { OfficeServer } from '../../store/office-servers/office-server-repository.ts';
import type { CaseView } from '../../workflows/complaint/complaint-types.ts';
import type { SessionRequest, SessionStanding } from '../../workflows/office-server/office-server-types.ts';
import { workedOnStatuses } from '../../workflows/office-server/office-server-types.ts';
import type { Actor } from '../auth/actor.ts';
import { can } from '../auth/policy.ts';
import { findCase } from '../complaints/complaint-lookup.ts';
import { nobodyYet, statusInWords } from '../complaints/complaint-texts.ts';
import type { ServerStart } from '../engine/engine-types.ts';
import { invalid, Problem } from '../http/problem.ts';
import type { Locale } from '../locale/translate.ts';
import type { OfficeServerServices } from './office-server-services.ts';
import { refusalProblem, retrySoon } from './session-problems.ts';

interface Wish {
  server: OfficeServer;
  actor: Actor;
  locale: Locale;
  complaintId: string;
  minutes: number;
  sessionId: string;
}

/**
 * Asks for a session on behalf of a case, which must be the actor's own now. Whether there is room is the server's
 * workflow to say; asking again gets the same session.
 * @throws Problem why there is none; nothing was changed then
 */
export async function askForSession(services: OfficeServerServices, wish: Wish): Promise<SessionStanding> {
  const { server, sessionId, minutes, actor, locale } = wish;
  if (server.active === false) throw new Problem('unknown_server');
  const view = await ownCase(services, wish);
  const message = { sessionId, caseId: view.caseId, agentId: actor.id, caseVersion: view.version, minutes };
  const outcome = await actOrStart(services, server, message);
  switch (outcome.kind) {
    case 'done':
      if (outcome.standing === null) throw new Error('a session that was asked for has no standing');
      return outcome.standing;
    case 'refused':
      // The case has moved on since it was looked at: now it can be said to whom.
      if (outcome.refusal.code === 'CaseLeft') await ownCase(services, wish);
      throw refusalProblem(outcome.refusal, locale);
    case 'notRunning':
    case 'unanswered':
      throw new Problem('worker_unavailable', { headers: retrySoon });
  }
}

async function actOrStart(services: OfficeServerServices, server: OfficeServer, message: SessionRequest) {
  const action = { name: 'request' as const, message };
  const outcome = await services.engine.actOnServer(server, action);
  if (outcome.kind !== 'notRunning') return outcome;
  await services.engine.startServer(await serverStart(services, server));
  return services.engine.actOnServer(server, action);
}

/** With what a server's workflow starts: where a lost one stood when the store last heard of it, else empty. */
async function serverStart({ store }: OfficeServerServices, server: OfficeServer): Promise<ServerStart> {
  const { serverId, officeId, name, sessionLimit: limit } = server;
  const recorded = await store.officeServerViews.find(serverId);
  const input = { officeId, serverId, limit, ...(recorded ? { state: recorded.state } : {}) };
  return { input, summary: `${name} · ${limit === 1 ? 'one session' : `${limit} sessions`} at once` };
}

/** The case, if the actor works on it now and it is one of the server's office. */
async function ownCase({ store, directory }: OfficeServerServices, wish: Wish): Promise<CaseView> {
  const { actor, complaintId, locale, server } = wish;
  const found = await findCase(store, complaintId, actor);
  if (!found || !can(actor, 'case.read', found)) {
    throw invalid({ in: 'body', pointer: '#/complaintId', code: 'unknown_reference' });
  }
  const { view } = found;
  if (!found.begun) throw new Problem('case_not_begun', { headers: retrySoon });
  const members = { caseStatus: view.status, version: view.version };
  if (view.agentId !== actor.id) {
    if (!view.formerAgentIds.includes(actor.id)) throw new Problem('not_assigned', { members });
    const { agentId } = view;
    const agent = agentId === null ? nobodyYet(locale) : ((await directory.people([agentId])).get(agentId) ?? '');
    throw new Problem('case_moved_on', { members, values: { agent } });
  }
  if (!workedOnStatuses.includes(view.status)) {
    throw new Problem('illegal_in_status', { members, values: { status: statusInWords(view.status, locale) } });
  }
  if (view.officeId !== server.officeId) throw new Problem('server_of_other_office');
  return view;
}
