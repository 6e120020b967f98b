/**
 * Custom search attributes of a complaint, by their kind in Temporal. No personal data: these are indexed in clear.
 * Every one must be registered before a workflow uses it (an unknown one fails the workflow task for ever).
 */
export const searchAttributeKinds = {
  DeskId: 'KEYWORD',
  OfficeId: 'KEYWORD',
  SystemId: 'KEYWORD',
  CaseStatus: 'KEYWORD',
  Tier: 'KEYWORD',
  AgentId: 'KEYWORD',
  Overdue: 'BOOL',
} as const;
