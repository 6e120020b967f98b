import { Alert, Group, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Complaint } from '../../api/client.ts';
import { StatusBadge } from '../../shared/case-status.tsx';
import { useStatusSentence } from '../../shared/status-sentence.ts';
import { Page } from '../../shared/page.tsx';
import { TimeLeft } from '../case-list/time-left.tsx';
import { CaseActions } from './case-actions.tsx';
import { CaseConversation, type MessageKind } from './case-conversation.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseReports } from './case-reports.tsx';
import { useKeys } from '../keyboard/use-keys.ts';
import { IncidentPanel } from '../incident/incident-panel.tsx';
import { OthersHere } from '../presence/others-here.tsx';
import { ServerPanels } from '../servers/server-panel.tsx';
import classes from './case.module.css';

/** A case as staff see it. `askedFor`: what stands in the address; of a merged case that is another than what is shown. */
export function CaseView({ complaint, askedFor }: { complaint: Complaint; askedFor: string }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<MessageKind>('reply');
  const composer = useRef<HTMLDivElement>(null);
  const write = (what: MessageKind) => {
    setKind(what);
    composer.current?.querySelector('textarea')?.focus();
  };
  useKeys({ r: () => write('reply'), n: () => write('note') });
  const isSurvivor = askedFor !== complaint.id && askedFor !== complaint.number;
  return (
    <Page title={complaint.title} aside={<TimeLeft complaint={complaint} />}>
      <Stack gap="md">
        {isSurvivor && <Alert color="blue">{t('agentCase.mergedHere', { number: complaint.number })}</Alert>}
        <Group gap="sm">
          <StatusBadge status={complaint.status} />
          <Text role="status">{useStatusSentence(complaint)}</Text>
          <OthersHere caseId={complaint.id} />
        </Group>
        <CaseActions complaint={complaint} />
      </Stack>
      <div className={classes.grid}>
        <CaseConversation complaint={complaint} kind={kind} onKind={setKind} composer={composer} />
        <Stack gap="lg">
          <CaseFacts complaint={complaint} />
          <IncidentPanel complaint={complaint} />
          <ServerPanels complaint={complaint} />
          <CaseReports complaint={complaint} />
        </Stack>
      </div>
    </Page>
  );
}
