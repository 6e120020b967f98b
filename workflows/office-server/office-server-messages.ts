import { defineSignal } from '@temporalio/workflow';
import type { CaseLeft } from './office-server-types.ts';

export const caseLeft = defineSignal<[CaseLeft]>('caseLeft');
