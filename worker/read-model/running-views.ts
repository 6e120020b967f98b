import { setTimeout as pause } from 'node:timers/promises';
import { QueryNotRegisteredError, type Client } from '@temporalio/client';
import type { QueryDefinition } from '@temporalio/common';
import { getCase } from '../../workflows/complaint/complaint-messages.ts';
import type { CaseView } from '../../workflows/complaint/complaint-types.ts';
import { getIncident } from '../../workflows/incident/incident-messages.ts';
import type { IncidentView } from '../../workflows/incident/incident-types.ts';
import type { Tier } from '../../workflows/kernel/tier.ts';
import { incidentWorkflowId, officeServerWorkflowId, rotationWorkflowId } from '../../workflows/kernel/workflow-ids.ts';
import { getOfficeServer } from '../../workflows/office-server/office-server-messages.ts';
import type { OfficeServerView } from '../../workflows/office-server/office-server-types.ts';
import { getRotation } from '../../workflows/rotation/rotation-messages.ts';
import type { RotationView } from '../../workflows/rotation/rotation-types.ts';
import { unlessGone } from '../../publishing/gone-workflow.ts';

/** How workflows that Temporal still knows see themselves; null when it knows them no more. */
export interface RunningViews {
  /** Null also when another case runs there. */
  ofCase(place: { workflowId: string; caseId: string }): Promise<CaseView | null>;
  ofIncident(incidentId: string): Promise<IncidentView | null>;
  ofRotation(key: { deskId: string; tier: Tier }): Promise<RotationView | null>;
  ofOfficeServer(key: { officeId: string; serverId: string }): Promise<OfficeServerView | null>;
}

/** A query waits for a worker. */
const answerWithinMs = 15_000;
const attempts = 3;
const pauseMs = 1_000;

/** Asks the workflows themselves. Rejects when Temporal or its workers do not answer. */
export function runningViews(client: Client): RunningViews {
  const ask = async <View>(workflowId: string, query: QueryDefinition<View>): Promise<View | null> => {
    const handle = client.workflow.getHandle(workflowId);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await client.withDeadline(Date.now() + answerWithinMs, () => unlessGone(handle.query(query)));
      } catch (error) {
        // Something else runs under this ID.
        if (error instanceof QueryNotRegisteredError) return null;
        if (attempt >= attempts) throw error;
        await pause(pauseMs);
      }
    }
  };
  return {
    async ofCase({ caseId, workflowId }) {
      const view = await ask(workflowId, getCase);
      return view?.caseId === caseId ? view : null;
    },
    ofIncident: (incidentId) => ask(incidentWorkflowId({ incidentId }), getIncident),
    ofRotation: (key) => ask(rotationWorkflowId(key), getRotation),
    ofOfficeServer: (key) => ask(officeServerWorkflowId(key), getOfficeServer),
  };
}
