import { useTranslation } from 'react-i18next';
import { Page } from '../shared/page.tsx';

export default function ReportsPage() {
  const { t } = useTranslation();
  return <Page title={t('place.reports')}>{null}</Page>;
}
