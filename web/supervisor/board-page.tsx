import { useTranslation } from 'react-i18next';
import { Page } from '../shared/page.tsx';

export default function BoardPage() {
  const { t } = useTranslation();
  return <Page title={t('place.board')}>{null}</Page>;
}
