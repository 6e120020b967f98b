import { Alert, Button, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useKeptFocus } from '../../shared/use-kept-focus.ts';
import { lineText } from './csv-text.ts';
import type { ImportResult } from './import-table.ts';
import { ImportPasswords } from './import-passwords.tsx';

interface ImportOutcomeProps {
  result: ImportResult;
  csv: string;
  pending: boolean;
  onImport: () => void;
}

/** What a table would do or has done; of each line that is wrong, where and why. */
export function ImportOutcome({ result, csv, pending, onImport }: ImportOutcomeProps) {
  const { t } = useTranslation();
  const button = useKeptFocus(pending);
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
        <Table.ScrollContainer type="native" minWidth={520} tabIndex={0} aria-label={t('admin.imports.wrongLines')}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('admin.imports.line')}</Table.Th>
                <Table.Th>{t('admin.imports.column')}</Table.Th>
                <Table.Th>{t('admin.imports.fault')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {errors.map(({ line, column, detail }, index) => (
                <Table.Tr key={index}>
                  <Table.Td>{line}</Table.Td>
                  <Table.Td>{column || t('admin.imports.wholeLine')}</Table.Td>
                  <Table.Td>
                    {detail}
                    <Text size="sm" c="dimmed">
                      {lineText(csv, line)}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Stack>
    );
  }
  const isEmpty = created + updated === 0;
  return (
    <Stack gap="sm" align="flex-start">
      <Alert color={applied ? 'green' : 'blue'} role="status" w="100%" title={t(title(applied, isEmpty))}>
        {counts}
      </Alert>
      {!applied && !isEmpty && (
        <Button ref={button} loading={pending} onClick={onImport}>
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
