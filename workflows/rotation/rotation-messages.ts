import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { AvailabilityChange, RosterAmendment, RosterChange, RotationView, TurnRequest } from './rotation-types.ts';

export const turnRequested = defineSignal<[TurnRequest]>('turnRequested');
export const released = defineSignal<[{ requestId: string }]>('released');
export const availabilityChanged = defineSignal<[AvailabilityChange]>('availabilityChanged');
/** The whole roster in its new order: who is missing leaves, who is new joins. */
export const rosterChanged = defineSignal<[RosterChange]>('rosterChanged');
/** A few join or leave, whatever the sender knew of the rest. */
export const rosterAmended = defineSignal<[RosterAmendment]>('rosterAmended');
/** Without `agentId` the desk's default, else one agent's own capacity (null: follow the default again). */
export const capacityChanged = defineSignal<[{ agentId?: string; capacity: number | null }]>('capacityChanged');

export const getRotation = defineQuery<RotationView>('getRotation');
