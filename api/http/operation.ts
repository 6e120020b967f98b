import type { Readable } from 'node:stream';
import type { Request } from 'express';
import type { z } from 'zod';
import { can, mayEver, type Action, type Resource } from '../auth/policy.ts';
import type { Actor } from '../auth/actor.ts';
import type { Locale } from '../locale/translate.ts';
import type { ProblemCode } from './problem-codes.ts';
import { Problem } from './problem.ts';
import { bodyOf, partsOf } from './validation.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Zod schemas of the parts of a request. Objects must be strict (a meta-test sees to it), headers excepted. */
export interface RequestSchemas {
  params?: z.ZodType;
  query?: z.ZodType;
  /** Names in lower case. */
  headers?: z.ZodType;
  /** Without one, only an empty body or `{}` is accepted. */
  body?: z.ZodType;
}

type Part<Schemas extends RequestSchemas, Name extends keyof RequestSchemas> = Schemas[Name] extends z.ZodType
  ? z.output<Schemas[Name]>
  : Record<string, never>;

/** Who calls, from where, in which language: known before the request is validated. */
interface Caller<Who extends Actor | null = Actor | null> {
  actor: Who;
  /** How the actor proved who they are; null for public operations. */
  credential: 'session' | 'token' | null;
  locale: Locale;
  requestId: string;
  /** The client's address. */
  address: string;
  /** Whether the request came over https. */
  secure: boolean;
  /** The session's secret from the cookie, if one came. */
  sessionSecret: string | null;
  /** The request itself, for what is read as a stream; absent in tests without HTTP. */
  incoming?: Request;
}

interface Addressed<Schemas extends RequestSchemas> {
  params: Part<Schemas, 'params'>;
  query: Part<Schemas, 'query'>;
  headers: Part<Schemas, 'headers'>;
}

/**
 * Who may call an operation. `public`: anyone · `signedIn`: any account · `action`: whoever the policy allows it.
 * `resource` finds what the action is done to: null answers 404, and so does one that `visibleBy` hides from the actor;
 * one that the action is not allowed on answers 403. The handler gets it as `resource`.
 */
export type Access<Schemas extends RequestSchemas> =
  | 'public'
  | 'signedIn'
  | {
      action: Action;
      resource?: (input: Addressed<Schemas> & Caller<Actor>) => Promise<Resource | null> | Resource | null;
      visibleBy?: Action;
    };

type ResourceOf<A> = A extends { resource: (...input: never[]) => infer R } ? NonNullable<Awaited<R>> : null;

export interface ResponseSpec {
  description: string;
  /** None: an answer without a body. */
  body?: z.ZodType;
  /** application/json unless said otherwise. Of another type, a handler may answer with a `stream` instead. */
  contentType?: string;
  /** Names and descriptions of the headers that this answer carries. */
  headers?: Record<string, string>;
  /** It comes as text/csv too, for whoever prefers that by Accept; what the table is like. */
  csv?: string;
}

/** The same answer as a file for spreadsheets; only written when it is wanted. */
interface CsvAnswer {
  fileName: string;
  text: () => string;
}

export type ResponseSpecs = Record<number, ResponseSpec>;

/** What a handler answers with: one of the declared statuses, with the body of that status. */
type Reply<Specs extends ResponseSpecs> = {
  [Status in keyof Specs & number]: {
    status: Status;
    headers?: Record<string, string | string[]>;
    stream?: Readable;
  } & (Specs[Status] extends { csv: string } ? { csv: CsvAnswer } : { csv?: undefined }) &
    (Specs[Status] extends { body: infer Body extends z.ZodType } ? { body: z.input<Body> } : { body?: undefined });
}[keyof Specs & number];

/** What arrives from Express, not validated yet. */
interface RawRequest extends Caller {
  params: unknown;
  query: unknown;
  headers: unknown;
  body: unknown;
}

export interface RawReply {
  status: number;
  body?: unknown;
  headers?: Record<string, string | string[]>;
  /** Sent in place of `body`. */
  stream?: Readable;
  /** Sent in place of `body` to whoever prefers it. */
  csv?: CsvAnswer | undefined;
}

interface Description {
  method: Method;
  /** In Express's notation, for instance /v1/complaints/:id. */
  path: string;
  operationId: string;
  summary: string;
  description?: string;
  tag: string;
  /** Problems of its own, beside those that any operation can answer with. */
  problems?: ProblemCode[];
  /** The body is multipart/form-data, which the handler reads from `incoming`; in words, what its one file is. */
  upload?: string;
  /** The body is text/csv, at most 1 MB, which its schema gets as one text. */
  csv?: boolean;
  /** True for the little that the Temporal UI's page may call, with the session of whoever has it open. */
  forTemporalUi?: boolean;
  /** False for probes, which must not be counted against anybody. */
  rateLimited?: boolean;
  /** True for the little that whoever signed in with a one-time password may do. */
  beforePasswordChange?: boolean;
  /** True for the little that whoever must set up a second factor may do before. */
  beforeSecondFactor?: boolean;
}

/** One operation, from which routing, validation, the policy check and OpenAPI all come. */
export interface Operation extends Description {
  access: Access<RequestSchemas>;
  request: RequestSchemas;
  responses: ResponseSpecs;
  run(request: RawRequest): Promise<RawReply>;
}

interface Declaration<
  Schemas extends RequestSchemas,
  A extends Access<Schemas>,
  Specs extends ResponseSpecs,
> extends Description {
  request?: Schemas;
  access: A;
  responses: Specs;
}

type Handler<Schemas extends RequestSchemas, A, Specs extends ResponseSpecs> = (
  input: Addressed<Schemas> &
    Caller<A extends 'public' ? null : Actor> & { body: Part<Schemas, 'body'>; resource: ResourceOf<A> },
) => Promise<Reply<Specs>> | Reply<Specs>;

/**
 * Declares an operation: `operation({ … }).handle(async ({ params, actor }) => ({ status: 200, body }))`. It runs in
 * this order: sign-in (401), role (403), path, query and headers (400), resource (404, 403), body (400), handler; so
 * nobody learns more than they may, and nothing starts before all is well.
 */
export function operation<
  const Specs extends ResponseSpecs,
  Schemas extends RequestSchemas = Record<never, never>,
  A extends Access<Schemas> = Access<Schemas>,
>(declaration: Declaration<Schemas, A, Specs>): { handle(handler: Handler<Schemas, A, Specs>): Operation } {
  const { access, request = {} as Schemas, upload } = declaration;
  const run = async (handler: Handler<Schemas, A, Specs>, raw: RawRequest): Promise<RawReply> => {
    const caller = { ...raw, actor: admitted(declaration, raw.actor) };
    const parts = partsOf(request, raw) as Addressed<Schemas>;
    const resource = await resourceFor(access, { ...caller, ...parts });
    const body = (upload === undefined ? bodyOf(request, raw) : {}) as Part<Schemas, 'body'>;
    return handler({ ...caller, ...parts, body, resource } as Parameters<typeof handler>[0]);
  };
  return {
    handle: (handler) => ({
      ...declaration,
      access: access as Access<RequestSchemas>,
      request,
      run: (raw) => run(handler, raw),
    }),
  };
}

function admitted(
  {
    access,
    beforePasswordChange = false,
    beforeSecondFactor = false,
  }: Pick<Declaration<never, Access<never>, never>, 'access' | 'beforePasswordChange' | 'beforeSecondFactor'>,
  actor: Actor | null,
): Actor | null {
  if (access === 'public') return null;
  if (!actor) throw new Problem('unauthenticated');
  if (actor.mustChangePassword === true && !beforePasswordChange) throw new Problem('password_change_required');
  if (actor.mustEnrolSecondFactor === true && !beforeSecondFactor)
    throw new Problem('second_factor_enrolment_required');
  if (access !== 'signedIn' && !mayEver(actor, access.action)) throw new Problem('forbidden');
  return actor;
}

async function resourceFor<Schemas extends RequestSchemas>(
  access: Access<Schemas>,
  input: Addressed<Schemas> & Caller,
): Promise<Resource | null> {
  const { actor } = input;
  if (typeof access === 'string' || !actor || !access.resource) return null;
  const resource = await access.resource({ ...input, actor });
  if (!resource) throw new Problem('not_found');
  if (access.visibleBy && !can(actor, access.visibleBy, resource)) throw new Problem('not_found');
  if (!can(actor, access.action, resource)) throw new Problem('forbidden');
  return resource;
}
