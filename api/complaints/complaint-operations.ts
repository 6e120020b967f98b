import type { ApiDeps } from '../api-deps.ts';
import type { Operation } from '../http/operation.ts';
import { acknowledgeComplaint, escalateComplaint, resolveComplaint } from './act-on-complaint.ts';
import { conductOperations } from './conduct-complaint.ts';
import { correctComplaint } from './correct-complaint.ts';
import { detachReport } from './detach-report.ts';
import { complaintServices } from './complaint-services.ts';
import { getComplaint, getTimeline, listComplaints } from './read-complaints.ts';
import { attachReport } from './similar/attach-report.ts';
import { findSimilarComplaints } from './similar/find-similar-complaints.ts';
import { submitComplaint } from './submit-complaint.ts';

/** Everything under /v1/complaints. */
export function complaintOperations(deps: Pick<ApiDeps, 'store' | 'engine' | 'settings' | 'clock'>): Operation[] {
  const services = complaintServices(deps);
  return [
    submitComplaint(services),
    findSimilarComplaints(services),
    attachReport(services),
    listComplaints(services),
    getComplaint(services),
    getTimeline(services),
    acknowledgeComplaint(services),
    resolveComplaint(services),
    escalateComplaint(services),
    ...conductOperations(services),
    detachReport(services),
    correctComplaint(services),
  ];
}
