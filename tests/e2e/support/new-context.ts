import { type Browser, type BrowserContext, type BrowserContextOptions, test } from '@playwright/test';

/** Contexts of the test that is running; those of earlier ones are closed when the next one opens its first. */
let ofTest: { readonly id: string; readonly contexts: BrowserContext[] } = { id: '', contexts: [] };

/**
 * A browser of its own. Left open, the screens of a test that is over would go on asking a server that is gone, and slow every
 * test after it.
 */
export async function newContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const { testId } = test.info();
  if (ofTest.id !== testId) {
    const over = ofTest.contexts;
    ofTest = { id: testId, contexts: [] };
    // One that its test closed itself, or that died with its browser, is closed already.
    await Promise.all(over.map((context) => context.close().catch(() => undefined)));
  }
  const context = await browser.newContext(options);
  ofTest.contexts.push(context);
  return context;
}
