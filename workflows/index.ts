export { complaint } from './complaint/complaint-workflow.ts';
export { rotation } from './rotation/rotation-workflow.ts';
