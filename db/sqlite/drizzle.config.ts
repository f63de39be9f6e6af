import { defineConfig } from 'drizzle-kit';

/**
 * `npx drizzle-kit generate --config db/sqlite/drizzle.config.ts --name what-changed` writes the next migration.
 * Add STRICT to each new table by hand afterwards; a test looks.
 */
export default defineConfig({ dialect: 'sqlite', schema: './db/sqlite/schema.ts', out: './db/sqlite/migrations' });
