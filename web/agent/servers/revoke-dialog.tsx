import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useKeptText } from '../../conversation/use-kept-text.ts';
import type { Schemas } from '../../api/client.ts';
import { FormDialog } from '../form-dialog.tsx';
import { useSessionOrder } from './office-servers.ts';

interface RevokeDialogProps {
  serverId: string;
  session: Schemas['LiveSession'];
  opened: boolean;
  onClose: () => void;
}

/** A supervisor ends somebody's session; they read why. */
export function RevokeDialog({ serverId, session, opened, onClose }: RevokeDialogProps) {
  const { t } = useTranslation();
  const { text: reason, write, clear } = useKeptText(`session.${session.id}.revoke`);
  const order = useSessionOrder(serverId);
  const done = () => {
    clear();
    onClose();
  };
  return (
    <FormDialog
      title={t('servers.revoke.title', { agent: session.agent.name })}
      opened={opened}
      onClose={onClose}
      onSubmit={() => order.mutate({ name: 'end', sessionId: session.id, reason: reason.trim() }, { onSuccess: done })}
      submitLabel={t('servers.revoke.submit')}
      pending={order.isPending}
      error={order.error}
      color="red"
    >
      <Text>{t('servers.revoke.lead', { agent: session.agent.name })}</Text>
      <Textarea
        data-autofocus
        label={t('servers.revoke.reason')}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => write(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
