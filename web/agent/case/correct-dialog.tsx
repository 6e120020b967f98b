import { NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptText } from '../../conversation/use-kept-text.ts';
import { useFilterChoices } from '../cases/filter-choices.ts';
import { useOfficeServers } from '../servers/office-servers.ts';
import type { OrderAnswer } from './case-order.ts';
import { MoveDialog, type MoveDialogProps } from './move-dialog.tsx';

interface CorrectDialogProps extends MoveDialogProps {
  /** After each correction: the other case of the corrected problem, if there is one. */
  onCorrected: (sameProblem: OrderAnswer['sameProblem']) => void;
}

/** What the submitter chose wrongly. Only what is changed is sent. */
export function CorrectDialog({ onCorrected, ...props }: CorrectDialogProps) {
  const { t } = useTranslation();
  const { category, office, server, system } = props.complaint;
  const { systems } = useFilterChoices();
  const { data: servers = [] } = useOfficeServers(office.id);
  const [changed, setChanged] = useState<{ systemId?: string; serverId?: string; category?: string }>({});
  const { text: reason, write, clear } = useKeptText(`case.${props.complaint.id}.correct`);
  const done = ({ sameProblem }: OrderAnswer) => {
    onCorrected(sameProblem);
    setChanged({});
    clear();
  };
  const order = () => {
    const { serverId, ...rest } = changed;
    return {
      name: 'correct' as const,
      correction: { ...rest, ...(serverId === undefined ? {} : { serverId: serverId || null }), reason },
    };
  };
  return (
    <MoveDialog {...props} move="correct" order={order} onDone={done}>
      {(fault) => (
        <>
          <Text>{t('agentCase.move.correct.lead')}</Text>
          <NativeSelect
            data-autofocus
            label={t('agentCase.move.correct.system')}
            value={changed.systemId ?? system.id}
            error={fault('systemId')}
            onChange={({ currentTarget }) => setChanged((before) => ({ ...before, systemId: currentTarget.value }))}
            data={systems.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <NativeSelect
            label={t('agentCase.move.correct.server')}
            value={changed.serverId ?? server?.id ?? ''}
            error={fault('serverId')}
            onChange={({ currentTarget }) => setChanged((before) => ({ ...before, serverId: currentTarget.value }))}
            data={[
              { value: '', label: t('agentCase.move.correct.noServer') },
              ...servers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <TextInput
            label={t('agentCase.move.correct.category')}
            required
            withAsterisk={false}
            maxLength={80}
            value={changed.category ?? category}
            error={fault('category')}
            onChange={({ currentTarget }) => setChanged((before) => ({ ...before, category: currentTarget.value }))}
          />
          <Textarea
            label={t('agentCase.move.correct.label')}
            required
            withAsterisk={false}
            autosize
            minRows={2}
            maxLength={2_000}
            value={reason}
            error={fault('reason')}
            onChange={(event) => write(event.currentTarget.value)}
          />
        </>
      )}
    </MoveDialog>
  );
}
