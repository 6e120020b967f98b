import { useTranslation } from 'react-i18next';
import { useUser } from '../session/session.ts';
import { Page } from '../shared/page.tsx';
import { AttentionList } from './board/attention-list.tsx';
import classes from './board/board.module.css';
import { RotationCard } from './board/rotation-card.tsx';
import { tiers } from './board/rotation-query.ts';
import { ServerStrip } from './board/server-strip.tsx';

/** The desk at a glance: what needs somebody, whose turn is next, who is on which server. */
export default function BoardPage() {
  const { t } = useTranslation();
  const { deskId = '' } = useUser();
  return (
    <Page title={t('place.board')}>
      <AttentionList deskId={deskId} />
      <div className={classes.rotations}>
        {tiers.map((tier) => (
          <RotationCard key={tier} deskId={deskId} tier={tier} />
        ))}
      </div>
      <ServerStrip />
    </Page>
  );
}
