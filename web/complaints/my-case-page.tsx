import { useTranslation } from 'react-i18next';
import { Page } from '../shared/page.tsx';

export default function MyCasePage() {
  const { t } = useTranslation();
  return <Page title={t('place.mine')}>{null}</Page>;
}
