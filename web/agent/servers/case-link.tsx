import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isProblem } from '../../api/problem.ts';
import { useComplaint } from '../../complaints/use-complaint.ts';

/** A case of which only the id is known, by its number; of another desk it stays unnamed. */
export function CaseLink({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error } = useComplaint(id);
  if (isProblem(error, 'not_found')) return t('servers.otherDesk');
  return (
    <Anchor component={Link} underline="always" style={{ whiteSpace: 'nowrap' }} href={`/cases/${data?.number ?? id}`}>
      {data?.number ?? t('servers.openCase')}
    </Anchor>
  );
}
