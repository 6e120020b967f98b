interface Numbered {
  caseId: string;
  no: number;
}

export function byCaseAndNumber(one: Numbered, other: Numbered): number {
  if (one.caseId !== other.caseId) return one.caseId < other.caseId ? -1 : 1;
  return one.no - other.no;
}
