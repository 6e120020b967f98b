import { Badge, Table, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStateWords } from './agent-state.ts';
import classes from './board.module.css';
import type { RosterAgent, Rotation, Tier } from './rotation-query.ts';

interface RosterTableProps {
  rotation: Rotation;
  tier: Tier;
  onAgent: (agent: RosterAgent) => void;
}

/** Who takes part, in the order of the rotation, and how much each has. */
export function RosterTable({ rotation, tier, onAgent }: RosterTableProps) {
  const { t } = useTranslation();
  return (
    <Table verticalSpacing={5} horizontalSpacing="xs" aria-label={t('board.roster.of', { tier: t(`tier.${tier}`) })}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('board.roster.agent')}</Table.Th>
          <Table.Th>{t('board.roster.openCases')}</Table.Th>
          <Table.Th ta="end">{t('board.roster.turns')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rotation.roster.map((agent) => (
          <AgentRow
            key={agent.agentId}
            agent={agent}
            isNext={agent.agentId === rotation.nextAgentId}
            onOpen={() => onAgent(agent)}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** How near they are to what they can have; a limit that is far off says nothing. */
function loadOf({ capacity, openCases }: RosterAgent): 'none' | 'some' | 'near' | 'full' {
  if (openCases >= capacity) return 'full';
  if (openCases === 0) return 'none';
  return openCases >= capacity / 2 ? 'near' : 'some';
}

function AgentRow({ agent, isNext, onOpen }: { agent: RosterAgent; isNext: boolean; onOpen: () => void }) {
  const { t } = useTranslation();
  const words = useStateWords(agent);
  const { capacity, name, openCases, turns } = agent;
  return (
    <Table.Tr className={classes.agent} data-next={isNext || undefined}>
      <Table.Td>
        <UnstyledButton
          className={classes.name}
          aria-label={t('board.roster.open', { name })}
          aria-haspopup="dialog"
          onClick={onOpen}
        >
          {name}
        </UnstyledButton>{' '}
        {isNext && (
          <Badge size="sm" tt="none" variant="filled">
            {t('board.roster.next')}
          </Badge>
        )}
        {words && (
          <Text size="sm" c="dimmed" lh={1.3}>
            {words}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <span className={classes.load} data-load={loadOf(agent)}>
          {t(`board.roster.load.${loadOf(agent)}`, { openCases, capacity })}
        </span>
      </Table.Td>
      <Table.Td ta="end">{turns}</Table.Td>
    </Table.Tr>
  );
}
