import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../shared/page.tsx';
import { SendForm } from './send-form.tsx';
import type { Sent } from './send-once.ts';
import { SentCard } from './sent-card.tsx';

/** Where most people begin: telling what is wrong, and then what becomes of it. */
export default function SendPage() {
  const { t } = useTranslation();
  const [sent, setSent] = useState<Sent | null>(null);
  return (
    <Page title={t('place.send')}>
      {sent ? <SentCard sent={sent} again={() => setSent(null)} /> : <SendForm onSent={setSent} />}
    </Page>
  );
}
