import type { Person } from '../support/authorisation/access-cast.ts';

/** JSON Schema, as far as the OpenAPI document uses it for requests. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
  example?: unknown;
}

/** Stands in a draft for something that is there, of which the one to name is chosen when the request is sent. */
export class ThingRef {
  readonly kind: string;
  readonly pick: number;

  constructor(kind: string, pick: number) {
    this.kind = kind;
    this.pick = pick;
  }
}

/** How the caller proves who they are: `broken` is a secret that nobody was given. */
export type Credential = 'session' | 'token' | 'broken';

/** A request before it is known what is there. */
export interface Draft {
  params: Record<string, unknown>;
  /** Pairs, since a name may come twice. */
  query: [name: string, value: unknown][];
  headers: Record<string, string>;
  /** Undefined: none. */
  body?: unknown;
  /** Sent in place of the body, as it is. */
  raw?: string | Buffer;
  contentType: string;
  credential: Credential;
  /** What was spoilt, in words; null when all is as declared. */
  spoilt: string | null;
}

/** Null is nobody. */
export type Caller = Person | null;
