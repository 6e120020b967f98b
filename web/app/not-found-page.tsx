import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../shared/page.tsx';

export default function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.notFound.title')}>
      <Text>{t('app.notFound.text')}</Text>
      <Anchor component={Link} href="/">
        {t('app.notFound.home')}
      </Anchor>
    </Page>
  );
}
