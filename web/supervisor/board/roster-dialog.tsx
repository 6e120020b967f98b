import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgents } from '../../agent/availability/agents-query.ts';
import { FormDialog } from '../../agent/form-dialog.tsx';
import { answer, api } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { keys } from '../../api/query-keys.ts';
import { MissedOrder } from './missed-order.tsx';
import { OrderList } from './order-list.tsx';
import { orderChange, type OrderChange } from './roster-order.ts';
import { rotationQuery, type Rotation, type Tier } from './rotation-query.ts';

interface RosterDialogProps {
  deskId: string;
  tier: Tier;
  rotation: Rotation;
  opened: boolean;
  onClose: () => void;
}

const idsOf = ({ roster }: Rotation) => roster.map(({ agentId }) => agentId);

/** Saves an order that was made from the roster as one saw it; of one that has changed meanwhile it shows the new one. */
function useSaveRoster(deskId: string, tier: Tier, first: Rotation) {
  const client = useQueryClient();
  const [seen, setSeen] = useState(first);
  const [missed, setMissed] = useState<OrderChange>();
  const save = useMutation({
    mutationFn: (agentIds: string[]) => {
      const header = { 'if-match': `"${seen.rosterVersion}"` };
      const params = { path: { id: deskId, tier }, header };
      return answer(api.PUT('/v1/desks/{id}/rotations/{tier}/roster', { params, body: { agentIds } }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.desk }),
    onError: async (error) => {
      if (isProblem(error, 'version_mismatch')) {
        const now = await client.fetchQuery({ ...rotationQuery(deskId, tier), staleTime: 0 });
        setMissed(orderChange(idsOf(seen), idsOf(now)));
        setSeen(now);
      }
    },
  });
  return { save, seen, missed: isProblem(save.error, 'version_mismatch') ? missed : undefined };
}

/** Who takes turns, and in which order. Nothing holds before it is saved. */
export function RosterDialog({ deskId, tier, rotation, opened, onClose }: RosterDialogProps) {
  const { t } = useTranslation();
  const { data: agents = [] } = useAgents();
  const [order, setOrder] = useState(() => idsOf(rotation));
  const [added, setAdded] = useState('');
  const { missed, save, seen } = useSaveRoster(deskId, tier, rotation);
  const nameOf = (id: string) =>
    agents.find((agent) => agent.id === id)?.name ??
    [...seen.roster, ...rotation.roster].find(({ agentId }) => agentId === id)?.name ??
    id;
  const others = agents.filter((agent) => agent.tier === tier && !order.includes(agent.id));
  const newcomer = others.some(({ id }) => id === added) ? added : (others[0]?.id ?? '');
  return (
    <FormDialog
      title={t('board.order.title', { tier: t(`tier.${tier}`) })}
      opened={opened}
      onClose={onClose}
      onSubmit={() => save.mutate(order, { onSuccess: onClose })}
      submitLabel={t('board.order.save')}
      pending={save.isPending}
      error={missed ? null : save.error}
      explanation={missed && <MissedOrder change={missed} now={idsOf(seen)} nameOf={nameOf} />}
    >
      <Text>{t('board.order.lead')}</Text>
      <OrderList order={order} nameOf={nameOf} onOrder={setOrder} />
      {others.length > 0 && (
        <Group align="flex-end" gap="sm">
          <NativeSelect
            label={t('board.order.newcomer')}
            value={newcomer}
            onChange={(event) => setAdded(event.currentTarget.value)}
            data={others.map(({ id, name }) => ({ value: id, label: name }))}
            style={{ flex: 1 }}
          />
          <Button variant="default" onClick={() => setOrder([...order, newcomer])}>
            {t('board.order.add')}
          </Button>
        </Group>
      )}
    </FormDialog>
  );
}
