import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { officeServerWorkflowId } from '../../../workflows/kernel/workflow-ids.ts';
import { endSession, extendSession, requestSession } from '../../../workflows/office-server/office-server-messages.ts';
import { slotMs, slotOf } from '../../../store/kernel/time-slot.ts';
import type { OfficeServerInput, OfficeServerView } from '../../../workflows/office-server/office-server-types.ts';
import type { TestDesk } from '../desk/test-desk.ts';

/** A server of its own at this desk's office, its workflow running, and what agents do to it. */
export async function startTestServer(desk: TestDesk, input: Partial<OfficeServerInput> = {}) {
  const { officeId } = desk;
  const serverId = `srv-${randomUUID().slice(0, 8)}`;
  const handle = await desk.client.workflow.start('officeServer', {
    workflowId: officeServerWorkflowId({ officeId, serverId }),
    taskQueue: desk.queues.complaint,
    args: [{ officeId, serverId, limit: 1, ...input }],
  });
  const actor = (id: string) => ({ id, role: id === 'pengawas' ? ('supervisor' as const) : ('agent' as const) });
  return {
    serverId,
    handle,
    /** The agent asks on behalf of `case-<agent>`, under the session id `s-<agent>`. */
    ask: (agentId: string, overrides: { caseVersion?: number; minutes?: number; sessionId?: string } = {}) => {
      const standard = { sessionId: `s-${agentId}-${serverId}`, caseVersion: 1, minutes: 30 };
      const message = { caseId: `case-${agentId}`, agentId, ...standard, ...overrides };
      return handle.executeUpdate(requestSession, { args: [message] });
    },
    extend: (agentId: string, minutes: number, actionId: string = randomUUID()) => {
      const message = { sessionId: `s-${agentId}-${serverId}`, actor: actor(agentId), minutes, actionId };
      return handle.executeUpdate(extendSession, { args: [message] });
    },
    end: (agentId: string, by = agentId, reason: string | null = null) => {
      const message = { sessionId: `s-${agentId}-${serverId}`, actor: actor(by), reason };
      return handle.executeUpdate(endSession, { args: [message] });
    },
    /** The case of this agent has left them, as a published case tells it. */
    leave: (agentId: string, caseVersion = 9) =>
      desk.engine.caseLeft({ officeId, serverIds: [serverId], caseId: `case-${agentId}`, agentId, caseVersion }),
    record: (agentId: string) => desk.store.serverSessions.find(`s-${agentId}-${serverId}`),
    /** What the agent was told about this server, by the time of its event. */
    told: async (agentId: string) => {
      // Two minutes: a busy machine may take its time between the event and this look.
      const slots = Array.from({ length: 12 }, (_, back) => slotOf(Date.now() - back * slotMs));
      const found = await Promise.all(slots.map((slot) => desk.store.notifications.recordedIn(slot)));
      return found
        .flat()
        .filter((row) => row.recipientId === agentId && row.serverId === serverId)
        .sort((one, other) => one.at.localeCompare(other.at));
    },
    /** Waits until the read model is so. */
    until: (wanted: (view: OfficeServerView) => boolean) =>
      vi.waitUntil(
        async () => {
          const view = await desk.store.officeServerViews.find(serverId);
          return view && wanted(view) ? view : null;
        },
        { timeout: 20_000, interval: 25 },
      ),
  };
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;

/** Who is on the server, and who waits, in order. */
export function placesOf(view: OfficeServerView): { holders: string[]; waiting: string[] } {
  return { holders: view.sessions.map(({ agentId }) => agentId), waiting: view.queue.map(({ agentId }) => agentId) };
}
