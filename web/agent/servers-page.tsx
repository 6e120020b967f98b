import { useTranslation } from 'react-i18next';
import { Page } from '../shared/page.tsx';

export default function ServersPage() {
  const { t } = useTranslation();
  return <Page title={t('place.servers')}>{null}</Page>;
}
