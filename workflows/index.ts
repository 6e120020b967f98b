export { complaint } from './complaint/complaint-workflow.ts';
export { incident } from './incident/incident-workflow.ts';
export { correctionForwarder } from './complaint/correction-forwarder-workflow.ts';
export { officeServer } from './office-server/office-server-workflow.ts';
export { rotation } from './rotation/rotation-workflow.ts';
export { mailing } from './outbox/mailing-workflow.ts';
export { webhookDelivery } from './outbox/webhook-delivery-workflow.ts';
export { replanning } from './replanning/replanning-workflow.ts';
