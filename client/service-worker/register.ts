/** Lets the screens open without the server. Built screens only, and only where the browser trusts the address (TLS, or this machine). */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // After everything that the first paint needs.
  window.addEventListener('load', () => void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined));
}
