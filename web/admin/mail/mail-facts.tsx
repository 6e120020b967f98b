import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import classes from '../admin.module.css';

/** Which mail server is set up, without what is secret. */
export function MailFacts({ configuration }: { configuration: Schemas['MailConfiguration'] }) {
  const { t } = useTranslation();
  const { from, keptAsFiles, server } = configuration;
  const facts: [string, string][] = server
    ? [
        [t('admin.mail.server'), t('admin.mail.at', { host: server.host, port: server.port })],
        [t('admin.mail.encryption'), t(`admin.mail.encrypted.${server.encryption}`)],
        [t('admin.mail.signsIn'), t(server.signsIn ? 'admin.mail.isSet' : 'admin.mail.isNotSet')],
        [t('admin.mail.from'), from],
      ]
    : [[t('admin.mail.from'), from]];
  return (
    <Paper withBorder p="lg" component="section">
      <Stack gap="sm">
        <Title order={2}>{t('admin.mail.title')}</Title>
        {!server && <Text>{t(keptAsFiles ? 'admin.mail.files' : 'admin.mail.none')}</Text>}
        <dl className={classes.facts}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Text size="sm" c="dimmed">
          {t('admin.mail.where')}
        </Text>
      </Stack>
    </Paper>
  );
}
