import { useTranslation } from 'react-i18next';
import { ChartAndTable, type Column } from './chart-and-table.tsx';
import { FigureTiles } from './figure-tiles.tsx';
import { lengthOf, numberOf, shortDayOf } from './figure-words.ts';
import { GroupTable } from './group-table.tsx';
import type { Overview } from './report-queries.ts';

type Day = Overview['days'][number];
type Group = Overview['groups'][number];

const totals = ['casesReceived', 'reportsReceived', 'resolved', 'escalated', 'openNow', 'overdueNow'] as const;
const dayFigures = ['casesReceived', 'reportsReceived', 'escalated', 'resolved'] as const;
const groupFigures = [...dayFigures, 'assigned', 'reopened', 'overdue', 'openNow'] as const;
const lengthFigures = ['toAssigned', 'toAcknowledged', 'handling', 'toResolved'] as const;

/** How much came, how much was done, how long it took. */
export function OverviewReport({ report }: { report: Overview }) {
  const { t } = useTranslation();
  const { days, groupBy, groups, total } = report;
  const count = (name: (typeof totals)[number]) => ({
    name: t(`figures.overview.${name}.name`),
    value: numberOf(total[name]),
    means: t(`figures.overview.${name}.means`),
  });
  const length = (name: (typeof lengthFigures)[number]) => ({
    name: t(`figures.overview.${name}.name`),
    value: lengthOf(total[name].medianSeconds),
    means: t(`figures.overview.${name}.means`, { p90: lengthOf(total[name].p90Seconds) }),
  });
  const ratings = {
    name: t('figures.overview.ratings.name'),
    value: numberOf(total.ratings.average, 1),
    means: t('figures.overview.ratings.means', { count: total.ratings.count }),
  };
  const dayColumns: Column<Day>[] = [
    { name: t('figures.day'), cell: ({ day }) => shortDayOf(day) },
    ...dayFigures.map((id) => ({ name: t(`figures.overview.${id}.short`), cell: (row: Day) => numberOf(row[id]) })),
  ];
  const groupColumns: Column<Group>[] = [
    ...groupFigures.map((id) => ({
      name: t(`figures.overview.${id}.short`),
      cell: (row: Group) => numberOf(row[id]),
    })),
    { name: t('figures.overview.toResolved.short'), cell: (row) => lengthOf(row.toResolved.medianSeconds) },
  ];
  return (
    <>
      <FigureTiles figures={[...totals.map(count), ...lengthFigures.map(length), ratings]} />
      <ChartAndTable
        title={t('figures.overview.days.title')}
        text={t('figures.overview.days.text')}
        columns={dayColumns}
        rows={days.toReversed()}
        keyOf={({ day }) => day}
        empty={t('figures.empty')}
        chart={{
          data: days.map((day) => ({ ...day, day: shortDayOf(day.day) })),
          dataKey: 'day',
          height: 300,
          valueFormatter: (value) => numberOf(value, 1),
          series: [
            { name: 'casesReceived', label: t('figures.overview.casesReceived.name'), color: 'var(--third)' },
            { name: 'resolved', label: t('figures.overview.resolved.name'), color: 'var(--first)' },
          ],
        }}
      />
      <GroupTable groupBy={groupBy} groups={groups} columns={groupColumns} />
    </>
  );
}
