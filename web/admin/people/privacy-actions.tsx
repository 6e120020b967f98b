import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { Account } from '../setup-queries.ts';
import { ConsequenceButton } from '../shared/consequence-button.tsx';
import { ItemAction } from '../shared/item-actions.tsx';

/** What a person may ask for: to see what is kept about them, and, once they have left, to be forgotten. */
export function PrivacyActions({ person: { active, id, name } }: { person: Account }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <>
      <ItemAction text={t('admin.people.personalData.hint')}>
        <Button
          component="a"
          variant="default"
          href={`/v1/users/${encodeURIComponent(id)}/personal-data`}
          download={`${id}.json`}
        >
          {t('admin.people.personalData.button')}
        </Button>
      </ItemAction>
      {!active && (
        <ItemAction text={t('admin.people.anonymise.hint')}>
          <ConsequenceButton
            hurts
            label={t('admin.people.anonymise.button')}
            title={t('admin.people.anonymise.title', { name })}
            consequences={[
              t('admin.people.anonymise.name'),
              t('admin.people.anonymise.words'),
              t('admin.people.anonymise.kept'),
            ]}
            act={() => answer(api.POST('/v1/users/{id}/anonymise', { params: { path: { id } }, body: { reason } }))}
          >
            <Textarea
              required
              label={t('admin.people.anonymise.reason')}
              description={t('admin.people.anonymise.reasonHint')}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </ConsequenceButton>
        </ItemAction>
      )}
    </>
  );
}
