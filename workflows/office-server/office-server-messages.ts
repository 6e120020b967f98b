import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type {
  CaseLeft,
  OfficeServerView,
  SessionAction,
  SessionRequest,
  SessionStanding,
} from './office-server-types.ts';

/** As a supervisor types it in the Temporal UI or CLI while no API runs. */
export interface SignalledRevocation {
  sessionId: string;
  actorId: string;
  reason?: string;
}

export const caseLeft = defineSignal<[CaseLeft]>('caseLeft');
export const limitChanged = defineSignal<[{ limit: number }]>('limitChanged');
export const revokeSignal = defineSignal<[SignalledRevocation]>('revoke');

export const requestSession = defineUpdate<SessionStanding, [SessionRequest]>('requestSession');
export const extendSession = defineUpdate<SessionStanding, [SessionAction & { minutes: number; actionId: string }]>(
  'extendSession',
);
/** By its agent a release, by a supervisor a revocation. */
export const endSession = defineUpdate<void, [SessionAction & { reason: string | null }]>('endSession');

export const getOfficeServer = defineQuery<OfficeServerView>('getOfficeServer');
