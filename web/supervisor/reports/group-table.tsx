import { useTranslation } from 'react-i18next';
import { ChartAndTable, type Column } from './chart-and-table.tsx';
import type { ReportChoice } from './report-choice.ts';
import { useGroupName } from './use-group-name.ts';

type Group = Parameters<ReturnType<typeof useGroupName>>[0];

interface GroupTableProps<Row extends Group> {
  groupBy: ReportChoice['groupBy'];
  groups: Row[];
  /** Beside what the group is called. */
  columns: Column<Row>[];
}

/** The same figures for each office, system or agent. */
export function GroupTable<Row extends Group>({ groupBy, groups, columns }: GroupTableProps<Row>) {
  const { t } = useTranslation();
  const nameOf = useGroupName();
  return (
    <ChartAndTable
      title={t(`figures.by.${groupBy}`)}
      columns={[{ name: t(`figures.group.${groupBy}`), cell: nameOf }, ...columns]}
      rows={groups}
      keyOf={({ id }) => id ?? ''}
      empty={t('figures.empty')}
    />
  );
}
