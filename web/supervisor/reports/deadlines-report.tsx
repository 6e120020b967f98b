import { useTranslation } from 'react-i18next';
import { ChartAndTable, type Column } from './chart-and-table.tsx';
import { FigureTiles } from './figure-tiles.tsx';
import { numberOf, percentOf } from './figure-words.ts';
import { GroupTable } from './group-table.tsx';
import type { Deadlines } from './report-queries.ts';

type Group = Deadlines['groups'][number];

const deadlines = ['acknowledge', 'resolveTier1', 'resolveTier2'] as const;

/** Which deadlines were kept. */
export function DeadlinesReport({ report }: { report: Deadlines }) {
  const { t } = useTranslation();
  const { groupBy, groups, total } = report;
  const kept = ({ met, missed }: Group['acknowledge']) =>
    met + missed === 0 ? '–' : t('figures.deadlines.keptOf', { met: numberOf(met), all: numberOf(met + missed) });
  const all = deadlines.map((name) => ({ id: name, ...total[name] }));
  const columns: Column<(typeof all)[number]>[] = [
    { name: t('figures.deadlines.deadline'), cell: ({ id }) => t(`figures.deadlines.${id}.name`) },
    { name: t('figures.deadlines.met'), cell: ({ met }) => numberOf(met) },
    { name: t('figures.deadlines.missed'), cell: ({ missed }) => numberOf(missed) },
    { name: t('figures.deadlines.percent'), cell: ({ metPercent }) => percentOf(metPercent) },
  ];
  const groupColumns: Column<Group>[] = [
    ...deadlines.map((name) => ({
      name: t(`figures.deadlines.${name}.name`),
      cell: (group: Group) =>
        group[name].metPercent === null ? '–' : `${percentOf(group[name].metPercent)} (${kept(group[name])})`,
    })),
  ];
  return (
    <>
      <FigureTiles
        figures={deadlines.map((name) => ({
          name: t(`figures.deadlines.${name}.name`),
          value: percentOf(total[name].metPercent),
          means: t(`figures.deadlines.${name}.means`),
        }))}
      />
      <ChartAndTable
        title={t('figures.deadlines.title')}
        text={t('figures.deadlines.text')}
        columns={columns}
        rows={all}
        keyOf={({ id }) => id}
        empty={t('figures.empty')}
        chart={{
          data: all.map(({ id, met, missed }) => ({ name: t(`figures.deadlines.${id}.short`), met, missed })),
          dataKey: 'name',
          orientation: 'vertical',
          type: 'stacked',
          height: 200,
          valueFormatter: (value) => numberOf(value),
          series: [
            { name: 'met', label: t('figures.deadlines.met'), color: 'var(--first)' },
            { name: 'missed', label: t('figures.deadlines.missed'), color: 'var(--second)' },
          ],
        }}
      />
      <GroupTable groupBy={groupBy} groups={groups} columns={groupColumns} />
    </>
  );
}
