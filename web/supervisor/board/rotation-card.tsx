import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowsSort } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgents } from '../../agent/availability/agents-query.ts';
import { Loading } from '../../shared/loading-state.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { AgentDialog } from './agent-dialog.tsx';
import classes from './board.module.css';
import { RosterDialog } from './roster-dialog.tsx';
import { RosterTable } from './roster-table.tsx';
import { useRotation, type Tier } from './rotation-query.ts';
import { RotationRing } from './rotation-ring.tsx';
import { useOpening } from './use-opening.ts';

/** One rotation: whose turn is next, who is there, who has how much. */
export function RotationCard({ deskId, tier }: { deskId: string; tier: Tier }) {
  const { t } = useTranslation();
  const { data: rotation, error, refetch } = useRotation(deskId, tier);
  const { data: agents = [] } = useAgents();
  const ordering = useOpening();
  const changing = useOpening();
  const [agentId, setAgentId] = useState('');
  const agent = agents.find(({ id }) => id === agentId);
  const ask = ({ agentId: id }: { agentId: string }) => {
    setAgentId(id);
    changing.open();
  };
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={`rotation-${tier}`} className={classes.rotation}>
      <Stack>
        <Group justify="space-between" gap="sm" wrap="nowrap">
          <Title order={2} id={`rotation-${tier}`}>
            {t(`tier.${tier}`)}
          </Title>
          {rotation && (
            <Button
              variant="default"
              style={{ flexShrink: 0 }}
              leftSection={<IconArrowsSort size={16} aria-hidden />}
              aria-label={t('board.order.openOf', { tier: t(`tier.${tier}`) })}
              aria-haspopup="dialog"
              onClick={ordering.open}
            >
              {t('board.order.open')}
            </Button>
          )}
        </Group>
        {rotation && (
          <Text c="dimmed" size="sm" mt={-10}>
            {t('board.rotation.seq', { count: rotation.seq })} ·{' '}
            {t('board.rotation.waiting', { count: rotation.waiting.length })}
          </Text>
        )}
        {error ? <ProblemAlert error={error} retry={() => void refetch()} /> : !rotation && <Loading lines={6} />}
        {rotation && (
          <div className={classes.parts}>
            <RotationRing rotation={rotation} tier={tier} onAgent={ask} />
            <RosterTable rotation={rotation} tier={tier} onAgent={ask} />
          </div>
        )}
      </Stack>
      {rotation && (
        <RosterDialog
          key={`order-${ordering.times}`}
          deskId={deskId}
          tier={tier}
          rotation={rotation}
          opened={ordering.opened}
          onClose={ordering.close}
        />
      )}
      {agent && (
        <AgentDialog key={`agent-${changing.times}`} agent={agent} opened={changing.opened} onClose={changing.close} />
      )}
    </Paper>
  );
}
