import { useTranslation } from 'react-i18next';
import { Page } from '../shared/page.tsx';

export default function MinePage() {
  const { t } = useTranslation();
  return <Page title={t('place.mine')}>{null}</Page>;
}
