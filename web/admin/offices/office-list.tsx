import { useServers, useOffices } from '../setup-queries.ts';
import { useTranslation } from 'react-i18next';
import { SetupList } from '../shared/setup-list.tsx';

export function OfficeList() {
  const { t } = useTranslation();
  const { data: servers = [] } = useServers();
  return (
    <SetupList
      section="offices"
      query={useOffices()}
      itemOf={({ id, name, active }) => {
        const count = servers.filter((server) => server.officeId === id && server.active).length;
        return { id, name, active, facts: [id, t('admin.offices.servers', { count })] };
      }}
    />
  );
}
