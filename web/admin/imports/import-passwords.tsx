import { Button, Code, Stack, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportResult } from './import-table.ts';
import { saveFile } from './save-file.ts';

type Passwords = NonNullable<ImportResult['passwords']>;

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
        onClick={() =>
          saveFile(
            'kata-sandi-sekali-pakai.csv',
            [`${t('admin.field.id')},${t('admin.imports.password')}`, ...lines, ''].join('\n'),
          )
        }
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
