import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReportRef, signalledAction } from '../../../workflows/complaint/complaint-guard.ts';
import {
  caseMergedNews,
  forwarderNews,
  turnGrantedNews,
  turnWithdrawnNews,
} from '../../../workflows/complaint/complaint-news-guard.ts';
import { transition } from '../../../workflows/complaint/complaint-state.ts';
import { officeServerEvent } from '../../../workflows/office-server/office-server-guard.ts';
import { emptyServer, lease } from '../../../workflows/office-server/office-server-state.ts';
import { rotationEvent } from '../../../workflows/rotation/rotation-guard.ts';
import { rotate } from '../../../workflows/rotation/rotation-state.ts';
import { caseIn, otherCase, report } from './complaint-cases.ts';
import { emptyRotation } from './empty-rotation.ts';

const names = [
  'turnRequested',
  'released',
  'availabilityChanged',
  'rosterChanged',
  'rosterAmended',
  'capacityChanged',
  'absencesEnded',
  'nonsense',
];

describe('messages typed by hand', () => {
  it('of any form never stop the sessions of an office server', () => {
    const serverNames = ['requestSession', 'extendSession', 'endSession', 'revoke', 'caseLeft', 'limitChanged', 'x'];
    const server = emptyServer({ officeId: '123', serverId: 'srv-123', limit: 1 });
    fc.assert(
      fc.property(fc.constantFrom(...serverNames), fc.anything(), (name, message) => {
        const event = officeServerEvent(name, message);
        if (event) expect(() => lease(server, event, 0)).not.toThrow();
      }),
    );
    const action = { sessionId: 's', actor: { id: 'a', role: 'agent' } };
    for (const [name, message] of [
      ['requestSession', { sessionId: 's', caseId: 'c', agentId: 'a', caseVersion: 1, minutes: 0 }],
      ['requestSession', { sessionId: '\0', caseId: 'c', agentId: 'a', caseVersion: 1, minutes: 5 }],
      ['extendSession', { ...action, minutes: 1e9, actionId: 'x' }],
      ['endSession', { ...action, actor: { id: 'a', role: 'submitter' }, reason: null }],
      ['caseLeft', { caseId: 'c', agentId: 'a', caseVersion: -1 }],
    ] as const) {
      expect(officeServerEvent(name, message)).toBeNull();
    }
    expect(officeServerEvent('caseLeft', { caseId: 'c' })).toMatchObject({
      left: { agentId: null, caseVersion: null },
    });
  });

  it('of any form never stop a rotation', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.anything(), (name, message) => {
        const event = rotationEvent(name, message);
        if (event) expect(() => rotate(emptyRotation(['a'], 1), event, 0)).not.toThrow();
      }),
    );
    expect(rotationEvent('nonsense', {})).toBeNull();
    expect(rotationEvent('released', undefined)).toBeNull();
    expect(rotationEvent('released', { requestId: 'r' })).toEqual({ type: 'released', requestId: 'r' });
  });

  it('of any form are a report only when they are one', () => {
    expect(isReportRef(report('r1'))).toBe(true);
    for (const wrong of [null, undefined, {}, { ...report('r1'), candidate: null }]) {
      expect(isReportRef(wrong as never)).toBe(false);
    }
  });

  it('of any form never stop a case', () => {
    const guards = { turnGrantedNews, turnWithdrawnNews, caseMergedNews, forwarderNews };
    const source = { ...otherCase, reportIds: ['r'], reporterIds: ['xyz'], forwarders: [otherCase] };
    const sound = {
      turnGrantedNews: { requestId: 'r', tier: 'tier-1', agentId: 'a', seq: 1, deskId: 'layanan' },
      turnWithdrawnNews: { requestId: 'r', tier: 'tier-1', reason: 'leave' },
      caseMergedNews: { source },
      forwarderNews: { type: 'survivorMoved', into: otherCase },
    };
    for (const [name, guard] of Object.entries(guards)) {
      const message = sound[name as keyof typeof guards];
      const damaged = fc.record(Object.fromEntries(Object.keys(message).map((field) => [field, fc.anything()])));
      fc.assert(
        fc.property(fc.oneof(fc.anything(), damaged), (wrong) => {
          const event = guard(wrong);
          if (event) expect(() => transition(caseIn('assigned'), event, 0)).not.toThrow();
        }),
      );
      expect(guard(message)).toMatchObject(name === 'forwarderNews' ? message : {});
      for (const wrong of [null, undefined, 7, 'x', [], {}]) expect(guard(wrong)).toBeNull();
    }
    // No other event comes in under the name of this one.
    expect(turnGrantedNews({ ...sound.turnGrantedNews, type: 'resolve' })?.type).toBe('turnGranted');
    expect(forwarderNews({ type: 'resolve', action: {} })).toBeNull();
    expect(caseMergedNews({ source: { ...source, forwarders: [null] } })).toBeNull();
  });

  it('act as a supervisor unless they say otherwise', () => {
    expect(signalledAction({ actorId: 'pengawas' }, 'fresh')).toEqual({
      actionId: 'fresh',
      actor: { id: 'pengawas', role: 'supervisor' },
    });
    expect(signalledAction({ actorId: 'a', actorRole: 'agent', actionId: 'x' }, 'fresh')).toMatchObject({
      actionId: 'x',
      actor: { role: 'agent' },
    });
    for (const wrong of [undefined, null, 'pengawas', {}, { actorId: 7 }])
      expect(signalledAction(wrong, 'f')).toBeNull();
  });
});
