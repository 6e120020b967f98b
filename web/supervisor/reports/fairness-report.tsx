import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChartAndTable, type Column } from './chart-and-table.tsx';
import { FigureTiles } from './figure-tiles.tsx';
import { differenceOf, numberOf, percentOf } from './figure-words.ts';
import type { Fairness } from './report-queries.ts';

type Tier = Fairness['tiers'][number];
type Agent = Tier['agents'][number];

/** Whether turns went round as they should. */
export function FairnessReport({ report }: { report: Fairness }) {
  return report.tiers.map((tier) => <TierFairness key={tier.tier} report={tier} />);
}

function TierFairness({ report }: { report: Tier }) {
  const { t } = useTranslation();
  const { agents, idealTurns, jainIndex, people, spread, tier, turns } = report;
  const columns: Column<Agent>[] = [
    {
      name: t('figures.group.agent'),
      cell: ({ name, onRoster }) => (onRoster ? name : t('figures.fairness.left', { name })),
    },
    { name: t('figures.fairness.turns.short'), cell: (agent) => numberOf(agent.turns) },
    { name: t('figures.fairness.difference'), cell: ({ difference }) => differenceOf(difference) },
    { name: t('figures.fairness.share'), cell: ({ sharePercent }) => percentOf(sharePercent) },
  ];
  const tile = (name: 'turns' | 'idealTurns' | 'spread' | 'jainIndex', value: string) => ({
    name: t(`figures.fairness.${name}.name`),
    value,
    means: t(`figures.fairness.${name}.means`, { count: people }),
  });
  return (
    <Stack gap="md">
      <ChartAndTable
        title={t(`tier.${tier}`)}
        text={t('figures.fairness.text')}
        columns={columns}
        rows={agents}
        keyOf={({ agentId }) => agentId}
        empty={t('figures.empty')}
        chart={{
          data: agents.map((agent) => ({ name: agent.name, turns: agent.turns })),
          dataKey: 'name',
          orientation: 'vertical',
          height: Math.max(agents.length * 24 + 40, 120),
          valueFormatter: (value) => numberOf(value, 2),
          series: [{ name: 'turns', label: t('figures.fairness.turns.name'), color: 'var(--first)' }],
          ...(idealTurns === null
            ? {}
            : { referenceLines: [{ x: idealTurns, color: 'var(--second)', label: numberOf(idealTurns, 2) }] }),
        }}
      />
      <FigureTiles
        figures={[
          tile('turns', numberOf(turns)),
          tile('idealTurns', numberOf(idealTurns, 2)),
          tile('spread', numberOf(spread)),
          tile('jainIndex', numberOf(jainIndex, 3)),
        ]}
      />
    </Stack>
  );
}
