import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IdField } from './id-field.tsx';
import type { SetupForm } from './use-setup-form.ts';

interface BasicFieldsProps {
  form: Pick<SetupForm<{ id: string; name: string }>, 'values' | 'fault' | 'isNew'> & {
    set: (edits: { id?: string; name?: string }) => void;
  };
  /** An id as it could be. */
  exampleId: string;
}

/** What everything that is set up has: an id, which is asked for only once, and a name. */
export function BasicFields({ form: { fault, isNew, set, values }, exampleId }: BasicFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      {isNew && (
        <IdField value={values.id} error={fault('id')} placeholder={exampleId} onChange={(id) => set({ id })} />
      )}
      <TextInput
        label={t('admin.field.name')}
        value={values.name}
        error={fault('name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
    </>
  );
}
