import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../agent/form-dialog.tsx';
import type { Complaint } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { useIncidentOrder, type Incident } from './incident-queries.ts';

interface ResolveIncidentProps {
  incident: Incident;
  cases: Complaint[];
  opened: boolean;
  onClose: () => void;
}

/** One text for everybody who waits. */
export function ResolveIncident({ incident, cases, opened, onClose }: ResolveIncidentProps) {
  const { t } = useTranslation();
  const [resolution, setResolution] = useState('');
  const order = useIncidentOrder();
  const reporters = new Set(cases.flatMap(({ reports = [] }) => reports.map(({ submitter }) => submitter.id)));
  return (
    <FormDialog
      title={t('incident.resolve.title')}
      opened={opened}
      onClose={onClose}
      onSubmit={() => order.mutate({ name: 'resolve', id: incident.id, resolution }, { onSuccess: onClose })}
      submitLabel={t('incident.resolve.submit')}
      pending={order.isPending}
      error={order.error}
    >
      <Text>
        {t('incident.resolve.cases', { count: incident.caseCount })}{' '}
        {reporters.size > 0 && t('incident.resolve.reporters', { count: reporters.size })}
      </Text>
      <Textarea
        data-autofocus
        label={t('incident.resolve.label')}
        required
        withAsterisk={false}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={10_000}
        value={resolution}
        error={isProblem(order.error) ? order.error.faultOf('resolution') : undefined}
        onChange={(event) => setResolution(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
