/** The columns of a session beside its id, wherever one is kept. */
export const sessionFields = {
  officeId: String,
  serverId: String,
  caseId: String,
  agentId: String,
  state: String,
  minutes: Number,
  requestedAt: String,
  waited: Boolean,
  grantedAt: String,
  expiresAt: String,
  token: Number,
  endedAt: String,
  how: String,
  endedBy: String,
  reason: String,
  version: Number,
};
