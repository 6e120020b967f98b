import { useTranslation } from 'react-i18next';
import { Page } from '../shared/page.tsx';

export default function IncidentsPage() {
  const { t } = useTranslation();
  return <Page title={t('place.incidents')}>{null}</Page>;
}
