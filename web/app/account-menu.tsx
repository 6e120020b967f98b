import { Button, Divider, NavLink, useMantineColorScheme } from '@mantine/core';
import { IconChevronDown, IconLanguage, IconLogout, IconMoon, IconSun, IconUser } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { User } from '../api/client.ts';
import { signOut } from '../session/session.ts';
import { speak, spokenLanguage } from '../text/language.ts';

/** Who one is, and what one may want to be otherwise. The browser's own popover: it costs the first page nothing. */
export function AccountMenu({ user }: { user: User }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { setColorScheme } = useMantineColorScheme();
  const panel = useRef<HTMLDivElement>(null);
  const dark = document.documentElement.dataset['mantineColorScheme'] === 'dark';
  const other = spokenLanguage() === 'id' ? 'en' : 'id';
  const choose = (act: () => unknown) => () => {
    panel.current?.hidePopover();
    void act();
  };
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        c="var(--mantine-color-text)"
        rightSection={<IconChevronDown size={14} aria-hidden />}
        popoverTarget="account-menu"
      >
        {user.name}
      </Button>
      <div id="account-menu" popover="auto" ref={panel} className="top-popover">
        <NavLink
          component="button"
          label={t('account.title')}
          leftSection={<IconUser size={16} aria-hidden />}
          onClick={choose(() => go('/account'))}
        />
        <NavLink
          component="button"
          lang={other}
          label={t('account.otherLanguage')}
          leftSection={<IconLanguage size={16} aria-hidden />}
          onClick={choose(() => speak(other))}
        />
        <NavLink
          component="button"
          label={t(dark ? 'account.light' : 'account.dark')}
          leftSection={dark ? <IconSun size={16} aria-hidden /> : <IconMoon size={16} aria-hidden />}
          onClick={choose(() => setColorScheme(dark ? 'light' : 'dark'))}
        />
        <Divider my={4} />
        <NavLink
          component="button"
          label={t('account.signOut')}
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={choose(signOut)}
        />
      </div>
    </>
  );
}
