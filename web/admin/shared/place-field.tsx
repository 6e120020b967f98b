import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { choicesOf, type Row } from './row-choices.ts';

interface PlaceFieldProps {
  field: 'officeId' | 'deskId';
  hint?: string | undefined;
  /** All that there are; only those in use are offered. */
  rows: readonly Row[];
  value: string;
  error: string | undefined;
  onChange: (id: string) => void;
}

/** Which office or desk something belongs to. */
export function PlaceField({ field, hint, rows, value, error, onChange }: PlaceFieldProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t(`admin.field.${field}`)}
      description={hint}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={choicesOf(rows, value, t('admin.choose'))}
    />
  );
}
