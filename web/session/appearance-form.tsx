import { NativeSelect, Paper, Stack, Title, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { speak, spokenLanguage } from '../text/language.ts';

const schemes = ['auto', 'light', 'dark'] as const;

/** In which language and light one reads, on this device. */
export function AppearanceForm() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Paper withBorder p="lg" component="section">
      <Stack>
        <Title order={2}>{t('account.appearance.title')}</Title>
        <NativeSelect
          label={t('account.appearance.language')}
          value={spokenLanguage()}
          data={[
            { value: 'id', label: 'Bahasa Indonesia' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(event) => void speak(event.currentTarget.value === 'en' ? 'en' : 'id')}
        />
        <NativeSelect
          label={t('account.appearance.scheme')}
          value={colorScheme}
          data={schemes.map((scheme) => ({ value: scheme, label: t(`account.appearance.${scheme}`) }))}
          onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
        />
      </Stack>
    </Paper>
  );
}
