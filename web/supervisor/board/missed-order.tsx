import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OrderChange } from './roster-order.ts';

interface MissedOrderProps {
  change: OrderChange;
  /** The order as it is now. */
  now: string[];
  nameOf: (id: string) => string;
}

/** What somebody else has changed while one was at it; one's own order is still there. */
export function MissedOrder({ change: { came, moved, went }, now, nameOf }: MissedOrderProps) {
  const { t } = useTranslation();
  const named = (ids: string[]) => ({ names: ids.map(nameOf).join(', ') });
  return (
    <Alert color="yellow" role="alert" title={t('board.order.changed.title')}>
      {came.length > 0 && <Text>{t('board.order.changed.came', named(came))}</Text>}
      {went.length > 0 && <Text>{t('board.order.changed.went', named(went))}</Text>}
      {moved && <Text>{t('board.order.changed.moved', named(now))}</Text>}
      <Text>{t('board.order.changed.yours')}</Text>
    </Alert>
  );
}
