import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { keys } from '../api/query-keys.ts';
import { Loading } from '../shared/loading-state.tsx';
import { Moment } from '../shared/moment.tsx';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { NewTokenForm } from './new-token-form.tsx';
import '../shared/dialog.css';
import './tokens.css';

const queryKey = [...keys.setup, 'tokens'];

/** With what programs act for whoever has made it; its secret is shown once. */
export function TokensCard() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: async () => (await answer(api.GET('/v1/tokens'))).items,
  });
  const outdated = () => client.invalidateQueries({ queryKey });
  return (
    <Paper withBorder p="lg" component="section">
      <Stack>
        <Title order={2} ref={heading} tabIndex={-1} className="page-title">
          {t('account.tokens.title')}
        </Title>
        <Text>{t('account.tokens.lead')}</Text>
        <ProblemAlert error={error} retry={() => void refetch()} />
        {!data && !error && <Loading lines={2} />}
        {data && data.length > 0 && (
          <ul className="token-list" aria-label={t('account.tokens.title')}>
            {data.map((token) => (
              <TokenLine
                key={token.id}
                token={token}
                onRevoked={() => {
                  void outdated();
                  heading.current?.focus();
                }}
              />
            ))}
          </ul>
        )}
        <NewTokenForm onMade={() => void outdated()} />
      </Stack>
    </Paper>
  );
}

function TokenLine({ token, onRevoked }: { token: Schemas['ListedToken']; onRevoked: () => void }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const { id, name, createdAt, expiresAt } = token;
  const revoke = useMutation({
    mutationFn: () => answer(api.DELETE('/v1/tokens/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      dialog.current?.close();
      onRevoked();
    },
  });
  return (
    <li className="token-line">
      <div>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {t('account.tokens.made')} <Moment at={createdAt} /> ·{' '}
          {expiresAt ? (
            <>
              {t('account.tokens.until')} <Moment at={expiresAt} />
            </>
          ) : (
            t('account.tokens.endless')
          )}
        </Text>
      </div>
      <Button
        variant="default"
        size="sm"
        aria-label={t('account.tokens.revokeOne', { name })}
        onClick={() => dialog.current?.showModal()}
      >
        {t('account.tokens.revoke')}
      </Button>
      <dialog ref={dialog} className="dialog" aria-label={t('account.tokens.revokeOne', { name })}>
        <Stack>
          <Text>{t('account.tokens.revokeText', { name })}</Text>
          <ProblemAlert error={revoke.error} />
          <Group gap="sm">
            <Button loading={revoke.isPending} onClick={() => revoke.mutate()}>
              {t('account.tokens.revoke')}
            </Button>
            <Button variant="default" onClick={() => dialog.current?.close()}>
              {t('app.cancel')}
            </Button>
          </Group>
        </Stack>
      </dialog>
    </li>
  );
}
