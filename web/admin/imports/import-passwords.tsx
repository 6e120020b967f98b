import { Button, Code, Stack, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportResult } from './import-table.ts';

type Passwords = NonNullable<ImportResult['passwords']>;

/** Saves a text as a file, from the page itself: what is secret goes nowhere else. */
function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** One-time passwords of new people; they are shown this once. */
export function ImportPasswords({ passwords }: { passwords: Passwords }) {
  const { t } = useTranslation();
  const lines = passwords.map(({ id, oneTimePassword }) => `${id},${oneTimePassword}`);
  return (
    <Stack gap="sm" w="100%">
      <Text>{t('admin.imports.passwords')}</Text>
      <Button
        w="fit-content"
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => save('kata-sandi-sekali-pakai.csv', ['id,oneTimePassword', ...lines, ''].join('\n'))}
      >
        {t('admin.imports.savePasswords')}
      </Button>
      <Table.ScrollContainer type="native" minWidth={320} mah={320} tabIndex={0}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('admin.field.id')}</Table.Th>
              <Table.Th>{t('admin.imports.password')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {passwords.map(({ id, oneTimePassword }) => (
              <Table.Tr key={id}>
                <Table.Td>{id}</Table.Td>
                <Table.Td>
                  <Code>{oneTimePassword}</Code>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
