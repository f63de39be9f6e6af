/**
 * The content security policy forbids eval, which zod otherwise tries. Said through zod's global settings, so that the
 * board, which needs no schema, does not load zod for it. Imported before anything else.
 */
declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}
globalThis.__zod_globalConfig = { jitless: true };

export {};
