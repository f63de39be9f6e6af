import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Before anything else is loaded: from the second start on the sources need neither be stripped of their types nor compiled,
// which is half of the start. Where the folder cannot be written it goes without.
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'compiled'));
await import('./serve.ts');
