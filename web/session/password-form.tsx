import { Alert, Button, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { isProblem } from '../api/problem.ts';
import { keys } from '../api/query-keys.ts';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { CurrentPasswordField } from './current-password-field.tsx';

/** A new password; the present one is asked for, so that an open screen is not enough. */
export function PasswordForm({ mustChange }: { mustChange: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () =>
      answer(api.PUT('/v1/users/me/password', { body: { currentPassword: current, newPassword: next } })),
    onSuccess: async () => {
      setCurrent('');
      setNext('');
      await client.invalidateQueries({ queryKey: keys.session });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  const fault = (field: string) => (isProblem(change.error) ? change.error.faultOf(field) : undefined);
  const show = { visibilityToggleButtonProps: { 'aria-label': t('session.showPassword') } };
  return (
    <Paper withBorder p="lg" component="section">
      <form onSubmit={submit}>
        <Stack>
          <Title order={2}>{t('account.password.title')}</Title>
          {mustChange && <Text>{t('account.password.must')}</Text>}
          <CurrentPasswordField
            label={t('account.password.current')}
            error={fault('currentPassword')}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <PasswordInput
            {...show}
            label={t('account.password.next')}
            description={t('account.password.rule')}
            autoComplete="new-password"
            required
            withAsterisk={false}
            error={fault('newPassword')}
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          <ProblemAlert error={change.error} />
          <div role="status">{change.isSuccess && <Alert>{t('account.password.changed')}</Alert>}</div>
          <Button type="submit" w="fit-content" loading={change.isPending}>
            {t('account.password.change')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
