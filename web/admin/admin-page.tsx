import type { ComponentType } from 'react';
import type { PageProps } from '../shared/page-props.ts';
import { AdminHome } from './admin-home.tsx';
import { AuditPage } from './audit/audit-page.tsx';
import { DeskList } from './desks/desk-list.tsx';
import { DeskPage } from './desks/desk-page.tsx';
import { ImportPage } from './imports/import-page.tsx';
import { MailPage } from './mail/mail-page.tsx';
import { OfficeList } from './offices/office-list.tsx';
import { OfficePage } from './offices/office-page.tsx';
import { PersonList } from './people/person-list.tsx';
import { PersonPage } from './people/person-page.tsx';
import { SectionFrame } from './section-frame.tsx';
import { isSection, type Section } from './sections.ts';
import { ServerList } from './servers/server-list.tsx';
import { ServerPage } from './servers/server-page.tsx';
import { SystemList } from './systems/system-list.tsx';
import { SystemPage } from './systems/system-page.tsx';
import { WebhookList } from './webhooks/webhook-list.tsx';
import { WebhookPage } from './webhooks/webhook-page.tsx';

const lists: Record<Section, ComponentType> = {
  desks: DeskList,
  offices: OfficeList,
  servers: ServerList,
  systems: SystemList,
  people: PersonList,
  imports: ImportPage,
  mail: MailPage,
  webhooks: WebhookList,
  audit: AuditPage,
};

const items: Partial<Record<Section, ComponentType<{ id: string }>>> = {
  desks: DeskPage,
  offices: OfficePage,
  servers: ServerPage,
  systems: SystemPage,
  people: PersonPage,
  webhooks: WebhookPage,
};

/** Everything that is set up, one section at a time: its list, and one of the list. */
export default function AdminPage({ params: { section, id } }: PageProps) {
  if (!isSection(section)) return <AdminHome />;
  const List = lists[section];
  const Item = items[section];
  const isItem = id !== undefined && Item !== undefined;
  return (
    <SectionFrame section={section} isFirst={!isItem}>
      {isItem ? <Item key={id} id={id} /> : <List key={section} />}
    </SectionFrame>
  );
}
