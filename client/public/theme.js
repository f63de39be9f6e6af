// Before the first paint, so that a day screen never flashes dark. Dim unless this person chose day on this device.
try {
  if (localStorage.getItem('chairside-theme') === 'day') document.documentElement.dataset.theme = 'day';
} catch {
  // Storage is blocked: dim it is.
}
