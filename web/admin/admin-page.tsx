import { useTranslation } from 'react-i18next';
import { Page } from '../shared/page.tsx';

export default function AdminPage() {
  const { t } = useTranslation();
  return <Page title={t('place.admin')}>{null}</Page>;
}
