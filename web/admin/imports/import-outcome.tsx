import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../admin.module.css';
import { lineText } from './csv-text.ts';
import type { ImportResult } from './import-table.ts';
import { ImportPasswords } from './import-passwords.tsx';
import { useTableWords } from './use-table-words.ts';

interface ImportOutcomeProps {
  result: ImportResult;
  csv: string;
  pending: boolean;
  onImport: () => void;
}

/** What a table would do or has done; of each line that is wrong, where and why. */
export function ImportOutcome({ result, csv, pending, onImport }: ImportOutcomeProps) {
  const { t } = useTranslation();
  const { columnName } = useTableWords();
  const done = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone then.
  useEffect(() => {
    if (result.applied) done.current?.focus();
  }, [result.applied]);
  const { applied, created, errors, unchanged, updated, passwords = [] } = result;
  const counts = [
    t('admin.imports.created', { count: created }),
    t('admin.imports.updated', { count: updated }),
    t('admin.imports.unchanged', { count: unchanged }),
  ].join(', ');
  if (errors.length > 0) {
    return (
      <Stack gap="sm">
        <Alert color="red" role="alert" title={t('admin.imports.wrong', { count: errors.length })}>
          {t('admin.imports.wrongText')}
        </Alert>
        <ul className={classes.entries} aria-label={t('admin.imports.wrongLines')}>
          {errors.map(({ line, column, detail }, index) => (
            <li key={index}>
              <Text fw={600}>
                {column
                  ? t('admin.imports.place', { line, column: columnName(column) })
                  : t('admin.imports.line', { line })}
              </Text>
              <Text>{detail}</Text>
              <Code>{lineText(csv, line)}</Code>
            </li>
          ))}
        </ul>
      </Stack>
    );
  }
  const isEmpty = created + updated === 0;
  return (
    <Stack gap="sm" align="flex-start">
      <Alert
        ref={done}
        tabIndex={-1}
        color={applied ? 'green' : 'blue'}
        role="status"
        w="100%"
        title={t(title(applied, isEmpty))}
      >
        {counts}
      </Alert>
      {!applied && !isEmpty && (
        <Button loading={pending} onClick={onImport}>
          {t('admin.imports.now', { count: created + updated })}
        </Button>
      )}
      {passwords.length > 0 && <ImportPasswords passwords={passwords} />}
    </Stack>
  );
}

function title(applied: boolean, isEmpty: boolean) {
  if (applied) return 'admin.imports.done';
  return isEmpty ? 'admin.imports.nothing' : 'admin.imports.right';
}
