import type { Logger } from 'pino';
import type { PayloadKey } from '../settings/payload-keys.ts';
import type { Store } from '../store/store.ts';
import type { Role } from '../store/users/user-repository.ts';
import type { CaseRecord } from '../workflows/complaint/complaint-publishing-types.ts';
import type { Engine } from './engine/engine-types.ts';

/** The settings that shape answers; where to listen and what to connect to is not among them. */
export interface AppSettings {
  NODE_ENV: 'development' | 'production' | 'test';
  RATE_LIMIT_PER_MINUTE: number;
  TRUST_PROXY_HOPS: number;
  TEMPORAL_UI_URL: string;
  TEMPORAL_NAMESPACE: string;
  /** Absent or none: what Temporal keeps is not encrypted. */
  PAYLOAD_KEYS?: PayloadKey[];
  ATTACHMENT_MAX_MB: number;
  ATTACHMENTS_PER_MESSAGE: number;
  DEMO_LOGINS?: boolean;
  /** 32 bytes each: the first seals, all open. Without one nobody can set up a second factor. */
  SECOND_FACTOR_KEY?: Buffer[];
  /** OpenID Connect: its provider, unless there is none. */
  OIDC_ISSUER?: string;
  OIDC_CLIENT_ID?: string;
  OIDC_CLIENT_SECRET?: string;
  OIDC_USERNAME_CLAIM?: string;
  /** Where people open the web application. */
  PUBLIC_URL?: string;
  /** Whose people must have a second factor. */
  SECOND_FACTOR_ROLES?: Role[];
  SMTP_URL?: string | undefined;
  MAIL_DIR?: string | undefined;
  MAIL_FROM: string;
}

/** Everything that the API needs of the world. */
export interface ApiDeps {
  store: Store;
  engine: Engine;
  settings: AppSettings;
  logger: Logger;
  clock: () => Date;
  /** Aborted when the process is to stop: then streams end. */
  stopping?: AbortSignal;
  /** Aborted when it is to be sent no more requests, which is before it stops: then /ready says no. */
  draining?: AbortSignal;
  /** Hears of what this process has told of a case. */
  told?: (record: CaseRecord) => void;
  /** Where the web application was built into. */
  webDir?: string;
}
