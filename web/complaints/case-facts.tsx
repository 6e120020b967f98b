import { Paper, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, type Complaint } from '../api/client.ts';
import { Moment } from '../shared/moment.tsx';
import { isOpen } from './case-phase.ts';
import { ReasonDialog } from './reason-dialog.tsx';

/** What the case is about, and the way out of it. */
export function CaseFacts({ complaint, onWithdrawn }: { complaint: Complaint; onWithdrawn: () => void }) {
  const { t } = useTranslation();
  const { category, createdAt, id, number, server, system } = complaint;
  return (
    <Paper withBorder p="lg" component="section" className="my-case-facts">
      <Stack>
        <Title order={2}>{t('myCase.facts')}</Title>
        <dl className="fact-list">
          <dt>{t('myCase.number')}</dt>
          <dd>{number}</dd>
          <dt>{t('myCase.system')}</dt>
          <dd>{system.name}</dd>
          {server && (
            <>
              <dt>{t('myCase.server')}</dt>
              <dd>{server.name}</dd>
            </>
          )}
          <dt>{t('myCase.category')}</dt>
          <dd>{category}</dd>
          <dt>{t('myCase.sentAt')}</dt>
          <dd>
            <Moment at={createdAt} />
          </dd>
        </dl>
        {isOpen(complaint) && (
          <ReasonDialog
            complaintId={id}
            name="withdraw"
            act={(reason, key) =>
              answer(
                api.POST('/v1/complaints/{id}/withdraw', {
                  params: { path: { id }, header: { 'idempotency-key': key } },
                  body: { reason },
                }),
              )
            }
            onDone={onWithdrawn}
          />
        )}
      </Stack>
    </Paper>
  );
}
