export {
  complaint,
  correctionForwarder,
  incident,
  mailing,
  officeServer,
  replanning,
  webhookDelivery,
  rotation as turns,
} from '../../../workflows/index.ts';
