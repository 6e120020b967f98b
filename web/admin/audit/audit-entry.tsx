import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { Moment } from '../../shared/moment.tsx';
import { changedFields } from '../shared/changed-fields.ts';
import { ChangeList } from '../shared/change-list.tsx';
import { useNames } from '../shared/use-names.ts';
import { useWebhooks } from '../webhooks/webhooks-query.ts';
import { actionOf } from './audit-kinds.ts';

type Entry = Schemas['AuditEntry'];

const textIn = (snapshot: Entry['before'], field: string): string => {
  const value = snapshot?.[field];
  return typeof value === 'string' ? value : '';
};

/** What an entry is about, as people call it. */
function useSubjectName() {
  const { t } = useTranslation();
  const names = useNames();
  const { data: webhooks = [] } = useWebhooks();
  return ({ kind, subjectId, before, after }: Entry): string => {
    const own = textIn(after, 'name') || textIn(before, 'name');
    if (own) return own;
    switch (kind) {
      case 'webhook':
        return textIn(after, 'url') || textIn(before, 'url');
      case 'webhookSecret':
        return webhooks.find(({ id }) => id === subjectId)?.url ?? '';
      case 'token':
        return names.person(textIn(after, 'userId'));
      case 'roster': {
        const [deskId = '', tier = 'tier-1'] = subjectId.split('/');
        return `${names.desk(deskId)}, ${t(`tier.${tier as 'tier-1'}`).toLocaleLowerCase()}`;
      }
      case 'user':
      case 'password':
      case 'secondFactor':
      case 'availability':
      case 'capacity':
      case 'mailTest':
      case 'personalData':
        return names.person(subjectId);
      default:
        return subjectId;
    }
  };
}

export function AuditEntry({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const names = useNames();
  const nameOf = useSubjectName();
  const { actorId, after, at, before, kind } = entry;
  const action = actionOf(entry);
  const who = actorId === 'command-line' ? t('admin.audit.commandLine') : names.person(actorId);
  return (
    <li>
      <Stack gap={4}>
        <Group justify="space-between" gap={4}>
          <Text fw={600}>
            {t(`admin.audit.kind.${kind}`)}
            {nameOf(entry) && `: ${nameOf(entry)}`}
          </Text>
          <Text size="sm" c="dimmed">
            <Moment at={at} />
          </Text>
        </Group>
        <Text size="sm" c="dimmed">
          {t(`admin.audit.action.${action}`, { who })}
        </Text>
        {action !== 'deleted' && <ChangeList changes={changedFields(before, after)} onlyAfter={before === null} />}
      </Stack>
    </li>
  );
}
