import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problem.ts';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import classes from '../admin.module.css';
import { ChangeList } from './change-list.tsx';
import type { SetupForm } from './use-setup-form.ts';

interface SetupFormCardProps {
  form: Pick<SetupForm<object>, 'submit' | 'pending' | 'error' | 'saved' | 'dirty' | 'isNew' | 'missed'>;
  /** Of something new; otherwise it says to save. */
  createLabel: string;
  children: ReactNode;
}

/** The form of whatever is set up: its fields, what came of saving it, and the one button. */
export function SetupFormCard({ form, createLabel, children }: SetupFormCardProps) {
  const { t } = useTranslation();
  const body = useRef<HTMLFormElement>(null);
  const { error, isNew, missed, pending } = form;
  useEffect(() => {
    // Where something is wrong is where one goes on.
    if (isProblem(error)) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    form.submit();
  };
  return (
    <form ref={body} onSubmit={submit} noValidate>
      <Stack gap="lg">
        {children}
        <div className={classes.saveBar} data-dirty={form.dirty || undefined}>
          <Stack gap="sm">
            <ProblemAlert error={error} />
            {missed.length > 0 && (
              <Alert color="yellow" title={t('admin.missed.title')}>
                <Stack gap="xs">
                  <ChangeList changes={missed} />
                  <Text size="sm">{t('admin.missed.stillYours')}</Text>
                </Stack>
              </Alert>
            )}
            <Group gap="md">
              <Button type="submit" loading={pending}>
                {isNew ? createLabel : t('admin.save')}
              </Button>
              <Text role="status" c="dimmed">
                {form.saved && !form.dirty ? t('admin.saved') : ''}
                {form.dirty && !isNew ? t('admin.unsaved') : ''}
              </Text>
            </Group>
          </Stack>
        </div>
      </Stack>
    </form>
  );
}
