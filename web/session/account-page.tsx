import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../shared/page.tsx';
import { PasswordForm } from './password-form.tsx';
import { useUser } from './session.ts';

/** What is one's own: who one is here, the password. */
export default function AccountPage() {
  const { t } = useTranslation();
  const user = useUser();
  return (
    <Page title={t('account.title')}>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Paper withBorder p="lg" component="section">
          <Stack gap="xs">
            <Title order={2}>{user.name}</Title>
            <Text c="dimmed">
              {user.username} · {t(`role.${user.role}`)}
              {user.tier && ` · ${t(`tier.${user.tier}`)}`}
            </Text>
          </Stack>
        </Paper>
        <PasswordForm mustChange={user.mustChangePassword === true} />
      </SimpleGrid>
    </Page>
  );
}
