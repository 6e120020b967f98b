import { Button, Container, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem.ts';
import { isDemo } from '../app/page-facts.ts';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { speak, spokenLanguage } from '../text/language.ts';
import { CodeField } from './code-field.tsx';
import { CurrentPasswordField } from './current-password-field.tsx';
import { DemoLogins } from './demo-logins.tsx';
import { OidcSignIn } from './oidc-sign-in.tsx';
import { useSignIn } from './session.ts';

/** The only page for who is not signed in. Too many attempts are refused by the server, which says for how long. */
export default function SignInPage() {
  const { t } = useTranslation();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [wantsCode, setWantsCode] = useState(false);
  const signIn = useMutation({
    mutationFn: useSignIn(),
    onError: (error, tried) => {
      if (!isProblem(error, 'second_factor_required')) return;
      // A demo login has typed nothing.
      setUsername(tried.username);
      setPassword(tried.password);
      setWantsCode(true);
    },
  });
  useEffect(() => {
    document.title = `${t('session.title')} · Giliran`;
  }, [t]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ username, password, ...(wantsCode && { totp: code }) });
  };
  const again = () => {
    setWantsCode(false);
    setCode('');
    setPassword('');
    signIn.reset();
  };
  const asksForCode = isProblem(signIn.error, 'second_factor_required');
  const other = spokenLanguage() === 'id' ? 'en' : 'id';
  return (
    <Container component="main" size={440} py={{ base: 'lg', sm: 80 }}>
      <Stack gap="lg">
        <Group gap={10}>
          <img src="/giliran.svg" alt="" width={36} height={36} />
          <Text fw={700} size="xl">
            Giliran
          </Text>
        </Group>
        <Stack gap={4}>
          <Title order={1}>{t('session.title')}</Title>
          <Text c="dimmed">{t('session.lead')}</Text>
        </Stack>
        <Paper withBorder p="lg">
          <form onSubmit={submit}>
            <Stack>
              {wantsCode ? (
                <CodeField
                  label={t('session.code')}
                  description={t('session.codeHint')}
                  autoFocus
                  value={code}
                  onChange={(event) => setCode(event.currentTarget.value)}
                />
              ) : (
                <>
                  <TextInput
                    label={t('session.username')}
                    autoComplete="username"
                    autoCapitalize="none"
                    spellCheck={false}
                    required
                    withAsterisk={false}
                    value={username}
                    onChange={(event) => setUsername(event.currentTarget.value)}
                  />
                  <CurrentPasswordField value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
                </>
              )}
              <div role="status">{asksForCode && <Text>{t('session.codeWanted')}</Text>}</div>
              {!asksForCode && <ProblemAlert error={signIn.error} />}
              <Button type="submit" size="md" loading={signIn.isPending}>
                {t('session.signIn')}
              </Button>
              {wantsCode && (
                <Button variant="default" onClick={again}>
                  {t('session.back')}
                </Button>
              )}
            </Stack>
          </form>
        </Paper>
        {!wantsCode && <OidcSignIn />}
        {isDemo && !wantsCode && <DemoLogins signIn={signIn.mutate} />}
        <Button variant="subtle" size="compact-sm" w="fit-content" lang={other} onClick={() => void speak(other)}>
          {t('account.otherLanguage')}
        </Button>
      </Stack>
    </Container>
  );
}
