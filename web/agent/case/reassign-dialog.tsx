import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptText } from '../../conversation/use-kept-text.ts';
import { useAgents } from '../availability/agents-query.ts';
import { MoveDialog, type MoveDialogProps } from './move-dialog.tsx';

/** A supervisor gives a case to somebody by name, or to whoever is next. */
export function ReassignDialog(props: MoveDialogProps) {
  const { t } = useTranslation();
  const { data: agents = [] } = useAgents();
  const [agentId, setAgentId] = useState('');
  const { text, write, clear } = useKeptText(`case.${props.complaint.id}.reassign`);
  const { agent: holder, tier } = props.complaint;
  const candidates = agents.filter((agent) => agent.tier === tier && agent.id !== holder?.id && agent.onRoster);
  const done = () => {
    setAgentId('');
    clear();
  };
  return (
    <MoveDialog
      {...props}
      move="reassign"
      order={() => ({ name: 'reassign', text, agentId: agentId || null })}
      onDone={done}
    >
      {(fault) => (
        <>
          <NativeSelect
            data-autofocus
            label={t('agentCase.move.reassign.to')}
            value={agentId}
            error={fault('agentId')}
            onChange={(event) => setAgentId(event.currentTarget.value)}
            data={[
              { value: '', label: t('agentCase.move.reassign.nextInTurn') },
              ...candidates.map(({ id, name, availability, openCases }) => ({
                value: id,
                label: t('agentCase.move.reassign.agent', {
                  name,
                  count: openCases,
                  state: t(`agentCase.move.reassign.state.${availability}`),
                }),
              })),
            ]}
          />
          <Textarea
            label={t('agentCase.move.reassign.label')}
            required
            withAsterisk={false}
            autosize
            minRows={3}
            maxRows={10}
            maxLength={2_000}
            value={text}
            error={fault('reason')}
            onChange={(event) => write(event.currentTarget.value)}
          />
        </>
      )}
    </MoveDialog>
  );
}
