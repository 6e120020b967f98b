import { Alert, Anchor, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answer, api, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';
import { useUser } from '../../session/session.ts';
import { Loading } from '../../shared/loading-state.tsx';
import { Page } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { useKeptFocus } from '../../shared/use-kept-focus.ts';
import { pathOf } from '../sections.ts';
import { MailFacts } from './mail-facts.tsx';

type MailTest = Schemas['MailTest'];

/** How mail leaves, and whether it does: tried out with a mail to oneself. */
export function MailPage() {
  const { t } = useTranslation();
  const configuration = useQuery({
    queryKey: [...keys.setup, 'mail'],
    queryFn: () => answer(api.GET('/v1/mail-test')),
  });
  const { data } = configuration;
  return (
    <Page title={t('admin.section.mail')}>
      <Stack gap="lg" maw={760}>
        {configuration.isPending && <Loading />}
        <ProblemAlert error={configuration.error} retry={() => void configuration.refetch()} />
        {data && <MailFacts configuration={data} />}
        {data?.server && <TestMail to={data.to} />}
      </Stack>
    </Page>
  );
}

function TestMail({ to }: { to: string | null }) {
  const { t } = useTranslation();
  const { id } = useUser();
  const sending = useMutation({ mutationFn: () => answer(api.POST('/v1/mail-test')) });
  const button = useKeptFocus(sending.isPending);
  return (
    <Paper withBorder p="lg" component="section">
      <Stack align="flex-start">
        <Title order={2}>{t('admin.mail.test')}</Title>
        {to === null ? (
          <>
            <Text>{t('admin.mail.noAddress')}</Text>
            <Anchor component={Link} href={pathOf('people', id)}>
              {t('admin.mail.ownAccount')}
            </Anchor>
          </>
        ) : (
          <>
            <Text>{t('admin.mail.testText', { to })}</Text>
            <Button
              ref={button}
              leftSection={<IconSend size={16} aria-hidden />}
              loading={sending.isPending}
              onClick={() => sending.mutate()}
            >
              {t('admin.mail.send')}
            </Button>
          </>
        )}
        <ProblemAlert error={sending.error} />
        {sending.data && <Outcome test={sending.data} />}
      </Stack>
    </Paper>
  );
}

function Outcome({ test: { message, outcome, serverAnswer } }: { test: MailTest }) {
  const { t } = useTranslation();
  const isSent = outcome === 'sent';
  return (
    <Alert
      w="100%"
      color={isSent ? 'green' : 'red'}
      role={isSent ? 'status' : 'alert'}
      title={t(`admin.mail.outcome.${outcome}`)}
    >
      <Text>{message}</Text>
      {serverAnswer && !isSent && (
        <Text size="sm" mt="xs">
          {t('admin.mail.answer')} <code>{serverAnswer}</code>
        </Text>
      )}
    </Alert>
  );
}
