import { z } from 'zod';

/** The content security policy forbids eval, which zod otherwise tries. Imported before any schema is used. */
z.config({ jitless: true });
