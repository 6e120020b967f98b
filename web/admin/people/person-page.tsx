import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newItem } from '../sections.ts';
import { usePeople } from '../setup-queries.ts';
import { ItemPage } from '../shared/item-page.tsx';
import { PersonActions } from './person-actions.tsx';
import { PersonForm } from './person-form.tsx';
import { PersonCreated, type NewPerson } from './person-created.tsx';

export function PersonPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const [created, setCreated] = useState<NewPerson | null>(null);
  return (
    <ItemPage
      section="people"
      id={id}
      query={usePeople()}
      subtitleOf={({ username }) => t('admin.people.usernameIs', { username })}
      titleOf={({ name, active }) => (active ? name : `${name} (${t('admin.inactive').toLocaleLowerCase()})`)}
    >
      {(person) =>
        created !== null && id === newItem ? (
          <PersonCreated person={created} onMore={() => setCreated(null)} />
        ) : (
          <>
            <PersonForm person={person} onCreated={setCreated} />
            {person && <PersonActions person={person} />}
          </>
        )
      }
    </ItemPage>
  );
}
