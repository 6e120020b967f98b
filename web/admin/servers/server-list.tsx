import { useTranslation } from 'react-i18next';
import { useServers } from '../setup-queries.ts';
import { SetupList } from '../shared/setup-list.tsx';
import { useNames } from '../shared/use-names.ts';

export function ServerList() {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <SetupList
      section="servers"
      query={useServers()}
      itemOf={({ id, name, officeId, sessionLimit, address, active }) => ({
        ...{ id, name, active },
        facts: [names.office(officeId), t('admin.servers.limit', { count: sessionLimit }), address],
      })}
    />
  );
}
