/** What the API can tell of a case without a worker. The workflow keeps it over continue-as-new. */
export interface CaseMemo {
  caseId: string;
  number: string;
  deskId: string;
}

const summaryLimit = 200;

/** One line for the Temporal UI; characters that could break or disguise the line become blanks. */
export function caseSummary(parts: { number: string; officeName: string; systemName: string; title: string }): string {
  const { number, officeName, systemName, title } = parts;
  const line = [number, officeName, systemName, title].join(' · ');
  const characters = [...line.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')];
  return characters.length <= summaryLimit ? characters.join('') : `${characters.slice(0, summaryLimit - 1).join('')}…`;
}

/** By which a case is found before its workflow has said anything; names and kinds as in `searchAttributeKinds`. */
export function firstKeywords({ deskId, officeId, systemId }: { deskId: string; officeId: string; systemId: string }) {
  return { DeskId: deskId, OfficeId: officeId, SystemId: systemId, CaseStatus: 'received', Tier: 'tier-1' } as const;
}
