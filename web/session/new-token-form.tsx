import { Alert, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { isProblem } from '../api/problem.ts';
import { ProblemAlert } from '../shared/problem-alert.tsx';

const dayMs = 86_400_000;
/** Days; 0 for no end. */
const lifetimes = ['30', '90', '365', '0'] as const;

/** Makes a token, and shows its secret this once. */
export function NewTokenForm({ onMade }: { onMade: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [days, setDays] = useState<string>('90');
  const make = useMutation({
    mutationFn: () => {
      const expiresAt = new Date(Date.now() + Number(days) * dayMs).toISOString();
      return answer(api.POST('/v1/tokens', { body: { name: name.trim(), ...(days === '0' ? {} : { expiresAt }) } }));
    },
    onSuccess: () => {
      setName('');
      onMade();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !make.isPending) make.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('account.tokens.name')}
            maxLength={100}
            autoComplete="off"
            value={name}
            error={isProblem(make.error) ? make.error.faultOf('name') : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('account.tokens.lifetime')}
            value={days}
            data={lifetimes.map((value) => ({ value, label: t(`account.tokens.days.${value}`) }))}
            onChange={(event) => setDays(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={make.isPending} disabled={name.trim() === ''}>
            {t('account.tokens.make')}
          </Button>
        </Group>
        <ProblemAlert error={make.error} />
        <div role="status">{make.data && <Secret key={make.data.id} token={make.data.token} />}</div>
      </Stack>
    </form>
  );
}

function Secret({ token }: { token: string }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(token);
      setIsCopied(true);
    } catch {
      // On plain http the clipboard is not there: it is marked, and one copies it oneself.
    }
  };
  return (
    <Alert title={t('account.tokens.once')}>
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <TextInput
          ref={field}
          label={t('account.tokens.secret')}
          readOnly
          value={token}
          flex={1}
          miw={0}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onClick={() => void copy()}>{t('account.tokens.copy')}</Button>
      </Group>
      <Text size="sm" mt={6} role="status">
        {isCopied ? t('account.tokens.copied') : ''}
      </Text>
    </Alert>
  );
}
