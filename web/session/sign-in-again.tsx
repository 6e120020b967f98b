import { Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../api/client.ts';
import { isProblem } from '../api/problem.ts';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { CurrentPasswordField } from './current-password-field.tsx';
import { useSignInAgain } from './session.ts';
import '../shared/dialog.css';

/** Over the page when the session has ended meanwhile: what was typed stays behind it, and one goes on where one was. */
export default function SignInAgain({ user }: { user: User }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const { username, name } = user;
  const signIn = useMutation({ mutationFn: useSignInAgain() });
  const needsCode = isProblem(signIn.error, 'second_factor_required', 'second_factor_failed');
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!signIn.isPending) signIn.mutate({ username, password, ...(totp ? { totp } : {}) });
  };
  return (
    // Behind it nothing can be read or sent: Escape leads nowhere.
    <dialog ref={dialog} className="dialog" aria-labelledby={titleId} onCancel={(event) => event.preventDefault()}>
      <form onSubmit={submit}>
        <Stack>
          <Title order={2} id={titleId}>
            {t('session.again.title')}
          </Title>
          <Text>{t('session.again.text')}</Text>
          <TextInput label={t('session.username')} value={username} readOnly autoComplete="username" />
          <CurrentPasswordField
            autoFocus
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {(needsCode || totp) && (
            <TextInput
              label={t('session.again.code')}
              inputMode="numeric"
              autoComplete="one-time-code"
              value={totp}
              onChange={(event) => setTotp(event.currentTarget.value)}
            />
          )}
          <ProblemAlert error={signIn.error} />
          <Button type="submit" size="md" loading={signIn.isPending}>
            {t('session.signIn')}
          </Button>
          <Anchor href="/" size="sm">
            {t('session.again.other', { name })}
          </Anchor>
        </Stack>
      </form>
    </dialog>
  );
}
