import { z } from 'zod';
import { problemCodes } from '../http/problem-codes.ts';
import { faultCodes } from '../http/problem.ts';

const faultSchema = z
  .strictObject({
    in: z.enum(['body', 'query', 'path', 'header']),
    pointer: z.string().meta({ description: 'JSON Pointer as a URI fragment.', example: '#/title' }),
    code: z.enum(faultCodes),
    detail: z.string(),
  })
  .meta({ id: 'Fault' });

/** RFC 9457. Problems may carry more members, for instance the `version` that something has now. */
export const problemSchema = z
  .looseObject({
    type: z.string().meta({ description: 'A URI reference that explains it.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.enum(problemCodes),
    requestId: z.string(),
    errors: z.array(faultSchema).optional(),
  })
  .meta({
    id: 'Problem',
    example: {
      type: '/problems/validation_failed',
      title: 'Something in the request is not right',
      status: 400,
      detail: 'Please correct what is listed under errors and send it again.',
      instance: '/v1/complaints',
      code: 'validation_failed',
      requestId: '0b0c4c5e-6a52-4d0e-9a4f-0f6f3c7f2d11',
      errors: [{ in: 'body', pointer: '#/title', code: 'required', detail: 'This field is missing.' }],
    },
  });
