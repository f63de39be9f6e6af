import { z } from 'zod';

/** A problem document (RFC 9457) as every refusal is answered, `application/problem+json`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** Stable, from `problems.ts`. */
  code: z.string(),
  /** The rule in SPEC.md, where there is one. */
  rule: z.string().optional(),
  detail: z.string(),
  sessionId: z.string().optional(),
  /** Malformed bodies: what is wrong where. `path` is dotted, e.g. `data.systolic`. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;
