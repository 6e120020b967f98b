import type { Request, Response } from 'express';
import { faultSentence } from '../locale/fault-sentence.ts';
import { translate, type Locale } from '../locale/translate.ts';
import type { Problem } from './problem.ts';
import { contextOf } from './request-context.ts';

export const problemContentType = 'application/problem+json';

/** The problem as RFC 9457 writes it, its sentences in the caller's language. */
export function presentProblem(problem: Problem, about: { locale: Locale; instance: string; requestId: string }) {
  const { code, status, options } = problem;
  return {
    ...options.members,
    type: `/problems/${code}`,
    title: translate(about.locale, `problem.${code}.title`),
    status,
    detail: translate(about.locale, `problem.${code}.detail`, options.values),
    instance: about.instance,
    code,
    requestId: about.requestId,
    ...(options.faults && {
      errors: options.faults.map((fault) => ({
        in: fault.in,
        pointer: fault.pointer,
        code: fault.code,
        detail: faultSentence(about.locale, fault.code, fault.values),
      })),
    }),
  };
}

export function sendProblem(request: Request, response: Response, problem: Problem): void {
  const { locale, requestId } = contextOf(request);
  const instance = request.originalUrl.split('?', 1)[0] ?? '/';
  response
    .status(problem.status)
    .set(problem.status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {})
    .set(problem.options.headers ?? {})
    .set({ 'Content-Language': locale, 'Cache-Control': 'no-store' })
    .type(problemContentType)
    .send(JSON.stringify(presentProblem(problem, { locale, instance, requestId })));
}
