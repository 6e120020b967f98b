import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { keys } from '../../api/query-keys.ts';
import { useUser } from '../../session/session.ts';
import type { Account } from '../setup-queries.ts';
import { ConsequenceButton } from '../shared/consequence-button.tsx';
import { DeleteLine } from '../shared/delete-action.tsx';
import { ItemAction, ItemActions } from '../shared/item-actions.tsx';
import { SecretOnce } from '../shared/secret-once.tsx';
import { PrivacyActions } from './privacy-actions.tsx';

/** How many open cases somebody has; undefined for who can have none. */
function useOpenCases({ id, deskId, role }: Account): number | undefined {
  const { data } = useQuery({
    queryKey: [...keys.desk, 'agents', deskId],
    enabled: role === 'agent' && deskId !== null,
    queryFn: async () => (await answer(api.GET('/v1/agents', { params: { query: { deskId: deskId ?? '' } } }))).items,
  });
  return data?.find((agent) => agent.id === id)?.openCases;
}

/** A forgotten password, a farewell, a return; each says what comes of it before it is done. */
export function PersonActions({ person }: { person: Account }) {
  const { t } = useTranslation();
  const { id: ownId } = useUser();
  const [password, setPassword] = useState('');
  const openCases = useOpenCases(person);
  const { active, id, name, role, version } = person;
  // Nobody shuts themselves out by accident.
  if (id === ownId) return null;
  const path = { id };
  const params = { path, header: { 'if-match': `"${version}"` } };
  const farewell = [
    t('admin.people.deactivate.access'),
    ...(role === 'agent' ? [t('admin.people.deactivate.rotation')] : []),
    ...(openCases ? [t('admin.people.deactivate.cases', { count: openCases })] : []),
    ...(role === 'submitter' ? [t('admin.people.deactivate.reports')] : []),
    t('admin.people.deactivate.kept'),
  ];
  return (
    <ItemActions changed={active}>
      {password !== '' && (
        <SecretOnce
          title={t('admin.people.oneTimePassword', { name })}
          text={t('admin.people.oneTimeText')}
          secret={password}
        />
      )}
      {active && (
        <>
          <ItemAction text={t('admin.people.reset.hint')}>
            <ConsequenceButton
              label={t('admin.people.reset.button')}
              title={t('admin.people.reset.title', { name })}
              consequences={[t('admin.people.reset.ends'), t('admin.people.reset.must')]}
              act={() => answer(api.POST('/v1/users/{id}/reset-password', { params: { path } }))}
              onDone={({ oneTimePassword }) => setPassword(oneTimePassword)}
            />
          </ItemAction>
          <ItemAction text={t('admin.people.resetFactor.hint')}>
            <ConsequenceButton
              label={t('admin.people.resetFactor.button')}
              title={t('admin.people.resetFactor.title', { name })}
              consequences={[t('admin.people.resetFactor.ends'), t('admin.people.resetFactor.then')]}
              act={() => answer(api.POST('/v1/users/{id}/reset-second-factor', { params: { path } }))}
            />
          </ItemAction>
          <ItemAction text={t('admin.people.deactivate.hint')}>
            <ConsequenceButton
              hurts
              label={t('admin.people.deactivate.button')}
              title={t('admin.people.deactivate.title', { name })}
              consequences={farewell}
              act={() => answer(api.POST('/v1/users/{id}/deactivate', { params }))}
            />
          </ItemAction>
        </>
      )}
      {!active && (
        <ItemAction text={t('admin.people.reactivate.hint')}>
          <ConsequenceButton
            label={t('admin.people.reactivate.button')}
            title={t('admin.people.reactivate.title', { name })}
            consequences={[
              t('admin.people.reactivate.access'),
              ...(role === 'agent' ? [t('admin.people.reactivate.rotation')] : []),
            ]}
            act={() => answer(api.POST('/v1/users/{id}/reactivate', { params }))}
          />
        </ItemAction>
      )}
      <PrivacyActions person={person} />
      <DeleteLine section="people" name={name} act={() => answer(api.DELETE('/v1/users/{id}', { params }))} />
    </ItemActions>
  );
}
