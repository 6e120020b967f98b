import { Button, Container, Group, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isDemo } from '../app/page-facts.ts';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { speak, spokenLanguage } from '../text/language.ts';
import { DemoLogins } from './demo-logins.tsx';
import { useSignIn } from './session.ts';

/** The only page for who is not signed in. Too many attempts are refused by the server, which says for how long. */
export default function SignInPage() {
  const { t } = useTranslation();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({ mutationFn: useSignIn() });
  useEffect(() => {
    document.title = `${t('session.title')} · Giliran`;
  }, [t]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ username, password });
  };
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
              <PasswordInput
                label={t('session.password')}
                autoComplete="current-password"
                required
                withAsterisk={false}
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
                visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
              />
              <ProblemAlert error={signIn.error} />
              <Button type="submit" size="md" loading={signIn.isPending}>
                {t('session.signIn')}
              </Button>
            </Stack>
          </form>
        </Paper>
        {isDemo && <DemoLogins signIn={signIn.mutate} />}
        <Button variant="subtle" size="compact-sm" w="fit-content" lang={other} onClick={() => void speak(other)}>
          {t('account.otherLanguage')}
        </Button>
      </Stack>
    </Container>
  );
}
