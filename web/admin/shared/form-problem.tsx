import { Alert, List, Stack, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problem.ts';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { ChangeList } from './change-list.tsx';
import type { FieldChange } from './changed-fields.ts';
import { useFieldWords } from './use-field-words.ts';

/** Why something was not saved: what somebody else has changed, which fields are not right, or what else went wrong. */
export function FormProblem({ error, missed }: { error: unknown; missed: FieldChange[] }) {
  const { t } = useTranslation();
  const { labelOf } = useFieldWords();
  const faults = isProblem(error) ? (error.facts.errors ?? []) : [];
  if (missed.length > 0) {
    return (
      <Alert color="yellow" role="alert" title={t('admin.missed.title')}>
        <Stack gap="xs">
          <ChangeList changes={missed} />
          <Text size="sm">{t('admin.missed.stillYours')}</Text>
        </Stack>
      </Alert>
    );
  }
  if (faults.length === 0) return <ProblemAlert error={error} />;
  /** The innermost part of where it is that has a name. */
  const nameOf = (pointer: string) =>
    pointer
      .split('/')
      .map(labelOf)
      .findLast((label) => label !== null);
  return (
    <Alert color="red" role="alert" icon={<IconAlertCircle aria-hidden />} title={t('admin.checkFields')}>
      <List size="sm" spacing={4}>
        {faults.map(({ pointer, detail }) => (
          <List.Item key={pointer + detail}>{[nameOf(pointer), detail].filter(Boolean).join(': ')}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
