import { demoDeskId } from '../../seed/demo-data.ts';
import type { FaultContext } from '../fault-types.ts';

/** Sets some of the desk's rules, as its administrator. */
export async function setDesk({ client, expect }: FaultContext, settings: object): Promise<void> {
  const admin = await client.person('admin');
  const { status } = await admin.insist('PUT', `/v1/desks/${demoDeskId}/settings`, { body: settings });
  expect(status === 200, `the desk's settings were answered ${status}`);
}
