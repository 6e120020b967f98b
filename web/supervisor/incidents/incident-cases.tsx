import { Paper, Stack, Text, TextInput, Title, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Complaint } from '../../api/client.ts';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { IncidentCaseRow } from './incident-case-row.tsx';
import { useIncidentOrder, useLinkable, type Incident } from './incident-queries.ts';
import classes from './incidents.module.css';

/** The cases that wait with the incident, and others that may belong to it. */
export function IncidentCases({ incident, cases }: { incident: Incident; cases: Complaint[] }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const order = useIncidentOrder();
  const isOpen = incident.status === 'open';
  const version = incident.version ?? 0;
  const act = (name: 'link' | 'unlink', { id: complaintId, number }: Complaint) =>
    order.mutate(
      { name, id: incident.id, version, complaintId },
      {
        onSuccess: () => {
          setSaid(t(`incident.cases.${name}ed`, { number }));
          // The row, and its button, go to the other list.
          (name === 'link' ? search : heading).current?.focus();
        },
      },
    );
  const pendingId = order.isPending && 'complaintId' in order.variables ? order.variables.complaintId : null;
  return (
    <>
      <Paper withBorder p="lg" component="section" aria-labelledby="incident-cases">
        <Stack gap="sm">
          <Title order={2} id="incident-cases" ref={heading} tabIndex={-1} className="page-title">
            {t('incident.cases.title', { count: incident.caseCount })}
          </Title>
          {incident.caseCount === 0 && <Text c="dimmed">{t('incident.cases.none')}</Text>}
          {cases.length > 0 && (
            <ul className={classes.list} aria-labelledby="incident-cases">
              {cases.map((complaint) => (
                <IncidentCaseRow
                  key={complaint.id}
                  complaint={complaint}
                  action={isOpen ? 'unlink' : null}
                  isPending={pendingId === complaint.id}
                  onAction={() => act('unlink', complaint)}
                />
              ))}
            </ul>
          )}
          <ProblemAlert error={order.error} />
          <VisuallyHidden role="status">{said}</VisuallyHidden>
        </Stack>
      </Paper>
      {isOpen && (
        <LinkableCases
          incident={incident}
          pendingId={pendingId}
          onLink={(complaint) => act('link', complaint)}
          search={search}
        />
      )}
    </>
  );
}

interface LinkableCasesProps {
  incident: Incident;
  pendingId: string | null;
  onLink: (complaint: Complaint) => void;
  search: Ref<HTMLInputElement>;
}

function LinkableCases({ incident, pendingId, onLink, search }: LinkableCasesProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), 300);
  const { data: cases, error } = useLinkable(incident, q);
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="incident-linkable">
      <Stack gap="sm">
        <Title order={2} id="incident-linkable">
          {t('incident.linkable.title')}
        </Title>
        <TextInput
          ref={search}
          type="search"
          label={t('incident.linkable.search')}
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Text c="dimmed" role="status">
          {cases?.length === 0
            ? t(q === '' ? 'incident.linkable.noSuggestions' : 'incident.linkable.noneFound')
            : q === '' && t('incident.linkable.suggestions')}
        </Text>
        <ProblemAlert error={error} />
        {cases && cases.length > 0 && (
          <ul className={classes.list} aria-labelledby="incident-linkable">
            {cases.map((complaint) => (
              <IncidentCaseRow
                key={complaint.id}
                complaint={complaint}
                action="link"
                isPending={pendingId === complaint.id}
                onAction={() => onLink(complaint)}
              />
            ))}
          </ul>
        )}
      </Stack>
    </Paper>
  );
}
