import { Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { CodeField } from './code-field.tsx';
import { CurrentPasswordField } from './current-password-field.tsx';
import { QrCode } from './qr-code.tsx';

interface SecondFactorSetUpProps {
  onDone: (recoveryCodes: string[]) => void;
  onCancel: () => void;
}

/** First the password, then the picture for the authenticator, then its first code. */
export default function SecondFactorSetUp({ onDone, onCancel }: SecondFactorSetUpProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const begin = useMutation({
    mutationFn: () => answer(api.POST('/v1/users/me/second-factor/enrolment', { body: { password } })),
  });
  const enrolment = begin.data?.enrolment ?? '';
  const confirm = useMutation({
    mutationFn: () => answer(api.POST('/v1/users/me/second-factor', { body: { enrolment, code } })),
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
  });
  const step = begin.data ? confirm : begin;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!step.isPending) step.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {begin.data ? (
          <>
            <List type="ordered" spacing="xs">
              <List.Item>{t('account.secondFactor.setUp.scan')}</List.Item>
              <List.Item>{t('account.secondFactor.setUp.type')}</List.Item>
            </List>
            <QrCode text={begin.data.uri} label={t('account.secondFactor.setUp.picture')} />
            <Text size="sm">{t('account.secondFactor.setUp.byHand')}</Text>
            <Code fz="md" style={{ overflowWrap: 'anywhere' }}>
              {begin.data.secret.replace(/(.{4})(?=.)/g, '$1 ')}
            </Code>
            <CodeField
              label={t('account.secondFactor.setUp.code')}
              inputMode="numeric"
              autoFocus
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          </>
        ) : (
          <CurrentPasswordField
            autoFocus
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        )}
        <ProblemAlert error={step.error} />
        <Group gap="sm">
          <Button type="submit" loading={step.isPending}>
            {t(begin.data ? 'account.secondFactor.setUp.confirm' : 'account.secondFactor.setUp.next')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('app.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
