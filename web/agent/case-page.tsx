import { Button, Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isProblem } from '../api/problem.ts';
import type { PageProps } from '../shared/page-props.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { Loading } from '../shared/loading-state.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { useComplaint } from '../complaints/use-complaint.ts';
import { CaseView } from './case/case-view.tsx';

/** One case, for whoever of the staff works on it or watches over it. */
export default function CasePage({ params }: PageProps) {
  const { t } = useTranslation();
  const id = params['id'] ?? '';
  const { data: complaint, error, refetch } = useComplaint(id);
  if (complaint) return <CaseView key={complaint.id} complaint={complaint} askedFor={id} />;
  const isNowhere = isProblem(error, 'not_found');
  return (
    <Page title={t('agentCase.title')}>
      {isNowhere && (
        <Paper withBorder p="lg">
          <EmptyState title={t('agentCase.nowhere.title')} text={t('agentCase.nowhere.text')}>
            <Button component={Link} href="/cases" variant="default">
              {t('agentCase.nowhere.toList')}
            </Button>
          </EmptyState>
        </Paper>
      )}
      {error && !isNowhere ? <ProblemAlert error={error} retry={() => void refetch()} /> : !error && <Loading />}
    </Page>
  );
}
