import { InputBase } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { keys } from '../api/query-keys.ts';
import { useUser } from '../session/session.ts';

function useOwnServers() {
  const id = useUser().officeId ?? '';
  return useQuery({
    queryKey: [...keys.setup, 'offices', id, 'servers'],
    queryFn: async () => (await answer(api.GET('/v1/offices/{id}', { params: { path: { id } } }))).office.servers ?? [],
    enabled: id !== '',
    staleTime: 300_000,
    // A help, never in the way: without it one sends all the same.
    retry: false,
  });
}

interface ServerFieldProps {
  value: string;
  error: string | undefined;
  onValue: (value: string) => void;
}

/** Which server of the own office it is about, if any. Offices without one are not asked. */
export function ServerField({ value, error, onValue }: ServerFieldProps) {
  const { t } = useTranslation();
  const { data: servers = [] } = useOwnServers();
  if (servers.length === 0) return null;
  return (
    <InputBase
      id="send-serverId"
      component="select"
      size="md"
      label={t('send.server')}
      description={t('send.serverHint')}
      value={value}
      error={error}
      onChange={(event) => onValue(event.currentTarget.value)}
      rightSection={<IconChevronDown size={18} aria-hidden />}
      rightSectionPointerEvents="none"
    >
      <option value="">{t('send.noServer')}</option>
      {servers.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </InputBase>
  );
}
