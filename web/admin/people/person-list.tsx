import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeople, type Account } from '../setup-queries.ts';
import { SetupList } from '../shared/setup-list.tsx';
import { useNames } from '../shared/use-names.ts';
import { roles } from './person-values.ts';

export function PersonList() {
  const { t } = useTranslation();
  const names = useNames();
  const people = usePeople();
  const [role, setRole] = useState('');
  const placeOf = ({ officeId, deskId }: Account) =>
    officeId ? names.office(officeId) : deskId ? names.desk(deskId) : '';
  const whatIs = (person: Account) => (person.tier ? ` ${t(`tier.${person.tier}`).toLocaleLowerCase()}` : '');
  return (
    <SetupList
      section="people"
      query={people}
      only={(person: Account) => role === '' || person.role === role}
      filter={
        <NativeSelect
          label={t('admin.field.role')}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value)}
          data={[
            { value: '', label: t('admin.people.allRoles') },
            ...roles.map((value) => ({ value, label: t(`role.${value}`) })),
          ]}
        />
      }
      itemOf={(person) => ({
        id: person.id,
        name: person.name,
        active: person.active,
        facts: [person.username, `${t(`role.${person.role}`)}${whatIs(person)}`, placeOf(person)],
      })}
    />
  );
}
