import { Alert, Button, Stack } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Complaint } from '../api/client.ts';
import type { PageProps } from '../shared/page-props.ts';
import { ConversationLog } from '../conversation/conversation-log.tsx';
import { MessageComposer } from '../conversation/message-composer.tsx';
import { useConversation } from '../conversation/use-conversation.ts';
import { hasEnded } from './case-phase.ts';
import { Loading } from '../shared/loading-state.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { CaseFacts } from './case-facts.tsx';
import { MyCaseStatus } from './my-case-status.tsx';
import { useComplaint } from './use-complaint.ts';
import './my-case.css';

/** One case of the submitter's own, as a conversation with the desk. */
export default function MyCasePage({ params }: PageProps) {
  const { t } = useTranslation();
  const id = params['id'] ?? '';
  const { data: complaint, error, refetch } = useComplaint(id);
  if (complaint) return <MyCase key={complaint.id} complaint={complaint} askedFor={id} />;
  return (
    <Page title={t('place.mine')}>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {error ? (
        <Button component={Link} href="/complaints" variant="default" w="fit-content">
          {t('myCase.back')}
        </Button>
      ) : (
        <Loading />
      )}
    </Page>
  );
}

/** `askedFor` is the id or number of a case that may have been merged into this one. */
function MyCase({ complaint, askedFor }: { complaint: Complaint; askedFor: string }) {
  const { t } = useTranslation();
  const status = useRef<HTMLDivElement>(null);
  const isOther = askedFor !== complaint.id && askedFor !== complaint.number;
  const { items, error, refetch } = useConversation(complaint, isOther ? [askedFor] : []);
  return (
    <Page title={complaint.title}>
      <div className="my-case">
        <Stack gap="lg" className="my-case-course">
          {isOther && <Alert variant="light">{t('myCase.merged', { number: complaint.number })}</Alert>}
          <MyCaseStatus complaint={complaint} items={items ?? []} focusRef={status} />
          <ProblemAlert error={error} retry={refetch} />
          {items ? <ConversationLog items={items} /> : !error && <Loading lines={3} />}
          {!hasEnded(complaint) && <MessageComposer complaintId={complaint.id} kind="reply" />}
        </Stack>
        <CaseFacts complaint={complaint} onWithdrawn={() => status.current?.focus()} />
      </div>
    </Page>
  );
}
