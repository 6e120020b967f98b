import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { CaseFilter, CasePosition } from '../../store/cases/case-repository.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { Actor } from '../auth/actor.ts';
import { findCase } from '../complaints/complaint-lookup.ts';
import { presentComplaint } from '../complaints/complaint-presenter.ts';
import { complaintQuerySchema } from '../complaints/complaint-request-schemas.ts';
import { complaintServices, type ComplaintServices } from '../complaints/complaint-services.ts';
import { scopedFilter } from '../complaints/read-complaints.ts';
import { presentTimeline } from '../complaints/timeline-presenter.ts';
import { operation, type Operation } from '../http/operation.ts';
import type { Locale } from '../locale/translate.ts';
import { guardedCell } from './csv-cells.ts';
import { setupTables, tableColumns, tableKinds } from './setup-tables.ts';

const pageSize = 50;
/** Entries of one case's timeline or conversation that are read at once. */
const partSize = 500;

type Reader = { actor: Actor; locale: Locale };

async function caseLine(services: ComplaintServices, caseId: string, reader: Reader): Promise<string> {
  const { store } = services;
  const found = await findCase(store, caseId, reader.actor);
  if (found === null) return '';
  const [complaint, entries, messages] = await Promise.all([
    presentComplaint(services, found.view, reader.actor),
    store.timelines.ofCase(found.view.caseId, { afterNo: 0, limit: 10_000 }),
    store.messages.conversation({ caseId: found.view.caseId, submitterId: null, limit: partSize }),
  ]);
  const timeline = await presentTimeline(services, found, entries, reader);
  const said = messages.map(({ messageId, kind, authorId, text, at }) => ({ id: messageId, kind, authorId, text, at }));
  return `${JSON.stringify({ complaint, timeline, messages: said })}\n`;
}

async function* caseLines(services: ComplaintServices, filter: CaseFilter | null, reader: Reader) {
  if (filter === null) return;
  let after: CasePosition | undefined;
  for (;;) {
    const page = await services.store.cases.list(filter, { limit: pageSize, ...(after && { after }) });
    for (const { caseId } of page.items) yield await caseLine(services, caseId, reader);
    if (page.next === null) return;
    after = page.next;
  }
}

export function exportOperations(deps: ApiDeps): Operation[] {
  const tables = setupTables(deps);
  const services = complaintServices(deps);
  const common = { method: 'get', tag: 'Import and export' } as const;
  return [
    operation({
      ...common,
      path: '/v1/exports/cases',
      operationId: 'exportCases',
      summary: "The desk's cases as JSON Lines, newest first, each with reports, timeline and messages",
      description: 'Filters as in the list. A connection that ends without a last chunk means that it broke off.',
      access: { action: 'case.export' },
      request: { query: complaintQuerySchema.omit({ limit: true, cursor: true }) },
      responses: {
        200: { description: 'One case a line.', contentType: 'application/x-ndjson', body: z.string().optional() },
      },
    }).handle(({ actor, locale, query }) => {
      const filter = scopedFilter({ ...query, limit: pageSize }, actor);
      return { status: 200, body: undefined, stream: Readable.from(caseLines(services, filter, { actor, locale })) };
    }),
    operation({
      ...common,
      path: '/v1/exports/:kind',
      operationId: 'exportTable',
      summary: 'Offices, systems, office servers or users as CSV',
      description: 'As the import takes it. An apostrophe stands before what a spreadsheet could take for a formula.',
      access: { action: 'setup.export' },
      request: { params: z.strictObject({ kind: z.enum(tableKinds) }) },
      responses: {
        200: {
          description: 'All of them, in order of id.',
          contentType: 'text/csv; charset=utf-8',
          body: z.string(),
          headers: { 'Content-Disposition': 'A file name.' },
        },
      },
    }).handle(async ({ params: { kind } }) => {
      const columns = tableColumns[kind];
      const rows = (await tables[kind].list()).map((row) => tables[kind].present(row) as Record<string, unknown>);
      const lines = rows.map((row) => columns.map((column) => guardedCell(row[column])));
      const headers = { 'Content-Disposition': `attachment; filename="${kind}.csv"` };
      return { status: 200, body: stringify([[...columns], ...lines]), headers };
    }),
  ];
}
