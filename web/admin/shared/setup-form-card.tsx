import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problem.ts';
import { useKeptFocus } from '../../shared/use-kept-focus.ts';
import classes from '../admin.module.css';
import { FormProblem } from './form-problem.tsx';
import { LeaveQuestion } from './leave-question.tsx';
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
  const { dirty, error, isNew, missed, pending, saved } = form;
  const button = useKeptFocus(pending);
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
        <LeaveQuestion dirty={dirty && !pending} />
        <FormProblem error={error} missed={missed} />
        <Group gap="md" className={classes.saveBar} mod={{ dirty }}>
          <Button ref={button} type="submit" loading={pending}>
            {isNew ? createLabel : t('admin.save')}
          </Button>
          <Text role="status" c="dimmed">
            {saved && !dirty && !isNew ? t('admin.saved') : ''}
            {dirty && !isNew ? t('admin.unsaved') : ''}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
