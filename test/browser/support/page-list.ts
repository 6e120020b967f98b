import type { DemoLife } from '../../../dev/browser/demo-life.ts';

interface PageUnderTest {
  name: string;
  /** Whoever looks at it; null for nobody. A case's agent is known once the case has had its turn. */
  as: string | null | { agentOf: keyof DemoLife['cases'] };
  /** `:name` is the number of a case of the demo desk, `:incident` its incident. */
  path: string;
  /** Shows words that are meant for machines: names of events, ids. */
  isTechnical?: true;
}

const agent = { agentOf: 'password' } as const;

/** Every page of the application. A page that is added here is checked in both languages, both themes and both widths. */
export const pages: readonly PageUnderTest[] = [
  { name: 'sign-in', as: null, path: '/' },
  { name: 'send', as: 'xyz', path: '/send' },
  { name: 'own complaints', as: 'xyz', path: '/complaints' },
  { name: 'own case in work', as: 'xyz', path: '/complaints/:password' },
  { name: 'own case that waits for an answer', as: 'xyz', path: '/complaints/:photo' },
  { name: 'own case that is resolved', as: 'xyz', path: '/complaints/:number' },
  { name: 'own case that is nowhere', as: 'xyz', path: '/complaints/000000-NONE' },
  { name: 'account', as: 'xyz', path: '/account' },
  { name: 'no such page', as: 'xyz', path: '/nowhere' },
  { name: 'inbox', as: agent, path: '/inbox' },
  { name: 'empty inbox', as: 'petugas-x', path: '/inbox' },
  { name: 'case in work', as: agent, path: '/cases/:password' },
  { name: "another agent's case", as: agent, path: '/cases/:budget' },
  { name: 'all cases', as: agent, path: '/cases' },
  { name: 'office servers', as: agent, path: '/servers' },
  { name: 'board', as: 'pengawas', path: '/board' },
  { name: 'case for a supervisor', as: 'pengawas', path: '/cases/:account' },
  { name: 'office servers for a supervisor', as: 'pengawas', path: '/servers' },
  { name: 'incidents', as: 'pengawas', path: '/incidents' },
  { name: 'incident', as: 'pengawas', path: '/incidents/:incident' },
  { name: 'reports', as: 'pengawas', path: '/reports' },
  { name: 'administration', as: 'admin', path: '/admin' },
  { name: 'desks', as: 'admin', path: '/admin/desks' },
  { name: 'desk', as: 'admin', path: '/admin/desks/layanan' },
  { name: 'offices', as: 'admin', path: '/admin/offices' },
  { name: 'office', as: 'admin', path: '/admin/offices/123' },
  { name: 'servers to set up', as: 'admin', path: '/admin/servers' },
  { name: 'server to set up', as: 'admin', path: '/admin/servers/srv-123' },
  { name: 'systems', as: 'admin', path: '/admin/systems' },
  { name: 'system', as: 'admin', path: '/admin/systems/sipd' },
  { name: 'people', as: 'admin', path: '/admin/people' },
  { name: 'person', as: 'admin', path: '/admin/people/petugas-a' },
  { name: 'new person', as: 'admin', path: '/admin/people/_new' },
  { name: 'import and export', as: 'admin', path: '/admin/imports' },
  { name: 'mail', as: 'admin', path: '/admin/mail' },
  { name: 'webhooks', as: 'admin', path: '/admin/webhooks' },
  { name: 'new webhook', as: 'admin', path: '/admin/webhooks/_new', isTechnical: true },
  { name: 'audit', as: 'admin', path: '/admin/audit' },
];

/** Who looks at a page of the list, and where it is, on this demo desk. */
export function visitOf({ as, path }: PageUnderTest, { cases, incidentId }: DemoLife): [string | null, string] {
  const address = path.replace(/:(\w+)/, (_whole, name: string) =>
    name === 'incident' ? incidentId : cases[name as keyof typeof cases].number,
  );
  return [typeof as === 'object' && as ? cases[as.agentOf].agent : as, address];
}
