import { describe, expect, it } from 'vitest';
import { createCasePublisher, hasBeenPublished, type CaseLeftServers } from '../../../publishing/case-publisher.ts';
import { fakeStore } from '../../../store/fake-store.ts';
import type { CaseRecord } from '../../../workflows/complaint/complaint-publishing-types.ts';
import { buildCaseView } from '../../support/builders/case-view-builder.ts';
import { buildTimeline } from '../../support/builders/timeline-builder.ts';

const view = buildCaseView({ version: 4, agentId: null });
const { caseId, deskId, officeId } = view;
const record: CaseRecord = {
  view,
  entries: buildTimeline(caseId, 2, 4),
  placedReportIds: [],
  texts: [],
  releases: [{ tier: 'tier-1', requestId: `${caseId}/tier-1/1` }],
  leavingAgentIds: ['petugas-a'],
};
const question = { caseId, officeId, version: 4, entryNos: [2, 3, 4], leavingAgentIds: ['petugas-a'] };

function world() {
  const store = fakeStore();
  const calls: unknown[] = [];
  const engine = {
    releaseTurn: (release: object) => Promise.resolve(calls.push(release)),
    caseLeft: (left: CaseLeftServers) => Promise.resolve(calls.push(left)),
  };
  const notifier = {
    tell: () => Promise.resolve(),
    tellLease: () => Promise.resolve(),
    tellOverdueIncident: () => Promise.resolve(),
  };
  return { store, calls, publisher: createCasePublisher({ store, engine, notifier }) };
}

describe('publishing a record', () => {
  it("writes it, gives the place back and takes the agent from the office's servers", async () => {
    const { calls, publisher, store } = world();
    await store.officeServers.insert({ serverId: 'srv-123', officeId, name: 'srv', sessionLimit: 1 });
    await publisher.publish(record);
    expect(await store.cases.find(caseId)).toEqual(view);
    expect(await store.timelines.ofCase(caseId, { afterNo: 0, limit: 9 })).toEqual(record.entries);
    expect(calls).toEqual([
      { deskId, tier: 'tier-1', requestId: `${caseId}/tier-1/1` },
      { officeId, serverIds: ['srv-123'], caseId, agentId: 'petugas-a', caseVersion: 4 },
    ]);
  });
});

describe('whether a record has been published', () => {
  it('is no before and yes after it', async () => {
    const { publisher, store } = world();
    expect(await hasBeenPublished(store, question)).toBe(false);
    await publisher.publish(record);
    expect(await hasBeenPublished(store, question)).toBe(true);
  });

  it('is no while an entry is missing, though somebody else has published a newer view', async () => {
    const { publisher, store } = world();
    const newer = { ...view, version: 5 };
    await publisher.publish({ ...record, view: newer, entries: buildTimeline(caseId, 3, 5) });
    expect(await hasBeenPublished(store, question)).toBe(false);
    await publisher.publish(record);
    expect(await hasBeenPublished(store, question)).toBe(true);
    expect(await store.cases.find(caseId)).toEqual(newer);
  });

  it('is no while the view is an older one', async () => {
    const { publisher, store } = world();
    await publisher.publish({ ...record, view: { ...view, version: 3 } });
    expect(await hasBeenPublished(store, question)).toBe(false);
  });
});
