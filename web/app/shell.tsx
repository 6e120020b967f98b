import { Anchor, Container, Group } from '@mantine/core';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { User } from '../api/client.ts';
import { LiveEvents } from '../api/live-events.tsx';
import { useSessionEnded } from '../api/session-end.ts';
import { useDeskTimeZone } from '../session/desk-time-zone.ts';
import { loadStaffTexts } from '../text/language.ts';
import { AccountMenu } from './account-menu.tsx';
import { NotificationBell } from './notification-bell.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { PlaceLinks } from './place-links.tsx';

const SignInAgain = lazy(() => import('../session/sign-in-again.tsx'));

/** Only for who works with many cases. */
const StaffKeys = lazy(async () => {
  const [keys] = await Promise.all([import('../agent/keyboard/staff-keys.tsx'), loadStaffTexts()]);
  return keys;
});

/** What surrounds every page: the way to its content, the bar, who one is. */
export function Shell({ user, children }: { user: User; children: ReactNode }) {
  const { t } = useTranslation();
  const hasEnded = useSessionEnded();
  useDeskTimeZone(user);
  return (
    <>
      <a className="skip-link" href="#content">
        {t('app.skip')}
      </a>
      <header className="top-bar">
        <Container size="xl">
          <Group h={56} justify="space-between" wrap="nowrap">
            <Group gap="lg" wrap="nowrap">
              <Anchor component={Link} href="/" underline="never" c="inherit" fw={700}>
                <Group gap={8} h={40} wrap="nowrap">
                  <img src="/giliran.svg" alt="" width={26} height={26} />
                  Giliran
                </Group>
              </Anchor>
              <Group component="nav" gap={4} wrap="nowrap" aria-label={t('app.places')}>
                <PlaceLinks user={user} />
              </Group>
            </Group>
            <Group gap={4} wrap="nowrap">
              {!user.mustChangePassword && !user.mustEnrolSecondFactor && <NotificationBell user={user} />}
              <AccountMenu user={user} />
            </Group>
          </Group>
        </Container>
      </header>
      <OfflineBanner />
      {hasEnded ? (
        <Suspense>
          <SignInAgain user={user} />
        </Suspense>
      ) : (
        <LiveEvents />
      )}
      <Container component="main" id="content" size="xl" py="lg" tabIndex={-1}>
        {children}
      </Container>
      {(user.role === 'agent' || user.role === 'supervisor') && (
        <Suspense>
          <StaffKeys />
        </Suspense>
      )}
      <nav className="bottom-bar" aria-label={t('app.placesBelow')}>
        <PlaceLinks user={user} />
      </nav>
    </>
  );
}
