import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Whether something is still offered; nothing that refers to it is lost by switching it off. */
export function ActiveField({ value, onChange }: { value: boolean; onChange: (active: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <Switch
      size="md"
      label={t('admin.field.active')}
      description={t('admin.activeHint')}
      checked={value}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
