import { Alert, Button, Container, Stack, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem.ts';
import { waitOf } from './time-words.ts';

/** What went wrong in the words of the server, and the way out when there is one. */
export function ProblemAlert({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  if (!error) return null;
  const facts = isProblem(error) ? error.facts : undefined;
  const offline = facts?.code === 'offline';
  // What is not there, or not for one's eyes, does not come by trying again.
  const isFinal = facts?.status === 404 || facts?.status === 403;
  const title = offline ? t('problem.offline.title') : (facts?.title ?? t('problem.unreadable.title'));
  const said = offline ? t('problem.offline.text') : (facts?.detail ?? t('problem.unreadable.text'));
  // The server's sentence is for programs too, and names a header.
  const detail =
    facts?.status === 429 && facts.retryAfter ? t('problem.wait', { duration: waitOf(facts.retryAfter) }) : said;
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconAlertCircle aria-hidden />} title={title}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{detail}</Text>
        {retry && !isFinal && (
          <Button size="xs" variant="default" onClick={retry}>
            {t('problem.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** The same, when nothing else can be shown. */
export function PageProblem(props: { error: unknown; retry: () => void }) {
  return (
    <Container size="xs" component="main" py="xl">
      <ProblemAlert {...props} />
    </Container>
  );
}
