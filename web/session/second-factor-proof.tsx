import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { CodeField } from './code-field.tsx';
import { CurrentPasswordField } from './current-password-field.tsx';

interface SecondFactorProofProps {
  /** What comes of it. */
  text: string;
  submitLabel: string;
  act: (proof: Schemas['SecondFactorProof']) => Promise<string[]>;
  onDone: (recoveryCodes: string[]) => void;
  onCancel: () => void;
}

/** Password and code once more: an open screen is not enough to change how one signs in. */
export function SecondFactorProof({ text, submitLabel, act, onDone, onCancel }: SecondFactorProofProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const prove = useMutation({ mutationFn: act, onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!prove.isPending) prove.mutate({ password, code });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>{text}</Text>
        <CurrentPasswordField value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
        <CodeField label={t('session.code')} value={code} onChange={(event) => setCode(event.currentTarget.value)} />
        <ProblemAlert error={prove.error} />
        <Group gap="sm">
          <Button type="submit" loading={prove.isPending}>
            {submitLabel}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('app.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
