import { Anchor, Button, Group, List, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconFileUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../api/query-keys.ts';
import { Page } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { forTheService, tableFile } from './csv-text.ts';
import { ImportOutcome } from './import-outcome.tsx';
import { importTable, tableKinds, type TableKind } from './import-table.ts';
import { saveFile } from './save-file.ts';
import { useTableWords } from './use-table-words.ts';

interface ChosenFile {
  name: string;
  text: string;
}

/** A table of the set-up in and out: first what it would do, then, when it is right, doing it. */
export function ImportPage() {
  const { t } = useTranslation();
  const { columnNames, sample, words } = useTableWords();
  const client = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<TableKind>('offices');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const run = useMutation({
    mutationFn: ({ chosen, dryRun, of }: { chosen: ChosenFile; dryRun: boolean; of: TableKind }) =>
      importTable(of, forTheService(chosen.text, words), dryRun),
    onSuccess: ({ applied }) => (applied ? client.invalidateQueries({ queryKey: keys.setup }) : undefined),
  });
  const check = async (chosen: File | undefined) => {
    if (!chosen) return;
    const read = { name: chosen.name, text: await chosen.text() };
    setFile(read);
    run.mutate({ chosen: read, dryRun: true, of: kind });
  };
  const choose = (next: TableKind) => {
    setKind(next);
    setFile(null);
    run.reset();
  };
  return (
    <Page title={t('admin.section.imports')}>
      <Stack gap="lg" maw={860}>
        <Paper withBorder p="lg" component="section">
          <Stack>
            <Title order={2}>{t('admin.imports.in')}</Title>
            <NativeSelect
              label={t('admin.imports.what')}
              w={{ base: '100%', sm: 320 }}
              value={kind}
              onChange={(event) => choose(event.currentTarget.value as TableKind)}
              data={tableKinds.map((each) => ({ value: each, label: t(`admin.imports.kind.${each}`) }))}
            />
            <div>
              <Text size="sm">
                {t('admin.imports.columns')} <b>{columnNames(kind).join(', ')}</b>
              </Text>
              <Text size="sm" c="dimmed">
                {t('admin.imports.columnsHint')}
              </Text>
              <Button
                variant="subtle"
                size="compact-sm"
                ml={-8}
                mt={4}
                leftSection={<IconDownload size={16} aria-hidden />}
                onClick={() => saveFile(`${kind}.csv`, tableFile(sample(kind)))}
              >
                {t('admin.imports.pattern')}
              </Button>
            </div>
            <input
              ref={picker}
              hidden
              type="file"
              accept=".csv,text/csv"
              aria-label={t('admin.imports.file')}
              onChange={({ currentTarget }) => {
                void check(currentTarget.files?.[0]);
                currentTarget.value = '';
              }}
            />
            <Group gap="sm">
              <Button
                variant={file && !run.error ? 'default' : 'filled'}
                leftSection={<IconFileUpload size={16} aria-hidden />}
                loading={run.isPending && run.variables.dryRun}
                onClick={() => picker.current?.click()}
              >
                {t(file ? 'admin.imports.other' : 'admin.imports.choose')}
              </Button>
              <Text size="sm" c="dimmed">
                {file ? file.name : t('admin.imports.dryRun')}
              </Text>
            </Group>
            <ProblemAlert error={run.error} />
            {run.data && file && (
              <ImportOutcome
                result={run.data}
                csv={file.text}
                pending={run.isPending}
                onImport={() => {
                  if (!run.isPending) run.mutate({ chosen: file, dryRun: false, of: kind });
                }}
              />
            )}
          </Stack>
        </Paper>
        <Paper withBorder p="lg" component="section">
          <Stack gap="sm">
            <Title order={2}>{t('admin.imports.out')}</Title>
            <Text size="sm" c="dimmed">
              {t('admin.imports.outHint')}
            </Text>
            <List spacing={6}>
              {tableKinds.map((each) => (
                <List.Item key={each}>
                  <Anchor href={`/v1/exports/${each}`} download={`${each}.csv`}>
                    {t('admin.imports.download', { what: t(`admin.imports.kind.${each}`) })}
                  </Anchor>
                </List.Item>
              ))}
            </List>
          </Stack>
        </Paper>
      </Stack>
    </Page>
  );
}
