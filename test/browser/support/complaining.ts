import { expect, type Page } from '@playwright/test';
import type { Person } from './people.ts';
import { word } from './words.ts';

export interface Trouble {
  system: string;
  title: string;
  category: string;
  description: string;
}

let told = 0;

/** A problem that nobody had before: the same words would attach to somebody else's case. */
export function newTrouble(title: string): Trouble {
  told += 1;
  const mark = `${Date.now().toString(36)}${told}`;
  return {
    system: 'SIPD',
    title: `${title} ${mark}`,
    category: 'Muncul pesan kesalahan',
    description: `Terjadi sejak pagi ini pada komputer ${mark}.`,
  };
}

export async function describe(page: Page, { system, title, category, description }: Trouble): Promise<void> {
  await page.getByLabel(word('send.system')).selectOption({ label: system });
  await page.getByLabel(word('send.title')).fill(title);
  await page.getByLabel(word('send.category')).fill(category);
  await page.getByLabel(word('send.description')).fill(description);
}

export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: word('send.submit') }).click();
}

interface FoundCase {
  id: string;
  number: string;
  status: string;
  reportCount: number;
  agent: { id: string; name: string } | null;
}

/** Cases with this title, as the person sees them. */
export async function casesOf(person: Person, { title }: Pick<Trouble, 'title'>): Promise<FoundCase[]> {
  const { items } = await person.call<{ items: FoundCase[] }>('GET', `/v1/complaints?q=${encodeURIComponent(title)}`);
  return items;
}

/** Files a complaint without a browser, and waits for its agent. */
export async function fileComplaint(person: Person, trouble: Trouble, serverId?: string): Promise<FoundCase> {
  const { system, ...body } = trouble;
  const data = { ...body, systemId: system.toLowerCase(), ...(serverId ? { serverId } : {}) };
  const { complaint } = await person.call<{ complaint: FoundCase }>('POST', '/v1/complaints', data);
  const read = async (): Promise<FoundCase> =>
    (await person.call<{ complaint: FoundCase }>('GET', `/v1/complaints/${complaint.id}`)).complaint;
  await expect.poll(async () => (await read()).agent).not.toBeNull();
  return read();
}
