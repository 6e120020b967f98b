import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const people = [
  { username: 'xyz', role: 'submitter' },
  { username: 'petugas-a', role: 'agent' },
  { username: 'pengawas', role: 'supervisor' },
  { username: 'admin', role: 'admin' },
] as const;

const password = 'giliran-demo';

/** The people of the demo desk, for who wants to look around; never there in production. */
export function DemoLogins({ signIn }: { signIn: (credentials: { username: string; password: string }) => void }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" component="section">
      <Text size="sm" c="dimmed">
        {t('session.demo')}
      </Text>
      <Group gap="xs">
        {people.map(({ username, role }) => (
          <Button key={username} variant="default" size="xs" onClick={() => signIn({ username, password })}>
            {username} · {t(`role.${role}`)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
