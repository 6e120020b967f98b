import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { keys } from '../api/query-keys.ts';
import { Loading } from '../shared/loading-state.tsx';
import { Moment } from '../shared/moment.tsx';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import './tokens.css';

const queryKey = [...keys.setup, 'sessions'];

/** Where one is signed in, so that a forgotten or a strange one can be ended. */
export function SessionsCard() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: async () => (await answer(api.GET('/v1/sessions'))).items,
  });
  const ended = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey });
    heading.current?.focus();
  };
  const endOthers = useMutation({ mutationFn: () => answer(api.DELETE('/v1/sessions')), onSuccess: ended });
  const end = useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/v1/sessions/{id}', { params: { path: { id } } })),
    onSuccess: ended,
  });
  return (
    <Paper withBorder p="lg" component="section">
      <Stack>
        <Title order={2} ref={heading} tabIndex={-1} className="page-title">
          {t('account.sessions.title')}
        </Title>
        <Text>{t('account.sessions.lead')}</Text>
        <ProblemAlert error={error} retry={() => void refetch()} />
        {!data && !error && <Loading lines={2} />}
        {data && (
          <ul className="token-list" aria-label={t('account.sessions.title')}>
            {data.map((session) => (
              <SessionLine
                key={session.id}
                session={session}
                onEnd={() => end.mutate(session.id)}
                isEnding={end.isPending && end.variables === session.id}
              />
            ))}
          </ul>
        )}
        <ProblemAlert error={end.error ?? endOthers.error} />
        {data && data.length > 1 && (
          <Button variant="default" w="fit-content" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {t('account.sessions.endOthers')}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

interface SessionLineProps {
  session: Schemas['SignedInSession'];
  onEnd: () => void;
  isEnding: boolean;
}

function SessionLine({ session, onEnd, isEnding }: SessionLineProps) {
  const { t } = useTranslation();
  const { browser, system, current, lastSeenAt, createdAt } = session;
  const device =
    browser && system
      ? t('account.sessions.device', { browser, system })
      : (browser ?? system ?? t('account.sessions.unknownDevice'));
  return (
    <li className="token-line">
      <div>
        <Text fw={600}>
          {device}
          {current && ` (${t('account.sessions.current')})`}
        </Text>
        <Text size="sm" c="dimmed">
          {t('account.sessions.since')} <Moment at={createdAt} /> · {t('account.sessions.seen')}{' '}
          <Moment at={lastSeenAt} />
        </Text>
      </div>
      {!current && (
        <Button
          variant="default"
          size="sm"
          loading={isEnding}
          aria-label={t('account.sessions.endOne', { device })}
          onClick={onEnd}
        >
          {t('account.sessions.end')}
        </Button>
      )}
    </li>
  );
}
