import { defineSignal } from '@temporalio/workflow';

/** The desk's settings have been changed, or its calendar has. */
export const calendarChanged = defineSignal<[Record<string, never>]>('calendarChanged');
