import { Button, Container } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { KeysHelp } from './keys-help.tsx';
import { useKeyListener } from './key-listener.ts';
import { useKeysOn } from './keys-setting.ts';
import { useKeys } from './use-keys.ts';

/** The keys that lead through the application, and where one learns of all of them. */
export default function StaffKeys() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [opened, setOpened] = useState(false);
  useKeyListener(useKeysOn());
  useKeys({
    // An agent's is the inbox, a supervisor's the board.
    'g i': () => go('/'),
    'g c': () => go('/cases'),
    'g s': () => go('/servers'),
    '?': () => setOpened(true),
  });
  return (
    <Container component="footer" size="xl" pb="md" visibleFrom="sm">
      <Button
        variant="subtle"
        color="gray"
        c="dimmed"
        size="compact-sm"
        leftSection={<IconKeyboard size={16} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        {t('keyboard.title')}
      </Button>
      <KeysHelp opened={opened} onClose={() => setOpened(false)} />
    </Container>
  );
}
