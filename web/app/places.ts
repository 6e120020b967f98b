import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { User } from '../api/client.ts';
import type { PageProps } from '../shared/page-props.ts';
import { loadStaffTexts } from '../text/language.ts';
import type { PlaceIcon } from './place-icons.tsx';

type Role = User['role'];

/** One way through the application: who finds it, at which addresses, and whether it stands in the bar. */
interface Place {
  /** Those in the bar have a text under `place`. */
  name: 'send' | 'mine' | 'inbox' | 'cases' | 'servers' | 'board' | 'incidents' | 'reports' | 'admin';
  roles: readonly Role[];
  /** The first is where the bar leads. */
  routes: readonly string[];
  page: LazyExoticComponent<ComponentType<PageProps>>;
  icon?: PlaceIcon;
}

const staff: Role[] = ['agent', 'supervisor'];

/** A page of staff or administrators comes with their texts. */
function staffPage(load: () => Promise<{ default: ComponentType<PageProps> }>): Place['page'] {
  return lazy(async () => {
    const [page] = await Promise.all([load(), loadStaffTexts()]);
    return page;
  });
}

/** In the order of the bar; the first of a role is its home. */
const places: readonly Place[] = [
  {
    name: 'send',
    roles: ['submitter'],
    routes: ['/send'],
    page: lazy(() => import('../complaints/send-page.tsx')),
    icon: 'send',
  },
  {
    name: 'mine',
    roles: ['submitter'],
    routes: ['/complaints'],
    page: lazy(() => import('../complaints/mine-page.tsx')),
    icon: 'list',
  },
  {
    name: 'mine',
    roles: ['submitter'],
    routes: ['/complaints/:id'],
    page: lazy(() => import('../complaints/my-case-page.tsx')),
  },
  {
    name: 'board',
    roles: ['supervisor'],
    routes: ['/board'],
    page: staffPage(() => import('../supervisor/board-page.tsx')),
    icon: 'board',
  },
  {
    name: 'inbox',
    roles: ['agent'],
    routes: ['/inbox'],
    page: staffPage(() => import('../agent/inbox-page.tsx')),
    icon: 'inbox',
  },
  {
    name: 'cases',
    roles: staff,
    routes: ['/cases'],
    page: staffPage(() => import('../agent/cases-page.tsx')),
    icon: 'list',
  },
  {
    name: 'cases',
    roles: staff,
    routes: ['/cases/:id', '/complaints/:id'],
    page: staffPage(() => import('../agent/case-page.tsx')),
  },
  {
    name: 'servers',
    roles: staff,
    routes: ['/servers'],
    page: staffPage(() => import('../agent/servers-page.tsx')),
    icon: 'server',
  },
  {
    name: 'incidents',
    roles: staff,
    routes: ['/incidents', '/incidents/:id'],
    page: staffPage(() => import('../supervisor/incidents-page.tsx')),
    icon: 'incident',
  },
  {
    name: 'reports',
    roles: ['supervisor'],
    routes: ['/reports'],
    page: staffPage(() => import('../supervisor/reports-page.tsx')),
    icon: 'chart',
  },
  {
    name: 'admin',
    roles: ['admin'],
    routes: ['/admin', '/admin/:section', '/admin/:section/:id'],
    page: staffPage(() => import('../admin/admin-page.tsx')),
    icon: 'settings',
  },
];

/** In the order of the bar. */
export function placesOf({ role }: User): readonly Place[] {
  return places.filter(({ roles }) => roles.includes(role));
}

/** Where somebody's work is. */
export function homeOf(user: User): string {
  return placesOf(user)[0]?.routes[0] ?? '/account';
}
