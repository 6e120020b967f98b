import { Checkbox, NativeSelect, NumberInput, Radio, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { awayEnds, type AwayEnd } from '../../agent/availability/absence-end.ts';
import type { Agent } from '../../agent/availability/agents-query.ts';
import { DayField } from '../../agent/day-field.tsx';
import { FormDialog } from '../../agent/form-dialog.tsx';
import { answer, api } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { keys } from '../../api/query-keys.ts';
import { useNow } from '../../shared/now-clock.ts';
import { dayOf, momentOf } from '../../shared/time-words.ts';
import { agentChangesOf, agentFormOf, type AgentChanges, type AgentForm } from './agent-changes.ts';

const choices = ['available', 'away', 'leave'] as const;

function useChangeAgent(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ availability, capacity }: AgentChanges) => {
      const params = { path: { id } };
      if (capacity) await answer(api.PUT('/v1/agents/{id}/capacity', { params, body: capacity }));
      if (availability) await answer(api.PUT('/v1/agents/{id}/availability', { params, body: availability }));
    },
    onSettled: () =>
      Promise.all([keys.desk, keys.complaints].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

/** Whether somebody is there, and how much they can have at once, as their supervisor says. */
export function AgentDialog({ agent, opened, onClose }: { agent: Agent; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  // What one began to change; what others do meanwhile does not move it.
  const [seen] = useState(agent);
  const [form, setForm] = useState<AgentForm>(() => agentFormOf(agent));
  const now = useNow();
  const change = useChangeAgent(seen.id);
  const set = (part: Partial<AgentForm>) => setForm((before) => ({ ...before, ...part }));
  const fault = (field: string) => (isProblem(change.error) ? change.error.faultOf(field) : undefined);
  const kept = seen.until === null ? t('board.agent.end.open') : momentOf(seen.until);
  return (
    <FormDialog
      title={seen.name}
      opened={opened}
      onClose={onClose}
      onSubmit={() => change.mutate(agentChangesOf(seen, form, new Date()), { onSuccess: onClose })}
      submitLabel={t('board.agent.save')}
      pending={change.isPending}
      error={change.error}
    >
      <Radio.Group
        label={t('board.agent.availability')}
        value={form.availability}
        onChange={(value) => {
          const availability = value as Agent['availability'];
          set({ availability, end: availability === 'away' && seen.availability === 'away' ? 'keep' : 'open' });
        }}
      >
        <Stack gap="xs" mt="xs">
          {choices.map((choice) => (
            <Radio
              key={choice}
              value={choice}
              data-autofocus={choice === seen.availability || undefined}
              label={t(`board.agent.${choice}`)}
              description={t(`board.agent.${choice}Hint`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {form.availability === 'away' && (
        <NativeSelect
          label={t('board.agent.untilWhen')}
          value={form.end}
          error={fault('until')}
          onChange={(event) => set({ end: event.currentTarget.value as AwayEnd | 'keep' })}
          data={[
            ...(seen.availability === 'away' ? [{ value: 'keep', label: t('board.agent.end.keep', { kept }) }] : []),
            ...awayEnds.map((value) => ({ value, label: t(`board.agent.end.${value}`) })),
          ]}
        />
      )}
      {form.availability === 'leave' && (
        <DayField
          label={t('board.agent.backOn')}
          description={t('board.agent.backOnHint')}
          value={form.backOn}
          onChange={(backOn) => set({ backOn })}
          minDate={dayOf(new Date(now + 86_400_000))}
          error={fault('until')}
        />
      )}
      {form.availability === 'leave' && seen.availability !== 'leave' && seen.openCases > 0 && (
        <Checkbox
          label={t('board.agent.handover', { count: seen.openCases })}
          description={t('board.agent.handoverHint')}
          checked={form.handover}
          onChange={(event) => set({ handover: event.currentTarget.checked })}
        />
      )}
      <NumberInput
        label={t('board.agent.capacity')}
        description={t('board.agent.capacityHint')}
        placeholder={seen.ownCapacity === null ? String(seen.capacity) : ''}
        value={form.capacity ?? ''}
        onChange={(value) => set({ capacity: value === '' ? null : Number(value) })}
        min={0}
        max={10_000}
        allowDecimal={false}
        hideControls
        error={fault('capacity')}
      />
    </FormDialog>
  );
}
