import { useTranslation } from 'react-i18next';
import { Page } from '../shared/page.tsx';

export default function SendPage() {
  const { t } = useTranslation();
  return <Page title={t('place.send')}>{null}</Page>;
}
