import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

/** Said as long as it lasts; what one has typed stays where it is. */
export function OfflineBanner() {
  const { t } = useTranslation();
  const { online } = useNetwork();
  return (
    <div role="status">
      {!online && (
        <Alert color="yellow" radius={0} py="xs">
          {t('app.offline')}
        </Alert>
      )}
    </div>
  );
}
