import { afterAll, beforeAll } from 'vitest';
import type { Complaint } from '../../../api/complaints/complaint-schemas.ts';
import type { Store } from '../../../store/store.ts';
import { buildCaseView } from '../builders/case-view-builder.ts';
import { buildUser } from '../builders/user-builder.ts';
import { buildTestApi, type TestApi } from '../api/test-api.ts';
import type { TestClient } from '../api/test-client.ts';
import { samples } from './file-samples.ts';

export interface ProblemBody {
  code: string;
  errors?: { pointer: string }[];
}
interface Message {
  id: string;
  kind: string;
  text: string;
  attachments: { id: string; fileName: string }[];
}
export type Answer = ProblemBody & {
  message: Message;
  items: Message[];
  nextCursor?: string;
  attachment: { id: string };
};

/** The API over a store with people of every role; its hooks run around the tests of the `describe` that it is used in. */
export function useConversation(open: () => Promise<Store>) {
  let api: TestApi;
  let people: Record<'xyz' | 'abc' | 'def' | 'agent' | 'elsewhere' | 'supervisor' | 'admin', TestClient>;
  let caseId: string;
  let number = 0;

  beforeAll(async () => {
    api = await buildTestApi({ store: await open() });
    const known = await api.store.users.findByUsername('xyz');
    if (!known) throw new Error('nobody');
    await api.store.users.insert(buildUser({ ...known, userId: 'abc', username: 'abc', name: 'ABC' }));
    const ids = ['xyz', 'abc', 'def', 'petugas-a', 'agen-lain', 'pengawas', 'admin'];
    const [xyz, abc, def, agent, elsewhere, supervisor, admin] = await Promise.all(ids.map((id) => api.signedIn(id)));
    people = { xyz, abc, def, agent, elsewhere, supervisor, admin } as typeof people;
    caseId = await newCase();
  });
  afterAll(() => api.close());

  /** A case that runs in the fake engine and is recorded, reported by xyz and abc. */
  async function newCase(): Promise<string> {
    number += 1;
    const body = { systemId: 'sipd', category: 'login', title: `Masalah nomor ${number}`, description: 'x' };
    const sent = await people.xyz.post<{ complaint: Complaint }>('/v1/complaints', body);
    const found = api.engine.cases.find((each) => each.caseId === sent.body.complaint.id);
    if (!found) throw new Error('no case');
    const identity = { caseId: found.caseId, number: found.number, workflowId: found.workflowId, ...found.facts };
    await api.store.cases.record(buildCaseView({ ...identity, reporterIds: ['xyz', 'abc'], status: 'inProgress' }));
    return found.caseId;
  }

  const form = (content: Buffer, fileName: string, type = 'application/octet-stream') => {
    const data = new FormData();
    data.append('file', new Blob([new Uint8Array(content)], { type }), fileName);
    return data;
  };
  const upload = (client: TestClient, content: Buffer, fileName: string, type?: string) =>
    client.post<Answer>('/v1/attachments', form(content, fileName, type));
  const uploaded = async (client: TestClient) => (await upload(client, samples.png, 'layar.png')).body.attachment.id;
  const say = (client: TestClient, body: object, headers?: Record<string, string>, to = caseId) =>
    client.post<Answer>(`/v1/complaints/${to}/messages`, body, headers);
  const texts = async (client: TestClient, of = caseId) =>
    (await client.get<Answer>(`/v1/complaints/${of}/messages`)).body.items.map(({ text }) => text);
  const loose = () => api.store.attachments.loose({ before: '9999', limit: 1000 });

  return {
    get api() {
      return api;
    },
    get people() {
      return people;
    },
    get caseId() {
      return caseId;
    },
    ...{ form, loose, newCase, say, texts, upload, uploaded },
  };
}

export type ConversationWorld = ReturnType<typeof useConversation>;
