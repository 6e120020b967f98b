import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { caseModel } from '../../../store/cases/case-model.ts';
import { incidentModel } from '../../../store/incidents/incident-model.ts';
import { readModelVersions } from '../../../store/kernel/schema-version.ts';
import { officeServerViewModel } from '../../../store/office-server-views/office-server-view-model.ts';
import { rotationModel } from '../../../store/rotations/rotation-model.ts';

/** The form of the read model. Whoever changes a field here raises its number: the read model is to be rebuilt then. */
const forms: Record<keyof typeof readModelVersions, { version: number; fields: string }> = {
  cases: {
    version: 1,
    fields: `_id acknowledgeBy agentId assignedAt attempt category closesAt createdAt deskId fingerprint formerAgentIds
      incidentId mergedCaseIds mergedIntoId number officeId openAgentId openOfficeId otherFingerprints overdue
      previousCaseId ratings ratings.reporterId ratings.score receivedOn recordedAt reportCount reporterIds resolutionId
      resolveBy runId schemaVersion searchText serverId slot status systemId tier title updatedAt version workflowId`,
  },
  incidents: {
    version: 1,
    fields: `_id caseCount cases cases.caseId cases.number cases.officeId deskId dueAt notice openedAt openedBy overdue
      payloadHash published resolutionId resolvedAt resolvedBy resolvedCount schemaVersion status systemId title updatedAt
      version workflowId`,
  },
  officeServerViews: {
    version: 1,
    fields: `_id lastToken limit officeId ${sessions('queue')} schemaVersion ${sessions('sessions')} state version`,
  },
  rotations: {
    version: 2,
    fields: `_id deskId head nextAgentId roster roster.agentId roster.availability roster.capacity roster.effectiveCapacity
      roster.openCases roster.turns roster.until schemaVersion seq state tier version waiting waiting.caseId
      waiting.requestId waiting.since`,
  },
};

function sessions(list: string): string {
  const fields = `agentId caseId endedAt endedBy expiresAt grantedAt how minutes officeId reason requestedAt serverId
    sessionId state token version waited`;
  return [list, ...fields.split(/\s+/).map((field) => `${list}.${field}`)].join(' ');
}

const models = {
  cases: caseModel,
  incidents: incidentModel,
  officeServerViews: officeServerViewModel,
  rotations: rotationModel,
};

it.each(Object.entries(models))('%s have the form that their number stands for', (name, modelOn) => {
  const { fields, version } = forms[name as keyof typeof forms];
  const { schema } = modelOn(mongoose.createConnection());
  expect(pathsOf(schema).sort()).toEqual(fields.split(/\s+/).sort());
  expect(readModelVersions[name as keyof typeof readModelVersions]).toBe(version);
});

/** Of documents inside documents too. */
function pathsOf(schema: mongoose.Schema): string[] {
  const paths: string[] = [];
  schema.eachPath((path, type) => {
    const inner = (type as { schema?: mongoose.Schema }).schema;
    paths.push(path, ...(inner ? pathsOf(inner).map((each) => `${path}.${each}`) : []));
  });
  return paths;
}
