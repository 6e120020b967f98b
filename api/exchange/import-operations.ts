import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import type { Author } from '../admin/revision.ts';
import { operation, type Operation } from '../http/operation.ts';
import { faultCodes } from '../http/problem.ts';
import { problemCodes } from '../http/problem-codes.ts';
import { faultSentence } from '../locale/fault-sentence.ts';
import { translate, type Locale } from '../locale/translate.ts';
import { importLines, type LineError } from './import-lines.ts';
import { planImport, type PlannedLine } from './import-plan.ts';
import { setupTables, tableColumns, tableKinds, type Table } from './setup-tables.ts';

const errorsShown = 200;

const resultSchema = z
  .strictObject({
    lines: z.int().meta({ description: 'Without the header.' }),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    applied: z.boolean().meta({ description: 'False for a dry run, and when anything was wrong.' }),
    errors: z.array(
      z.strictObject({
        line: z.int().meta({ description: 'As an editor counts: the header is line 1.' }),
        column: z.string().meta({ description: 'Empty when the line as a whole is at fault.' }),
        code: z.enum([...new Set([...faultCodes, ...problemCodes])]),
        detail: z.string(),
      }),
    ),
    passwords: z
      .array(z.strictObject({ id: z.string(), oneTimePassword: z.string() }))
      .optional()
      .meta({ description: 'Of new users. Shown this once.' }),
  })
  .meta({ id: 'ImportResult' });

function detailOf({ code, values }: LineError, locale: Locale): string {
  const fault = faultCodes.find((each) => each === code);
  if (fault) return faultSentence(locale, fault, values);
  const problem = problemCodes.find((each) => each === code);
  return problem ? translate(locale, `problem.${problem}.detail`, values) : code;
}

async function apply(table: Table, planned: PlannedLine[], author: Author) {
  const passwords: { id: string; oneTimePassword: string }[] = [];
  for (const line of planned) {
    if (line.kind === 'unchanged') continue;
    if (line.kind === 'updated') {
      const change = (row: Parameters<Table['changed']>[0]) => table.changed(row, line.change);
      const row = await table.revisions.revise(line.id, { ...author, action: 'imported', change });
      await table.announce?.(row);
    } else {
      const row = await table.revisions.create(await table.make(line.body), author);
      const { oneTimePassword } = (await table.firstAnswer?.of(row)) ?? {};
      if (typeof oneTimePassword === 'string') passwords.push({ id: line.id, oneTimePassword });
      await table.announce?.(row);
    }
  }
  return passwords;
}

export function importOperations(deps: ApiDeps): Operation[] {
  const tables = setupTables(deps);
  return [
    operation({
      method: 'post',
      path: '/v1/imports/:kind',
      operationId: 'importTable',
      summary: 'Take offices, systems, office servers or users in from CSV',
      description:
        'The header names the columns that the export has. All lines or none: one that is wrong, and nothing is written. ' +
        'What is there already is updated, or left alone when it is the same, so that a file can be sent again.',
      tag: 'Import and export',
      csv: true,
      access: { action: 'setup.write' },
      request: {
        params: z.strictObject({ kind: z.enum(tableKinds) }),
        query: z.strictObject({ dryRun: z.enum(['true', 'false']).default('false') }),
        body: z.string().min(1).meta({ example: 'id,name,active\n126,Kantor 126,true\n' }),
      },
      responses: {
        200: { description: 'Done, or what would be done.', body: resultSchema },
        422: { description: 'Nothing was written: some lines are wrong.', body: resultSchema },
      },
      problems: ['saved_but_engine_unavailable'],
    }).handle(async ({ actor, body, locale, params: { kind }, query: { dryRun } }) => {
      const table = tables[kind];
      const { lines, errors: malformed } = importLines(body, tableColumns[kind]);
      const { planned, errors: wrong } = await planImport(table, kind, lines);
      const errors = [...malformed, ...wrong].sort((one, other) => one.line - other.line);
      const applied = dryRun === 'false' && errors.length === 0;
      const author = { actorId: actor.id, at: deps.clock().toISOString() };
      const passwords = applied ? await apply(table, planned, author) : [];
      const count = (wanted: PlannedLine['kind']) => planned.filter((line) => line.kind === wanted).length;
      const result = {
        ...{ lines: lines.length, created: count('created'), updated: count('updated'), unchanged: count('unchanged') },
        applied,
        errors: errors.slice(0, errorsShown).map((error) => ({
          ...{ line: error.line, column: error.column, code: error.code },
          detail: detailOf(error, locale),
        })),
        ...(passwords.length > 0 && { passwords }),
      };
      return { status: errors.length > 0 && dryRun === 'false' ? 422 : 200, body: result };
    }),
  ];
}
