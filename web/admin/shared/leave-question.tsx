import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { guardLeaving, leaveUnasked } from '../../shared/leave-guard.ts';

/** While something typed is not saved: asks before one goes elsewhere, by link, by going back, or by closing the page. */
export function LeaveQuestion({ dirty }: { dirty: boolean }) {
  const { t } = useTranslation();
  const [leave, setLeave] = useState<(() => void) | null>(null);
  useEffect(() => (dirty ? guardLeaving((go) => setLeave(() => go)) : undefined), [dirty]);
  const stay = () => setLeave(null);
  return (
    <Modal.Root opened={leave !== null} onClose={stay} transitionProps={{ duration: 120 }}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body p="lg">
          <Stack>
            <Modal.Title fw={650} fz="lg">
              {t('admin.leave.title')}
            </Modal.Title>
            <Text>{t('admin.leave.text')}</Text>
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={() => leave && leaveUnasked(leave)}>
                {t('admin.leave.leave')}
              </Button>
              <Button data-autofocus onClick={stay}>
                {t('admin.leave.stay')}
              </Button>
            </Group>
          </Stack>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
