import { useTranslation } from 'react-i18next';
import { Page } from '../shared/page.tsx';

export default function CasesPage() {
  const { t } = useTranslation();
  return <Page title={t('place.cases')}>{null}</Page>;
}
