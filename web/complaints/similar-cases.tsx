import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Complaint } from '../api/client.ts';
import { keys } from '../api/query-keys.ts';
import type { Change } from '../conversation/use-draft.ts';
import { useStatusSentence } from '../shared/status-sentence.ts';
import { Moment } from '../shared/moment.tsx';
import { isTelling, sendingOf, type SendFields } from './send-draft.ts';

const pauseMs = 600;

function useSimilar(fields: SendFields) {
  const { systemId, title, category, description } = sendingOf(fields).body;
  // The API takes nothing blank; what is not said yet adds no words of its own.
  const [words] = useDebouncedValue(
    JSON.stringify({ systemId, title, category: category || '-', description }),
    pauseMs,
  );
  return useQuery({
    queryKey: [...keys.similar, words],
    queryFn: () =>
      answer(api.POST('/v1/complaints/similar', { body: JSON.parse(words) as ReturnType<typeof sendingOf>['body'] })),
    enabled: isTelling(JSON.parse(words) as SendFields) && isTelling(fields),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    // A help, never in the way: without it one sends all the same.
    retry: false,
  });
}

interface SimilarCasesProps {
  fields: SendFields;
  change: Change<SendFields>;
  /** As many as there is room for. */
  most: number;
}

/** Open cases of the office that may be the same problem, while one still writes. Whether one is, the sender decides. */
export function SimilarCases({ fields, change, most }: SimilarCasesProps) {
  const { t } = useTranslation();
  const { data } = useSimilar(fields);
  const { differentFrom, incident, sameAs } = fields;
  const found = isTelling(fields) && !incident ? (data?.items ?? []) : [];
  const complaints = found.map(({ complaint }) => complaint).filter(({ id }) => !differentFrom.includes(id));
  const shown = sameAs ? complaints.filter(({ id }) => id === sameAs.id) : complaints.slice(0, most);
  const choose = ({ id, number, category }: Complaint) => change({ sameAs: { id, number, category } });
  const refuse = () =>
    change((before) => ({
      sameAs: null,
      differentFrom: [...before.differentFrom, ...shown.map(({ id }) => id)],
    }));
  return (
    <div>
      <VisuallyHidden role="status">
        {sameAs
          ? t('send.similar.chosen', { number: sameAs.number })
          : shown.length > 0
            ? t('send.similar.found', { number: shown.length })
            : ''}
      </VisuallyHidden>
      {(shown.length > 0 || sameAs) && (
        <section className="similar-cases" aria-label={t('send.similar.title')}>
          <Stack gap="sm">
            <Text fw={600}>
              {sameAs ? t('send.similar.chosen', { number: sameAs.number }) : t('send.similar.title')}
            </Text>
            <ul className="similar-list">
              {shown.map((complaint) => (
                <SimilarCase
                  key={complaint.id}
                  complaint={complaint}
                  {...(sameAs ? {} : { choose: () => choose(complaint) })}
                />
              ))}
            </ul>
            <Group gap="xs">
              <Button size="sm" variant="subtle" px="xs" onClick={sameAs ? () => change({ sameAs: null }) : refuse}>
                {t(sameAs ? 'send.similar.undo' : 'send.similar.different')}
              </Button>
            </Group>
          </Stack>
        </section>
      )}
    </div>
  );
}

function SimilarCase({ complaint, choose }: { complaint: Complaint; choose?: () => void }) {
  const { t } = useTranslation();
  const sentence = useStatusSentence(complaint);
  const { createdAt, number, system, title } = complaint;
  return (
    <li className="similar-case">
      <div>
        <Text fw={600}>{title}</Text>
        <Text size="sm">{sentence}</Text>
        <Text size="sm" c="dimmed">
          {number} · {system.name} · {t('send.similar.since')} <Moment at={createdAt} />
        </Text>
      </div>
      {choose && (
        <Button size="sm" variant="default" onClick={choose} aria-label={t('send.similar.sameAs', { number })}>
          {t('send.similar.same')}
        </Button>
      )}
    </li>
  );
}
