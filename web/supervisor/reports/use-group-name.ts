import { useTranslation } from 'react-i18next';

/** The name of an office, a system or an agent in a report; by agent, one group is of nobody. */
export function useGroupName() {
  const { t } = useTranslation();
  return ({ id, name }: { id: string | null; name: string | null }) => name ?? id ?? t('figures.group.nobody');
}
