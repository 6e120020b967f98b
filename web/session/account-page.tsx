import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../shared/page.tsx';
import { AppearanceForm } from './appearance-form.tsx';
import { MailChoicesForm } from './mail-choices-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorCard } from './second-factor-card.tsx';
import { useUser } from './session.ts';
import { SessionsCard } from './sessions-card.tsx';
import { TokensCard } from './tokens-card.tsx';

/** What is one's own: who one is here, how one reads, what is mailed, with what one signs in. */
export default function AccountPage() {
  const { t } = useTranslation();
  const user = useUser();
  const mustChange = user.mustChangePassword === true;
  const mustEnrol = user.mustEnrolSecondFactor === true;
  const who = (
    <Paper withBorder p="lg" component="section">
      <Stack gap="xs">
        <Title order={2}>{user.name}</Title>
        <Text c="dimmed">
          {user.username} · {t(`role.${user.role}`)}
          {user.tier && ` · ${t(`tier.${user.tier}`)}`}
        </Text>
      </Stack>
    </Paper>
  );
  return (
    <Page title={t('account.title')}>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Stack>
          {who}
          <AppearanceForm />
          {!mustChange && <PasswordForm mustChange={false} />}
        </Stack>
        <Stack>
          {mustChange && <PasswordForm mustChange />}
          {!mustChange && <SecondFactorCard mustEnrol={mustEnrol} />}
          {!mustChange && !mustEnrol && (
            <>
              {/* Administrators are told nothing of cases. */}
              {user.role !== 'admin' && <MailChoicesForm />}
              <SessionsCard />
              <TokensCard />
            </>
          )}
        </Stack>
      </SimpleGrid>
    </Page>
  );
}
