import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { pathOf } from '../sections.ts';
import { SecretOnce } from '../shared/secret-once.tsx';

export interface NewPerson {
  name: string;
  username: string;
  oneTimePassword: string;
}

/** Who was added, and how they come in for the first time. */
export function PersonCreated({ person, onMore }: { person: NewPerson; onMore: () => void }) {
  const { t } = useTranslation();
  const { name, username, oneTimePassword } = person;
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Text role="status">{t('admin.people.created', { name, username })}</Text>
        <SecretOnce
          title={t('admin.people.oneTimePassword', { name })}
          text={t('admin.people.oneTimeText')}
          secret={oneTimePassword}
        />
        <Group>
          <Button component={Link} href={pathOf('people')}>
            {t('admin.people.done')}
          </Button>
          <Button variant="default" onClick={onMore}>
            {t('admin.people.another')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
