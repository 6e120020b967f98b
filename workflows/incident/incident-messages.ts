import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { MemberNews, MemberRef } from './incident-link-types.ts';
import type { IncidentActionRef, IncidentChange, IncidentView } from './incident-types.ts';

type News<T extends MemberNews['type']> = Omit<Extract<MemberNews, { type: T }>, 'type'>;

/** From cases. */
export const caseJoined = defineSignal<[News<'caseJoined'>]>('caseJoined');
export const caseLeft = defineSignal<[News<'caseLeft'>]>('caseLeft');
export const caseResolved = defineSignal<[News<'caseResolved'>]>('caseResolved');

/** Changes nothing; is answered once the incident can be read in the store. */
export const confirmOpened = defineUpdate<IncidentView, []>('confirmOpened');
export const linkCases = defineUpdate<IncidentView, [IncidentActionRef & { cases: MemberRef[] }]>('linkCases');
export const unlinkCase = defineUpdate<IncidentView, [IncidentActionRef & { caseId: string }]>('unlinkCase');
export const changeIncident = defineUpdate<IncidentView, [IncidentActionRef & { change: IncidentChange }]>(
  'changeIncident',
);
export const resolveIncident = defineUpdate<IncidentView, [IncidentActionRef & { resolutionId: string }]>(
  'resolveIncident',
);

export const getIncident = defineQuery<IncidentView>('getIncident');
