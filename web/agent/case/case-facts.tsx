import { Anchor, Paper, Stack, Title } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Complaint } from '../../api/client.ts';
import { Moment } from '../../shared/moment.tsx';
import classes from './case.module.css';

/** What is known about a case, besides what was said. */
export function CaseFacts({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const { agent, attempt, category, createdAt, number, office } = complaint;
  const { previousId, resolveBy, server, status, system, tier, workflow } = complaint;
  const facts: [string, ReactNode][] = [
    [t('agentCase.fact.number'), number],
    [t('agentCase.fact.office'), office.name],
    [t('agentCase.fact.system'), system.name],
    [t('agentCase.fact.server'), server?.name],
    [t('agentCase.fact.category'), category],
    [t('agentCase.fact.agent'), agent?.name ?? t('inbox.nobody')],
    [t('agentCase.fact.tier'), t('agentCase.fact.tierAndAttempt', { tier: t(`tier.${tier}`), attempt })],
    [t('agentCase.fact.received'), <Moment at={createdAt} />],
    // Else it stands beside the title.
    [t('agentCase.fact.resolveBy'), status === 'assigned' && resolveBy && <Moment at={resolveBy} />],
    [
      t('agentCase.fact.previous'),
      previousId && (
        <Anchor component={Link} href={`/cases/${previousId}`}>
          {t('agentCase.fact.openPrevious')}
        </Anchor>
      ),
    ],
  ];
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="case-facts">
      <Stack gap="sm">
        <Title order={2} id="case-facts">
          {t('agentCase.facts')}
        </Title>
        <dl className={classes.facts}>
          {facts.map(
            ([name, value]) =>
              value && (
                <div key={name} style={{ display: 'contents' }}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
        {workflow && (
          <Anchor href={workflow.url} target="_blank" rel="noreferrer" size="sm">
            {t('agentCase.workflow')} <IconExternalLink size={14} aria-hidden />
          </Anchor>
        )}
      </Stack>
    </Paper>
  );
}
