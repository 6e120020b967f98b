import { useTranslation } from 'react-i18next';
import { roles, tiers } from '../people/person-values.ts';
import type { TableWords } from './csv-text.ts';
import { samples, type Column, type TableKind } from './import-table.ts';

const columns = [
  ...(['id', 'name', 'active', 'officeId', 'deskId', 'sessionLimit', 'address'] as const),
  ...(['username', 'role', 'tier', 'email'] as const),
] satisfies Column[];

/** How tables are written by people: what columns are called, and what stands in them. */
export function useTableWords() {
  const { t } = useTranslation();
  const columnName = (column: string): string => {
    const known = columns.find((each) => each === column);
    return known ? t(`admin.imports.column.${known}`) : column;
  };
  const values: Record<string, Record<string, string>> = {
    active: { true: t('admin.yes'), false: t('admin.no') },
    role: Object.fromEntries(roles.map((role) => [role, t(`role.${role}`)])),
    tier: Object.fromEntries(tiers.map((tier) => [tier, t(`tier.${tier}`)])),
  };
  const swapped = (words: Record<string, string>) =>
    Object.fromEntries(Object.entries(words).map(([own, said]) => [said.toLowerCase(), own]));
  const words: TableWords = {
    columns: Object.fromEntries(columns.map((column) => [columnName(column).toLowerCase(), column])),
    values: Object.fromEntries(Object.entries(values).map(([column, of]) => [column, swapped(of)])),
  };
  const columnNames = (kind: TableKind) => Object.keys(samples[kind]).map(columnName);
  return {
    words,
    columnName,
    columnNames,
    /** A table as it could be: its header, and one line. */
    sample: (kind: TableKind): string[][] => [
      columnNames(kind),
      Object.entries(samples[kind]).map(([column, value]) => values[column]?.[value] ?? value),
    ],
  };
}
