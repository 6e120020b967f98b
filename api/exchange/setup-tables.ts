import type { ApiDeps } from '../api-deps.ts';
import { officeServerResource } from '../admin/office-servers-resource.ts';
import { officeResource } from '../admin/offices-resource.ts';
import type { SetupResource } from '../admin/setup-resource.ts';
import { systemResource } from '../admin/systems-resource.ts';
import { userResource } from '../admin/users-resource.ts';

export const tableKinds = ['offices', 'systems', 'office-servers', 'users'] as const;

export type TableKind = (typeof tableKinds)[number];

/** The columns of each table, in this order; the header has to name exactly these. */
export const tableColumns: Record<TableKind, readonly string[]> = {
  offices: ['id', 'name', 'active'],
  systems: ['id', 'name', 'deskId', 'active'],
  'office-servers': ['id', 'officeId', 'name', 'sessionLimit', 'address', 'active'],
  users: ['id', 'username', 'name', 'role', 'officeId', 'deskId', 'tier', 'email'],
};

/** Columns of users that are emptied by an empty cell; anywhere else an empty cell says nothing. */
const emptied = new Set(['officeId', 'deskId', 'tier', 'email']);

export type Table = SetupResource<{ name: string; version?: number; active?: boolean }, unknown, unknown, unknown>;

/** The set-up as tables: whatever an admin can do line by line, with the same checks. */
export function setupTables(deps: ApiDeps): Record<TableKind, Table> {
  return {
    offices: officeResource(deps.store) as unknown as Table,
    systems: systemResource(deps.store) as unknown as Table,
    'office-servers': officeServerResource(deps) as unknown as Table,
    users: userResource(deps) as unknown as Table,
  };
}

/** A cell as the JSON of the same call would have it; undefined for a field that is left out. */
export function valueOfCell(kind: TableKind, column: string, cell: string): unknown {
  if (cell === '') return kind === 'users' && emptied.has(column) ? null : undefined;
  if (column === 'active') return cell === 'true' ? true : cell === 'false' ? false : cell;
  if (column === 'sessionLimit') return /^\d{1,9}$/.test(cell) ? Number(cell) : cell;
  return cell;
}
