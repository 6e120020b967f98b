import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { keys } from '../api/query-keys.ts';
import { Loading } from '../shared/loading-state.tsx';
import { Moment } from '../shared/moment.tsx';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SecondFactorProof } from './second-factor-proof.tsx';

/** It draws a QR code, which hardly anybody ever needs. */
const SecondFactorSetUp = lazy(() => import('./second-factor-set-up.tsx'));

const queryKey = [...keys.setup, 'secondFactor'];

type Doing = 'nothing' | 'settingUp' | 'removing' | 'renewing';

/** The second step of signing in: set up, renewed, removed. */
export function SecondFactorCard({ mustEnrol }: { mustEnrol: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const [doing, setDoing] = useState<Doing>('nothing');
  const [codes, setCodes] = useState<string[]>([]);
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => answer(api.GET('/v1/users/me/second-factor')),
  });
  const end = (): void => {
    setDoing('nothing');
    heading.current?.focus();
  };
  const done = async (shown: string[] = []): Promise<void> => {
    setCodes(shown);
    await client.invalidateQueries({ queryKey });
    end();
  };
  /** Whoever had to set it up goes on to their work, but not before the codes were seen. */
  const seen = async (): Promise<void> => {
    setCodes([]);
    heading.current?.focus();
    await client.invalidateQueries({ queryKey: keys.session });
  };
  if (data && !data.offered && data.enabledAt === null) return null;
  return (
    <Paper withBorder p="lg" component="section">
      <Stack>
        <Title order={2} ref={heading} tabIndex={-1} className="page-title">
          {t('account.secondFactor.title')}
        </Title>
        <ProblemAlert error={error} retry={() => void refetch()} />
        {!data && !error && <Loading lines={2} />}
        {data?.enabledAt === null && (
          <>
            <Text>{t(mustEnrol ? 'account.secondFactor.must' : 'account.secondFactor.lead')}</Text>
            {doing === 'settingUp' ? (
              <Suspense fallback={<Loading lines={3} />}>
                <SecondFactorSetUp onDone={(shown) => void done(shown)} onCancel={end} />
              </Suspense>
            ) : (
              <Button w="fit-content" variant={mustEnrol ? 'filled' : 'default'} onClick={() => setDoing('settingUp')}>
                {t('account.secondFactor.begin')}
              </Button>
            )}
          </>
        )}
        {data && data.enabledAt !== null && (
          <>
            <Text>
              {t('account.secondFactor.since')} <Moment at={data.enabledAt} />.{' '}
              {t('account.secondFactor.codesLeft', { count: data.recoveryCodesLeft })}
            </Text>
            {codes.length > 0 && <RecoveryCodes codes={codes} onSeen={() => void seen()} />}
            {doing === 'nothing' && codes.length === 0 && (
              <Group gap="sm">
                <Button variant="default" onClick={() => setDoing('renewing')}>
                  {t('account.secondFactor.renew')}
                </Button>
                <Button variant="default" onClick={() => setDoing('removing')}>
                  {t('account.secondFactor.remove')}
                </Button>
              </Group>
            )}
            {(doing === 'renewing' || doing === 'removing') && (
              <SecondFactorProof
                key={doing}
                text={t(`account.secondFactor.${doing}`)}
                submitLabel={t(`account.secondFactor.${doing === 'renewing' ? 'renew' : 'remove'}`)}
                act={async (body) => {
                  if (doing === 'removing') {
                    await answer(api.DELETE('/v1/users/me/second-factor', { body }));
                    return [];
                  }
                  return (await answer(api.POST('/v1/users/me/second-factor/recovery-codes', { body }))).recoveryCodes;
                }}
                onDone={(shown) => void done(shown)}
                onCancel={end}
              />
            )}
          </>
        )}
      </Stack>
    </Paper>
  );
}
