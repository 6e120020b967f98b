import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { useKeptFocus } from '../shared/use-kept-focus.ts';

interface FormDialogProps {
  title: string;
  opened: boolean;
  /** What was typed is the caller's to keep. */
  onClose: () => void;
  onSubmit: () => void;
  submitLabel: string;
  pending: boolean;
  error?: unknown;
  /** Beneath the error: what can be said about it. */
  explanation?: ReactNode;
  /** For what cannot be taken back. */
  color?: 'red' | undefined;
  children: ReactNode;
}

/** A question with its answer's form. While it is being sent it is not sent again; a failure leaves it as it is. */
export function FormDialog(props: FormDialogProps) {
  const { t } = useTranslation();
  const { title, opened, onClose, onSubmit, submitLabel, pending, error, explanation, color, children } = props;
  const button = useKeptFocus(pending);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Forms in portals belong to the forms around them, as far as React is concerned.
    event.stopPropagation();
    if (!pending) onSubmit();
  };
  return (
    <Modal.Root opened={opened} onClose={onClose} size="lg" transitionProps={{ duration: 120 }}>
      <Modal.Overlay />
      <Modal.Content>
        {/* Mantine's own header would be a second banner of the page. */}
        <Group justify="space-between" wrap="nowrap" px="lg" pt="lg" pb="xs">
          <Modal.Title fw={650} fz="lg" lh={1.3}>
            {title}
          </Modal.Title>
          <Modal.CloseButton aria-label={t('agentCase.close')} />
        </Group>
        <Modal.Body px="lg" pb="lg">
          <form onSubmit={submit}>
            <Stack>
              {children}
              <ProblemAlert error={error} />
              {explanation}
              <Group justify="flex-end" gap="sm">
                <Button variant="default" onClick={onClose}>
                  {t('agentCase.cancel')}
                </Button>
                <Button ref={button} type="submit" loading={pending} {...(color ? { color } : {})}>
                  {submitLabel}
                </Button>
              </Group>
            </Stack>
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
