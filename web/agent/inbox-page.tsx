import { useTranslation } from 'react-i18next';
import { Page } from '../shared/page.tsx';

export default function InboxPage() {
  const { t } = useTranslation();
  return <Page title={t('place.inbox')}>{null}</Page>;
}
