import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CaseAction, CaseStart, Engine, SignalledCaseAction } from '../../../api/engine/engine-types.ts';
import { complaintWorkflowId } from '../../../workflows/kernel/workflow-ids.ts';
import type { ReportRef } from '../../../workflows/complaint/complaint-types.ts';
import { buildFingerprint } from '../builders/fingerprint-builder.ts';

export interface ContractWorld {
  /** One that runs no worker: what must be done by a case is never answered. */
  engine: () => Engine;
  endCase: (workflowId: string) => Promise<void>;
}

export function someReport(overrides: Partial<ReportRef> = {}): ReportRef {
  const id = randomUUID();
  const candidate = { caseId: `case-${id}`, number: `261124-${id.slice(0, 5)}` };
  return {
    reportId: id,
    submitterId: 'xyz',
    receivedAt: '2026-11-24T01:00:00.000Z',
    title: 'Judul',
    candidate,
    ...overrides,
  };
}

/** A problem nobody else has. */
export function someStart(overrides: Partial<CaseStart> = {}): CaseStart {
  const fingerprint = buildFingerprint();
  const place = { deskId: 'layanan', officeId: '123', systemId: 'sipd', serverId: null };
  const facts = { ...place, category: 'login', title: 'Judul', fingerprint };
  const names = { officeName: 'Kantor 123', systemName: 'SIPD' };
  return { facts, firstReport: someReport(), previousCaseId: null, ...names, ...overrides };
}

const ref = () => ({ actionId: randomUUID(), actor: { id: 'petugas-a', role: 'agent' as const } });
const acknowledge = (): CaseAction => ({ name: 'acknowledge', ref: ref() });
const resolve = (): SignalledCaseAction => ({ name: 'resolve', ref: { ...ref(), resolutionId: 'm' } });

/** What intake and actions rely on, of the real engine and of the fake. */
export function describeEngine(name: string, { endCase, engine }: ContractWorld): void {
  describe(name, () => {
    const open = async () => {
      const start = someStart();
      await engine().startCase(start);
      const { caseId } = start.firstReport.candidate;
      return { start, workflowId: complaintWorkflowId(start.facts), caseId };
    };

    it('opens one case of many that race for one problem', async () => {
      const start = someStart();
      const racers = Array.from({ length: 20 }, () => ({ ...start, firstReport: someReport() }));
      const outcomes = await Promise.all(racers.map((racer) => engine().startCase(racer)));
      expect(outcomes.filter((outcome) => outcome === 'started')).toHaveLength(1);
      const winner = racers[outcomes.indexOf('started')]?.firstReport.candidate;
      expect(await engine().describeCase(complaintWorkflowId(start.facts))).toMatchObject({ ...winner, running: true });
    });

    it('describes a case by the identity of its first report', async () => {
      const { start, workflowId } = await open();
      const { caseId, number } = start.firstReport.candidate;
      expect(await engine().describeCase(workflowId)).toMatchObject({ caseId, number, running: true });
      expect(await engine().describeCase('complaint:123:nope')).toBeNull();
    });

    it('attaches reports while the case runs', async () => {
      const { workflowId } = await open();
      expect(await engine().attachReport({ workflowId, report: someReport() })).toBe('attached');
      await endCase(workflowId);
      expect(await engine().attachReport({ workflowId, report: someReport() })).toBe('notRunning');
      const unknown = { workflowId: 'complaint:123:nope', report: someReport() };
      expect(await engine().attachReport(unknown)).toBe('notRunning');
    });

    it('attaches reports to the case that was seen running, while it runs', async () => {
      const { start, workflowId } = await open();
      const { caseId, number } = start.firstReport.candidate;
      const attach = (report = someReport()) => engine().attachToKnown({ workflowId, report });
      await engine().describeCase(workflowId);
      expect(await attach()).toEqual({ caseId, number, running: true });
      expect(await attach(start.firstReport)).toBeNull();
      await endCase(workflowId);
      expect(await attach()).toBeNull();
    });

    it('opens the next case of a problem when the last one has ended', async () => {
      const { start, workflowId, caseId } = await open();
      await endCase(workflowId);
      expect(await engine().describeCase(workflowId)).toMatchObject({ caseId, running: false });
      const next = someReport();
      expect(await engine().startCase({ ...start, firstReport: next, previousCaseId: caseId })).toBe('started');
      expect(await engine().describeCase(workflowId)).toMatchObject({ ...next.candidate, running: true });
    });

    it('says so when nobody answers an action', async () => {
      const address = await open();
      expect(await engine().act(address, acknowledge())).toEqual({ kind: 'unanswered' });
      expect(await engine().signalAction(address, resolve())).toBe('signalled');
    });

    it('never lets an action reach another case than the one it was meant for', async () => {
      const { start, workflowId, caseId } = await open();
      await endCase(workflowId);
      for (const _ of ['ended', 'followed by another']) {
        expect(await engine().act({ workflowId, caseId }, acknowledge())).toEqual({ kind: 'notRunning' });
        expect(await engine().signalAction({ workflowId, caseId }, resolve())).toBe('notRunning');
        await engine().startCase({ ...start, firstReport: someReport() });
      }
      const unknown = { workflowId: 'complaint:123:nope', caseId };
      expect(await engine().act(unknown, acknowledge())).toEqual({ kind: 'notRunning' });
      expect(await engine().signalAction(unknown, resolve())).toBe('notRunning');
    });

    it('answers a ping', async () => {
      await expect(engine().ping(2_000)).resolves.toBeUndefined();
    });
  });
}
