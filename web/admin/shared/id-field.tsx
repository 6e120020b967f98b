import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface IdFieldProps {
  /** Where people know the id by another name. */
  label?: string;
  hint?: string;
  value: string;
  error: string | undefined;
  onChange: (id: string) => void;
  placeholder: string;
}

/** By what something is named for good; asked only once. */
export function IdField({ label, hint, value, error, onChange, placeholder }: IdFieldProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={label ?? t('admin.field.id')}
      description={hint ?? t('admin.idHint')}
      placeholder={placeholder}
      autoCapitalize="none"
      spellCheck={false}
      autoComplete="off"
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value.trim().toLowerCase())}
    />
  );
}
