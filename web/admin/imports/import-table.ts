import { api, answer, type Schemas } from '../../api/client.ts';
import type text from '../../text/id.json';

export type ImportResult = Schemas['ImportResult'];

export const tableKinds = ['offices', 'office-servers', 'systems', 'users'] as const;

export type TableKind = (typeof tableKinds)[number];

export type Column = keyof typeof text.admin.imports.column;

/** The columns that each table has to have, with a line as it could be. */
export const samples = {
  offices: { id: '126', name: 'Kantor 126', active: 'true' },
  'office-servers': {
    ...{ id: 'srv-126', officeId: '126', name: 'Server 126', sessionLimit: '1' },
    ...{ address: 'srv-126.example.go.id', active: 'true' },
  },
  systems: { id: 'espt', name: 'e-SPT', deskId: 'layanan', active: 'true' },
  users: {
    ...{ id: 'petugas-y', username: 'petugas-y', name: 'Petugas Y', role: 'agent', officeId: '' },
    ...{ deskId: 'layanan', tier: 'tier-1', email: 'petugas-y@example.go.id' },
  },
} satisfies Record<TableKind, Partial<Record<Column, string>>>;

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
