import { problemCodes } from '../../api/http/problem-codes.ts';
import { checkContract } from '../support/api/contract-checker.ts';
import type { FuzzAnswer, FuzzRequest } from './fuzz-request.ts';

/** What only the inside of the system talks about. */
const innerWords = [
  /\n\s+at .+:\d+/,
  /node_modules|file:\/\/|\.ts:\d+/,
  /\b(Mongo\w*Error|E11000|ZodError|TypeError|RangeError|ReferenceError|SyntaxError|CastError|ValidationError)\b/,
  /\b(ECONN\w+|ETIMEDOUT|ENOENT|EPIPE)\b/,
  /\b(mongoose|ferretdb|postgres\w*|argon2id?|temporal\.api|grpc|WorkflowNotFound\w*|ServiceError)\b/i,
];

/** These speak of it on purpose: to programs, and to administrators about why somebody else's machine took nothing. */
const speaksOfItself = /^\/(metrics|openapi\.json|v1\/webhooks\/[^/]+\/deliveries)/;

/** What is wrong with an answer whoever asked; nothing when all is well. */
export function faultsOf(request: FuzzRequest, answer: FuzzAnswer): string[] {
  const { status, text } = answer;
  const faults: string[] = [];
  if (status >= 500 && status !== 503) faults.push(`${status}: ${text.slice(0, 300)}`);
  const body = parsed(answer);
  if (body === notJson) return [...faults, `says that it is JSON and is not: ${text.slice(0, 300)}`];
  try {
    checkContract({ method: request.method, path: request.path, body, ...answer });
  } catch (error) {
    faults.push((error as Error).message.slice(0, 800));
  }
  if (status >= 400 && !isReport(request, status)) faults.push(...problemFaults(answer, body));
  return [...faults, ...leaks(request, text)];
}

/** Declared so: what is wrong with which line of a table, and which part of the system is not ready. */
const isReport = ({ path }: FuzzRequest, status: number): boolean =>
  (path.startsWith('/v1/imports/') && status === 422) || (path === '/ready' && status === 503);

const notJson = Symbol('not JSON');

function parsed({ contentType, text }: FuzzAnswer): unknown {
  if (text === '' && contentType === null) return undefined;
  if (contentType === null || !/[/+]json\b/.test(contentType)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return notJson;
  }
}

/** As JSON; undefined when it is none. */
export function bodyOf(answer: FuzzAnswer): unknown {
  const body = parsed(answer);
  return body === notJson ? undefined : body;
}

function problemFaults({ contentType, status }: FuzzAnswer, body: unknown): string[] {
  if (contentType?.split(';', 1)[0] !== 'application/problem+json') return [`${status} is no problem`];
  const { code } = body as { code?: string };
  return (problemCodes as (string | undefined)[]).includes(code) ? [] : [`no known code: ${code}`];
}

function leaks({ body = '', path }: FuzzRequest, text: string): string[] {
  if (speaksOfItself.test(path)) return [];
  const said = path + body.toString();
  const told = text.replaceAll('\\n', '\n');
  return innerWords.flatMap((words) => {
    const found = words.exec(told)?.[0];
    return found !== undefined && !said.includes(found) ? [`speaks of the inside: ${found}`] : [];
  });
}
