import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ChartAndTable, type Column } from './chart-and-table.tsx';
import { FigureTiles } from './figure-tiles.tsx';
import { numberOf } from './figure-words.ts';
import type { Duplicates } from './report-queries.ts';
import { useGroupName } from './use-group-name.ts';

type Group = Duplicates['groups'][number];
type TopCase = Duplicates['topCases'][number];

const tiles = ['attached', 'turnsNotTaken', 'merges', 'sessionsThatWaited'] as const;
const figures = ['attachedAutomatically', 'attachedKnowingly', 'turnsNotTaken', 'sessionsThatWaited'] as const;

/** How often the same problem came again, and what that would have cost. */
export function DuplicatesReport({ report }: { report: Duplicates }) {
  const { t } = useTranslation();
  const nameOf = useGroupName();
  const { groupBy, groups, topCases, total } = report;
  const columns: Column<Group>[] = [
    { name: t(`figures.group.${groupBy}`), cell: nameOf },
    ...figures.map((id) => ({
      name: t(`figures.duplicates.${id}.short`),
      cell: (group: Group) => numberOf(group[id]),
    })),
  ];
  const caseColumns: Column<TopCase>[] = [
    {
      name: t('figures.duplicates.case'),
      cell: ({ complaintId, number }) => (
        <Anchor component={Link} href={`/cases/${number ?? complaintId}`}>
          {number ?? t('servers.openCase')}
        </Anchor>
      ),
    },
    { name: t('figures.duplicates.joined'), cell: ({ attached }) => numberOf(attached) },
    { name: t('figures.duplicates.reports'), cell: ({ reportCount }) => numberOf(reportCount) },
  ];
  return (
    <>
      <FigureTiles
        figures={tiles.map((name) => ({
          name: t(`figures.duplicates.${name}.name`),
          value: numberOf(total[name]),
          means: t(`figures.duplicates.${name}.means`, { count: total.sessionsRequested }),
        }))}
      />
      <ChartAndTable
        title={t(`figures.by.${groupBy}`)}
        text={t('figures.duplicates.text')}
        columns={columns}
        rows={groups}
        keyOf={({ id }) => id ?? ''}
        empty={t('figures.empty')}
        chart={{
          data: groups.map((group) => ({ ...group, name: nameOf(group) })),
          dataKey: 'name',
          orientation: 'vertical',
          type: 'stacked',
          height: Math.max(groups.length * 36 + 60, 140),
          valueFormatter: (value) => numberOf(value),
          series: [
            {
              name: 'attachedAutomatically',
              label: t('figures.duplicates.attachedAutomatically.name'),
              color: 'var(--first)',
            },
            {
              name: 'attachedKnowingly',
              label: t('figures.duplicates.attachedKnowingly.name'),
              color: 'var(--second)',
            },
          ],
        }}
      />
      <ChartAndTable
        title={t('figures.duplicates.top.title')}
        text={t('figures.duplicates.top.text')}
        columns={caseColumns}
        rows={topCases}
        keyOf={({ complaintId }) => complaintId}
        empty={t('figures.duplicates.top.empty')}
      />
    </>
  );
}
