import { vi } from 'vitest';
import * as messages from '../../../workflows/complaint/complaint-messages.ts';
import type { ReportRef } from '../../../workflows/complaint/complaint-types.ts';
import { complaintWorkflowId } from '../../../workflows/kernel/workflow-ids.ts';
import { buildFingerprint } from '../builders/fingerprint-builder.ts';
import { buildReport } from '../builders/report-builder.ts';
import { actionBy, reportRef, startCase, untilRecorded } from '../desk/test-case.ts';
import type { TestDesk } from '../desk/test-desk.ts';
import { memberOf, startTestIncident } from '../incidents/test-incident.ts';
import { startTestServer } from '../office-servers/test-server.ts';

type Started = Awaited<ReturnType<typeof startCase>>;

const supervisor = () => actionBy('pengawas', 'supervisor');
const patience = { timeout: 20_000, interval: 50 };

/** A report in the store, as intake leaves it before it tells anybody. */
async function sent(desk: TestDesk, submitterId: string): Promise<ReportRef> {
  const ref = reportRef({ submitterId, title: `Tidak bisa masuk ${submitterId}` });
  const { candidate, reportId, title } = ref;
  const { deskId, officeId } = desk;
  await desk.store.reports.insert(buildReport({ reportId, submitterId, title, candidate, deskId, officeId }));
  return ref;
}

async function opened(desk: TestDesk, submitterId: string): Promise<Started> {
  const firstReport = await sent(desk, submitterId);
  const facts = { deskId: desk.deskId, officeId: desk.officeId, systemId: 'sipd', serverId: null, category: 'login' };
  const fingerprint = buildFingerprint();
  const started = await startCase(desk, { firstReport, facts: { ...facts, title: firstReport.title, fingerprint } });
  await untilRecorded(desk, started.caseId, { status: 'assigned' });
  return started;
}

const seen = (desk: TestDesk, caseId: string, wanted: Record<string, unknown>) =>
  vi.waitUntil(async () => {
    const view = await desk.store.cases.find(caseId);
    return view && Object.entries(wanted).every(([name, value]) => view[name as keyof typeof view] === value);
  }, patience);

const agentOf = async (desk: TestDesk, { caseId }: Started) =>
  actionBy((await desk.store.cases.find(caseId))?.agentId ?? '');

function mergeInto(source: Started, target: Started) {
  const { number } = target.firstReport.candidate;
  const into = { caseId: target.caseId, number, workflowId: target.handle.workflowId };
  return source.handle.executeUpdate(messages.merge, { args: [{ ...supervisor(), into }] });
}

const resolved = ({ handle }: Started) =>
  handle.executeUpdate(messages.resolve, { args: [{ ...supervisor(), resolutionId: 'text' }] });

/** Both tiers, a question, a rating, and a report that opens it again. */
async function reopenedCase(desk: TestDesk): Promise<Started> {
  const one = await opened(desk, 'xyz');
  await one.handle.executeUpdate(messages.acknowledge, { args: [await agentOf(desk, one)] });
  await one.handle.executeUpdate(messages.ask, { args: [{ ...(await agentOf(desk, one)), messageId: 'm' }] });
  await one.handle.executeUpdate(messages.resume, { args: [await agentOf(desk, one)] });
  await one.handle.executeUpdate(messages.escalate, { args: [{ ...(await agentOf(desk, one)), reasonId: 'm' }] });
  await untilRecorded(desk, one.caseId, { status: 'assigned' });
  await resolved(one);
  const rating = { ...actionBy('xyz', 'submitter'), score: 4, commentId: null };
  await one.handle.executeUpdate(messages.rate, { args: [rating] });
  await one.handle.signal(messages.reportAttached, { report: await sent(desk, 'abc') });
  await untilRecorded(desk, one.caseId, { status: 'assigned' });
  return one;
}

async function endedCase(desk: TestDesk, one: Started): Promise<void> {
  await one.handle.executeUpdate(messages.reassign, { args: [{ ...supervisor(), agentId: null, reasonId: 'm' }] });
  await untilRecorded(desk, one.caseId, { status: 'assigned' });
  await resolved(one);
  await one.handle.result();
}

/** One merged into one that is merged into a third, to the end of all; and two that still run. */
async function mergedCases(desk: TestDesk): Promise<void> {
  const [a, b, c] = [await opened(desk, 'xyz'), await opened(desk, 'abc'), await opened(desk, 'def')];
  await mergeInto(a, b);
  await seen(desk, b.caseId, { reportCount: 2 });
  await mergeInto(b, c);
  await seen(desk, c.caseId, { reportCount: 3 });
  await seen(desk, a.caseId, { mergedIntoId: c.caseId });
  await resolved(c);
  await Promise.all([a, b, c].map(({ handle }) => handle.result()));
  const [source, target] = [await opened(desk, 'ghi'), await opened(desk, 'jkl')];
  await mergeInto(source, target);
  await seen(desk, target.caseId, { reportCount: 2 });
}

/** Its facts put right, and a report let go that opens a case of its own; both end. */
async function correctedCase(desk: TestDesk): Promise<void> {
  const one = await opened(desk, 'xyz');
  const { category, deskId, serverId, systemId } = one.facts;
  const from = { deskId, systemId, serverId, category };
  const fingerprint = `c${one.facts.fingerprint.slice(1)}`;
  const correction = { from, to: { ...from, category: 'cetak' }, fingerprint };
  const order = { ...supervisor(), correction, reasonId: 'm', occupiedBy: null };
  await one.handle.executeUpdate(messages.correct, { args: [order] });
  const wrong = await sent(desk, 'abc');
  await one.handle.signal(messages.reportAttached, { report: wrong });
  await seen(desk, one.caseId, { reportCount: 2 });
  const own = { ...one.facts, title: wrong.title, fingerprint: `d${one.facts.fingerprint.slice(1)}` };
  const detachment = { ...supervisor(), detachment: { report: wrong, facts: own }, reasonId: null };
  await one.handle.executeUpdate(messages.detach, { args: [detachment] });
  await untilRecorded(desk, wrong.candidate.caseId, { status: 'assigned' });
  const detached = desk.client.workflow.getHandle(complaintWorkflowId(own));
  await resolved(one);
  await detached.executeUpdate(messages.resolve, { args: [{ ...supervisor(), resolutionId: 'text' }] });
  await Promise.all([one.handle.result(), detached.result()]);
}

/** One incident that resolves its cases and ends, and one that a case waits with. */
async function incidents(desk: TestDesk): Promise<void> {
  const [a, b, c] = [await opened(desk, 'xyz'), await opened(desk, 'abc'), await opened(desk, 'def')];
  const incident = await startTestIncident(desk, { cases: [a, b].map(memberOf) });
  await Promise.all([a, b].map(({ caseId }) => seen(desk, caseId, { incidentId: incident.incidentId })));
  await incident.resolve();
  await Promise.all([incident.handle, a.handle, b.handle].map((handle) => handle.result()));
  const open = await startTestIncident(desk, { cases: [memberOf(c)], notice: null });
  await seen(desk, c.caseId, { incidentId: open.incidentId });
}

/** Somebody on an office's server, and somebody who waits. */
async function sessions(desk: TestDesk): Promise<void> {
  const server = await startTestServer(desk);
  const at = { officeId: desk.officeId, name: 'Server', sessionLimit: 1 };
  await desk.store.officeServers.insert({ serverId: server.serverId, ...at });
  for (const agent of ['a', 'b', 'c']) await server.ask(agent);
  await server.end('a');
}

/** Cases that come, are taken and are resolved while something else happens. */
export async function bustle(desk: TestDesk): Promise<void> {
  const one = async (submitterId: string): Promise<void> => {
    const started = await opened(desk, submitterId);
    await started.handle.executeUpdate(messages.acknowledge, { args: [await agentOf(desk, started)] });
    await resolved(started);
    await started.handle.result();
  };
  await Promise.all(['xyz', 'abc', 'def'].map(one));
}

/** All that can happen to cases; in the end some have ended, and some are under way. Takes the desk's reopen window. */
export async function tellStory(desk: TestDesk): Promise<void> {
  const reopened = await reopenedCase(desk);
  const { settings } = (await desk.store.desks.find(desk.deskId)) ?? {};
  if (settings) await desk.store.desks.saveSettings(desk.deskId, { ...settings, reopenWindow: 'PT1S' });
  await Promise.all([mergedCases(desk), correctedCase(desk), incidents(desk), sessions(desk)]);
  await endedCase(desk, reopened);
  const withdrawn = await opened(desk, 'xyz');
  const withdrawal = { ...actionBy('xyz', 'submitter'), reasonId: 'm' };
  await withdrawn.handle.executeUpdate(messages.withdraw, { args: [withdrawal] });
  await withdrawn.handle.result();
  const waiting = await opened(desk, 'abc');
  await waiting.handle.executeUpdate(messages.ask, { args: [{ ...(await agentOf(desk, waiting)), messageId: 'm' }] });
}
