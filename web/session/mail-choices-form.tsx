import { Checkbox, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { keys } from '../api/query-keys.ts';
import { Loading } from '../shared/loading-state.tsx';
import { ProblemAlert } from '../shared/problem-alert.tsx';

/** In the order in which they matter; which of them somebody can be told at all, the server says. */
const kinds = [
  ...(['asked', 'replied', 'resolved', 'reopened', 'merged', 'assigned', 'attached', 'closed'] as const),
  ...(['detached', 'incidentJoined', 'incidentResolved'] as const),
  ...(['givenToYou', 'takenFromYou', 'submitterReplied', 'reportAttached', 'withdrawn'] as const),
  ...(['leaseGranted', 'leaseEnded'] as const),
  ...(['overdue', 'escalatedByDeadline', 'acknowledgementMissed', 'incidentOverdue'] as const),
];

type Choices = Schemas['NotificationChoices'];

const queryKey = [...keys.notifications, 'choices'];

/** What is mailed, chosen one by one and kept at once. */
export function MailChoicesForm() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => answer(api.GET('/v1/notifications/choices')),
  });
  const choose = useMutation({
    mutationFn: (change: Schemas['NotificationChoicesRequest']) =>
      answer(api.PUT('/v1/notifications/choices', { body: change })),
    // Shown as chosen while it is on its way, and as the server has it when it failed.
    onMutate: ({ language, mail }) =>
      client.setQueryData<Choices>(
        queryKey,
        (known) => known && { ...known, language: language ?? known.language, mail: { ...known.mail, ...mail } },
      ),
    onSuccess: (choices) => client.setQueryData(queryKey, choices),
    onError: () => client.invalidateQueries({ queryKey }),
  });
  return (
    <Paper withBorder p="lg" component="section">
      <Stack>
        <Title order={2}>{t('account.mail.title')}</Title>
        <ProblemAlert error={error} retry={() => void refetch()} />
        {!data && !error && <Loading />}
        {data && (
          <>
            <Text>{data.email ? t('account.mail.address', { address: data.email }) : t('account.mail.noAddress')}</Text>
            <fieldset className="bare-fieldset">
              <legend>{t('account.mail.which')}</legend>
              <Stack gap="xs" mt={6}>
                {kinds
                  .filter((kind) => kind in data.mail)
                  .map((kind) => (
                    <Checkbox
                      key={kind}
                      label={t(`account.mail.kind.${kind}`)}
                      checked={(data.mail as Record<string, boolean>)[kind] ?? false}
                      onChange={(event) => choose.mutate({ mail: { [kind]: event.currentTarget.checked } })}
                    />
                  ))}
              </Stack>
            </fieldset>
            <NativeSelect
              label={t('account.mail.language')}
              w="fit-content"
              value={data.language}
              data={[
                { value: 'id', label: 'Bahasa Indonesia' },
                { value: 'en', label: 'English' },
              ]}
              onChange={(event) => choose.mutate({ language: event.currentTarget.value === 'en' ? 'en' : 'id' })}
            />
            <ProblemAlert error={choose.error} />
            <Text role="status" size="sm" c="dimmed">
              {choose.isSuccess ? t('account.kept') : ''}
            </Text>
          </>
        )}
      </Stack>
    </Paper>
  );
}
