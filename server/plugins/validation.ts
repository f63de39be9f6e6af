import fp from 'fastify-plugin';
import type { z } from 'zod';
import type { Problem } from '../../shared/wire/problem.ts';

/** What came in does not fit its schema: which field, and what is wrong with it, in words for the person who typed it. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
  readonly errors: NonNullable<Problem['errors']>;

  constructor(errors: NonNullable<Problem['errors']>) {
    super('malformed');
    this.errors = errors;
  }
}

/** Bodies, queries and parameters are parsed with the schemas of `shared/`; answers are plain JSON. */
export const validation = fp(
  async (app) => {
    app.setValidatorCompiler<z.ZodType>(({ schema }) => (input: unknown) => {
      const parsed = schema.safeParse(input);
      return parsed.success ? { value: parsed.data } : { error: new Malformed(errorsOf(parsed.error)) };
    });
    // Schemas of answers describe them for the documentation. To run them again over what our own types have checked
    // would cost more than the whole board.
    app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
  },
  { name: 'validation' },
);

/** One row per field, `path` dotted (`data.systolic`); unknown fields are named one by one. */
function errorsOf(error: z.ZodError): NonNullable<Problem['errors']> {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'There is no such field' }));
    return [{ path: path.join('.'), message: issue.message }];
  });
}
