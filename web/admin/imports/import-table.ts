import { api, answer, type Schemas } from '../../api/client.ts';

export type ImportResult = Schemas['ImportResult'];

export const tableKinds = ['offices', 'office-servers', 'systems', 'users'] as const;

export type TableKind = (typeof tableKinds)[number];

/** The columns that each table has to have. */
export const columnsOf: Record<TableKind, string> = {
  offices: 'id, name, active',
  'office-servers': 'id, officeId, name, sessionLimit, address, active',
  systems: 'id, name, deskId, active',
  users: 'id, username, name, role, officeId, deskId, tier, email',
};

/** What a table would do, or has done. All of it or nothing is written. */
export async function importTable(kind: TableKind, csv: string, dryRun: boolean): Promise<ImportResult> {
  const call = api.POST('/v1/imports/{kind}', {
    params: { path: { kind }, query: { dryRun: dryRun ? 'true' : 'false' } },
    headers: { 'Content-Type': 'text/csv' },
    body: csv,
    bodySerializer: (text) => text,
  });
  // Wrong lines are an answer, not a failure.
  return answer(
    call.then(({ data, error, response }) =>
      response.status === 422 ? { data: error as ImportResult, response: new Response() } : { data, error, response },
    ),
  ) as Promise<ImportResult>;
}
